package discordtest_test

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"

	"onrecord/bot/discordtest"
)

type object = map[string]any

// send makes one request and returns the code of its refusal, 0 for none.
func send(t *testing.T, s *discordgo.Session, method, address string, body any) int {
	t.Helper()
	_, err := s.RequestWithBucketID(method, address, body, address)
	if err != nil && code(err) == 0 {
		t.Fatal(err)
	}
	return code(err)
}

func TestPermissionsOfTheBot(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t)
	srv.Lenient = true
	s := session(t, srv)
	asked := srv.Send(discordtest.Post{Content: "hello"})
	there := discordgo.EndpointChannelMessages(discordtest.ChannelID)
	reply := object{"content": "x", "allowed_mentions": object{"parse": []string{}, "replied_user": false}, "message_reference": object{"message_id": asked.ID}}
	card := object{"embeds": []any{object{"description": "x"}}}
	const all = discordtest.ViewChannel | discordtest.SendMessages | discordtest.EmbedLinks | discordtest.ReadMessageHistory
	for _, c := range []struct {
		name string
		has  int64
		body object
		want int
	}{
		{"all", all, reply, 0},
		{"an administrator", discordtest.Administrator, card, 0},
		{"not to see", discordtest.SendMessages, reply, 50001},
		{"not to write", all &^ discordtest.SendMessages, reply, 50013},
		{"no embeds", all &^ discordtest.EmbedLinks, card, 50013},
		{"words without embeds", all &^ discordtest.EmbedLinks, object{"content": "x"}, 0},
		{"no history", all &^ discordtest.ReadMessageHistory, reply, 160002},
	} {
		srv.SetChannel(discordtest.ChannelID, func(ch *discordtest.Channel) { ch.Permissions = c.has })
		if got := send(t, s, "POST", there, c.body); got != c.want {
			t.Errorf("%s: code %d, want %d", c.name, got, c.want)
		}
	}
	if got := send(t, s, "POST", discordgo.EndpointChannelMessages("9"), object{"content": "x"}); got != 10003 {
		t.Errorf("no such channel: code %d", got)
	}
	forum := srv.AddChannel(discordtest.GuildID, "forum")
	srv.SetChannel(forum, func(ch *discordtest.Channel) { ch.Kind = discordtest.ForumChannel })
	if got := send(t, s, "POST", discordgo.EndpointChannelMessages(forum), object{"content": "x"}); got != 50008 {
		t.Errorf("a forum itself: code %d", got)
	}
	srv.Kick(discordtest.GuildID)
	srv.SetChannel(discordtest.ChannelID, func(ch *discordtest.Channel) { ch.Permissions = 0 })
	if got := send(t, s, "POST", there, object{"content": "x"}); got != 50001 {
		t.Errorf("not a member: code %d", got)
	}
}

