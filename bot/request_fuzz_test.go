package bot

import (
	"encoding/json"
	"testing"
	"unicode/utf8"
)

// FuzzRequest: whatever an event holds, it is read or refused; who has no
// permissions in it may manage nothing, and nobody's library is a server's.
func FuzzRequest(f *testing.F) {
	f.Add(`{"id":"1","type":2,"guild_id":"2","member":{"user":{"id":"5"},"permissions":"2048","roles":["7"]},"data":{"name":"article","options":[{"name":"add","type":1,"options":[{"name":"file","type":11,"value":"9"}]}],"resolved":{"attachments":{"9":{"filename":"a.txt","size":3,"url":"https://cdn.discordapp.com/a"}}}}}`)
	f.Add(`{"id":"1","type":3,"user":{"id":"5"},"message":{"id":"8","components":[{"components":[{"custom_id":"c|a.1.2.3.4"}]}]},"data":{"custom_id":"u|answered|7"}}`)
	f.Add(`{"type":5,"data":{"custom_id":"e|1|2|3","components":[{"component":{"value":"because"}}]},"authorizing_integration_owners":{"1":"5"}}`)
	f.Add(`{"data":{"options":[{"type":1,"options":[{"type":1,"options":null}]}]},"member":{}}`)
	f.Fuzz(func(t *testing.T, event string) {
		e, err := decode[interactionEvent](json.RawMessage(event))
		if err != nil {
			return
		}
		r := e.request()
		own := r.place().own()
		if r.place().personal() != (own == "user-"+r.User) || !r.place().personal() && own != "server-"+r.Server {
			t.Errorf("the library of %+v is %q", r.place(), own)
		}
		if !r.place().personal() && r.mayManage() == nil && (e.Member == nil || e.Member.Permissions == "") {
			t.Error("somebody without permissions may manage the server")
		}
		r.Args = nil
		_, r.Args = splitID(e.Data.CustomID)
		if v, err := vote(r, true); err == nil && (v.Answer == "" || v.Person != r.User || !utf8.ValidString(v.Outcome)) {
			t.Errorf("a vote of nothing or nobody: %+v", v)
		}
	})
}
