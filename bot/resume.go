package bot

import (
	"net/url"
	"reflect"
	"strings"
	"sync/atomic"
	"unsafe"

	"github.com/bwmarrin/discordgo"

	"onrecord/news"
)

// The library can resume a session that it has begun itself, and has no way to be
// told of one that another process began: what it knows of its session stands in
// fields that it does not export. They are set here and nowhere else. Should a
// new version of the library have them no more, takeUp says so, sessions are
// begun anew as before, and TestTakeUp fails.

// takeUp lets a session that has not been opened resume another one.
func takeUp(s *discordgo.Session, one news.Session) bool {
	if one.ID == "" {
		return false
	}
	id, sequence, gateway, ok := fieldsOf(s)
	if !ok {
		return false
	}
	*id = one.ID
	atomic.StoreInt64(sequence, one.Sequence)
	if ofDiscord(one.Address) {
		*gateway = strings.TrimSuffix(one.Address, "/") + "/?v=" + discordgo.APIVersion + "&encoding=json"
	}
	return true
}

// fieldsOf finds where a session of the library's keeps its name, its last
// event's number and the address to connect to.
func fieldsOf(s *discordgo.Session) (id *string, sequence *int64, gateway *string, ok bool) {
	v := reflect.ValueOf(s).Elem()
	a, b, c := v.FieldByName("sessionID"), v.FieldByName("sequence"), v.FieldByName("gateway")
	if a.Kind() != reflect.String || b.Kind() != reflect.Pointer || b.Type() != reflect.TypeFor[*int64]() || b.IsNil() || c.Kind() != reflect.String {
		return nil, nil, nil, false
	}
	return (*string)(unsafe.Pointer(a.UnsafeAddr())), (*int64)(b.UnsafePointer()), (*string)(unsafe.Pointer(c.UnsafeAddr())), true
}

// ofDiscord tells whether an address is one of Discord's gateway, where alone the
// token may go. Others, and none, are left to the library.
func ofDiscord(address string) bool {
	u, err := url.Parse(address)
	return err == nil && u.Scheme == "wss" && u.User == nil && strings.HasSuffix(u.Hostname(), ".discord.gg")
}