func TestThreads(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t)
	srv.Lenient = true
	s := session(t, srv)
	asked := srv.Send(discordtest.Post{Content: "hello"})
	start := discordgo.EndpointChannelMessageThread(discordtest.ChannelID, asked.ID)
	for _, c := range []struct {
		name, method, address string
		body                  object
		want                  int
	}{
		{"a name too long", "POST", start, object{"name": strings.Repeat("n", 101)}, 50035},
		{"an odd duration", "POST", start, object{"name": "n", "auto_archive_duration": 7}, 50035},
		{"on no message", "POST", discordgo.EndpointChannelMessageThread(discordtest.ChannelID, "9"), object{"name": "n"}, 10008},
		{"fine", "POST", start, object{"name": "n", "auto_archive_duration": 60}, 0},
		{"a second on it", "POST", start, object{"name": "n"}, 160004},
		{"writing in it", "POST", discordgo.EndpointChannelMessages(asked.ID), object{"content": "x"}, 0},
		{"a thread in a thread", "POST", discordgo.EndpointChannelThreads(asked.ID), object{"name": "n", "type": 11}, 50024},
		{"in direct messages", "POST", discordgo.EndpointChannelThreads(discordtest.DMChannelID), object{"name": "n", "type": 11}, 50024},
		{"a private one by default", "POST", discordgo.EndpointChannelThreads(discordtest.ChannelID), object{"name": "n"}, 50013},
		{"a public one", "POST", discordgo.EndpointChannelThreads(discordtest.ChannelID), object{"name": "n", "type": 11}, 0},
		{"archived", "PATCH", discordgo.EndpointChannel(asked.ID), object{"archived": true}, 0},
		{"renamed while archived", "PATCH", discordgo.EndpointChannel(asked.ID), object{"name": "m"}, 50083},
		{"writing opens it", "POST", discordgo.EndpointChannelMessages(asked.ID), object{"content": "x"}, 0},
		{"renamed", "PATCH", discordgo.EndpointChannel(asked.ID), object{"name": "m"}, 0},
	} {
		if got := send(t, s, c.method, c.address, c.body); got != c.want {
			t.Errorf("%s: code %d, want %d", c.name, got, c.want)
		}
	}
	srv.SetChannel(asked.ID, func(c *discordtest.Channel) { c.Archived, c.Locked = true, true })
	if got := send(t, s, "POST", discordgo.EndpointChannelMessages(asked.ID), object{"content": "x"}); got != 160005 {
		t.Errorf("writing in a locked thread: code %d", got)
	}
}

func TestOwnMessagesCanBeChanged(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t)
	srv.Lenient = true
	s := session(t, srv)
	m, err := s.ChannelMessageSendComplex(discordtest.ChannelID, &discordgo.MessageSend{Content: "one",
		Embeds: []*discordgo.MessageEmbed{{Description: "card"}}})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.ChannelMessageEdit(discordtest.ChannelID, m.ID, "two"); err != nil {
		t.Fatal(err)
	}
	if got := srv.BotMessages()[0]; got.Content != "two" || len(got.Embeds) != 1 || got.Edits != 1 {
		t.Errorf("got %+v", got)
	}
	theirs := srv.Send(discordtest.Post{Content: "hello"})
	if _, err := s.ChannelMessageEdit(discordtest.ChannelID, theirs.ID, "no"); code(err) != 50005 {
		t.Errorf("another's message: %v", err)
	}
	if read, err := s.ChannelMessage(discordtest.ChannelID, theirs.ID); err != nil || read.Content != "" {
		t.Errorf("read %+v without the intent, %v", read, err)
	}
	if err := s.ChannelMessageDelete(discordtest.ChannelID, m.ID); err != nil || len(srv.BotMessages()) != 0 {
		t.Errorf("%v, %d messages left", err, len(srv.BotMessages()))
	}
}

func TestAttachments(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t)
	a := srv.Attach("press release.txt", "text/plain", []byte("words"))
	get := func(address string) (int, string) {
		resp, err := srv.Client().Get(address)
		if err != nil {
			t.Fatal(err)
		}
		defer resp.Body.Close()
		data, err := io.ReadAll(resp.Body)
		if err != nil {
			t.Fatal(err)
		}
		return resp.StatusCode, string(data)
	}
	if status, text := get(a.URL); status != http.StatusOK || text != "words" || a.Size != 5 {
		t.Errorf("%d %q", status, text)
	}
	if status, _ := get(a.ProxyURL); status != http.StatusOK {
		t.Error(status)
	}
	bare, _, _ := strings.Cut(a.URL, "?")
	if status, _ := get(bare); status != http.StatusNotFound {
		t.Errorf("an address without its signature: %d", status)
	}
	srv.Advance(25 * time.Hour)
	if status, _ := get(a.URL); status != http.StatusNotFound {
		t.Errorf("an address of yesterday: %d", status)
	}
}

// TestWhatCommandsCarry uses commands of every shape, and those that Discord
// would not let a person use.
func TestWhatCommandsCarry(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t)
	s := session(t, srv)
	events := make(chan json.RawMessage, 8)
	s.AddHandler(func(_ *discordgo.Session, e *discordgo.Event) {
		if e.Type == "INTERACTION_CREATE" {
			events <- e.RawData
		}
	})
	if err := s.Open(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	option := func(kind int, name string, more object) object {
		o := object{"type": kind, "name": name, "description": "d"}
		for k, v := range more {
			o[k] = v
		}
		return o
	}
	commands := []object{
		{"name": "article", "description": "d", "default_member_permissions": "32", "contexts": []int{0}, "integration_types": []int{0}, "options": []any{
			option(1, "add", object{"options": []any{option(11, "file", object{"required": true}), option(3, "title", object{"max_length": 5})}}),
			option(2, "feed", object{"options": []any{option(1, "add", object{"options": []any{option(4, "hours", nil)}})}}),
		}},
		{"name": "mine", "description": "d", "contexts": []int{1, 2}, "integration_types": []int{1}},
	}
	if got := send(t, s, "PUT", discordgo.EndpointApplicationGlobalCommands(discordtest.ApplicationID), commands); got != 0 {
		t.Fatal(got)
	}
	manager := discordtest.Use{Permissions: discordtest.ManageServer, Roles: []string{"7"}, Locale: "de"}
	file := srv.Attach("a.txt", "text/plain", []byte("words"))
	if _, err := srv.Command(manager, "article add", "file", file.ID, "title", "Héllo"); err != nil {
		t.Fatal(err)
	}
	type carried struct {
		Locale string
		Member struct {
			Roles       []string
			Permissions string
		}
		Data struct {
			Name    string
			Options []struct {
				Name    string
				Type    int
				Options []struct {
					Name  string
					Value any
				}
			}
			Resolved struct {
				Attachments map[string]discordtest.Attachment
			}
		}
	}
	var got carried
	if err := json.Unmarshal(<-events, &got); err != nil {
		t.Fatal(err)
	}
	add := got.Data.Options[0]
	if got.Data.Name != "article" || add.Name != "add" || add.Type != 1 || add.Options[0].Value != file.ID || add.Options[1].Value != "Héllo" {
		t.Errorf("got %+v", got.Data)
	}
	if got.Data.Resolved.Attachments[file.ID].URL != file.URL || got.Locale != "de" || got.Member.Permissions != "32" || got.Member.Roles[0] != "7" {
		t.Errorf("got %+v", got)
	}
	if _, err := srv.Command(manager, "article feed add", "hours", "3"); err != nil {
		t.Error(err)
	}
	if text := string(<-events); !strings.Contains(text, `"value":3`) {
		t.Error(text)
	}
	for name, try := range map[string]func() error{
		"a missing file": func() error { _, err := srv.Command(manager, "article add"); return err },
		"a text too long": func() error {
			_, err := srv.Command(manager, "article add", "file", file.ID, "title", "123456")
			return err
		},
		"no subcommand":      func() error { _, err := srv.Command(manager, "article"); return err },
		"an unknown one":     func() error { _, err := srv.Command(manager, "article drop"); return err },
		"no such attachment": func() error { _, err := srv.Command(manager, "article add", "file", "1"); return err },
		"no number":          func() error { _, err := srv.Command(manager, "article feed add", "hours", "x"); return err },
		"anybody":            func() error { _, err := srv.Command(discordtest.Use{}, "article feed add"); return err },
		"direct messages": func() error {
			_, err := srv.Command(discordtest.Use{Direct: true, Permissions: discordtest.ManageServer}, "article feed add")
			return err
		},
		"a server's for a person's own": func() error { _, err := srv.Command(discordtest.Use{Direct: true}, "mine"); return err },
	} {
		if try() == nil {
			t.Errorf("%s: Discord would not send that", name)
		}
	}
	if _, err := srv.Command(discordtest.Use{Own: true, Direct: true}, "mine"); err != nil {
		t.Error(err)
	}
	if text := string(<-events); !strings.Contains(text, `"context":2`) || !strings.Contains(text, `"authorizing_integration_owners":{"1":"`+discordtest.AdaID) {
		t.Error(text)
	}
}
