package discordtest_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/bwmarrin/discordgo"

	"onrecord/bot/discordtest"
)

func TestRefusesComponents(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t)
	srv.Lenient = true
	s := session(t, srv)
	rows := func(parts ...any) object {
		var out []any
		for _, p := range parts {
			out = append(out, object{"type": 1, "components": []any{p}})
		}
		return object{"content": "x", "components": out}
	}
	choices := func(n int) []any {
		var out []any
		for i := range n {
			out = append(out, object{"label": "l", "value": fmt.Sprint(i)})
		}
		return out
	}
	menu := func(change object) object {
		m := object{"type": 3, "custom_id": "m", "options": choices(2)}
		for k, v := range change {
			m[k] = v
		}
		return m
	}
	v2 := func(parts ...any) object { return object{"flags": 1 << 15, "components": parts} }
	text := func(s string) object { return object{"type": 10, "content": s} }
	for _, c := range []struct {
		name string
		body object
		want int
	}{
		{"a menu", rows(menu(nil)), 0},
		{"26 choices", rows(menu(object{"options": choices(26)})), 50035},
		{"no choice", rows(menu(object{"options": []any{}})), 50035},
		{"the same value twice", rows(menu(object{"options": append(choices(1), choices(1)...)})), 50035},
		{"a placeholder of 151", rows(menu(object{"placeholder": strings.Repeat("p", 151)})), 50035},
		{"more values than choices", rows(menu(object{"max_values": 3})), 50035},
		{"two menus in a row", object{"content": "x", "components": []any{object{"type": 1, "components": []any{menu(nil), menu(object{"custom_id": "n"})}}}}, 50035},
		{"a custom_id in two rows", rows(menu(nil), object{"type": 2, "style": 1, "label": "b", "custom_id": "m"}), 50035},
		{"six rows", rows(menu(object{"custom_id": "1"}), menu(object{"custom_id": "2"}), menu(object{"custom_id": "3"}), menu(object{"custom_id": "4"}), menu(object{"custom_id": "5"}), menu(object{"custom_id": "6"})), 50035},
		{"a link with a custom_id", rows(object{"type": 2, "style": 5, "label": "b", "url": "https://example.org", "custom_id": "m"}), 50035},
		{"a link to nowhere", rows(object{"type": 2, "style": 5, "label": "b", "url": "javascript:x"}), 50035},
		{"a button without a word", rows(object{"type": 2, "style": 1, "custom_id": "m"}), 50035},
		{"a button with a sign", rows(object{"type": 2, "style": 1, "custom_id": "m", "emoji": object{"name": "👍"}}), 0},
		{"text", v2(text("words")), 0},
		{"4001 characters in two texts", v2(text(strings.Repeat("x", 2000)), text(strings.Repeat("x", 2001))), 50035},
		{"many bytes", v2(text(strings.Repeat("語", 3500))), 50035},
		{"41 parts", v2(manyTexts(41)...), 50035},
		{"a section without an accessory", v2(object{"type": 9, "components": []any{text("x")}}), 50035},
		{"a section", v2(object{"type": 9, "components": []any{text("x")}, "accessory": object{"type": 2, "style": 1, "label": "b", "custom_id": "m"}}), 0},
	} {
		if got := send(t, s, "POST", discordgo.EndpointChannelMessages(discordtest.ChannelID), c.body); got != c.want {
			t.Errorf("%s: code %d, want %d", c.name, got, c.want)
		}
	}
}

func manyTexts(n int) []any {
	var out []any
	for range n {
		out = append(out, object{"type": 10, "content": "x"})
	}
	return out
}

func TestRefusesCommandOptions(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t)
	srv.Lenient = true
	s := session(t, srv)
	option := func(kind int, name string) object { return object{"type": kind, "name": name, "description": "d"} }
	with := func(o object, key string, v any) object { o[key] = v; return o }
	command := func(options ...any) object { return object{"name": "c", "description": "d", "options": options} }
	for _, c := range []struct {
		name string
		cmd  object
		want int
	}{
		{"subcommands", command(option(1, "a"), option(1, "b")), 0},
		{"a subcommand beside an option", command(option(1, "a"), option(3, "b")), 50035},
		{"a group in a group", command(with(option(2, "a"), "options", []any{with(option(2, "b"), "options", []any{option(1, "c")})})), 50035},
		{"an option twice", command(option(3, "a"), option(3, "a")), 50035},
		{"completing and choices", command(with(with(option(3, "a"), "autocomplete", true), "choices", []any{object{"name": "n", "value": "v"}})), 50035},
		{"a completing attachment", command(with(option(11, "a"), "autocomplete", true)), 50035},
		{"names in other languages", object{"name": "c", "description": "d", "name_localizations": object{"de": "fragen", "uk": "запитати"}}, 0},
		{"a language that Discord lacks", object{"name": "c", "description": "d", "name_localizations": object{"tlh": "c"}}, 50035},
		{"capitals in another language", object{"name": "c", "description": "d", "name_localizations": object{"de": "Fragen"}}, 50035},
		{"a long description in another", object{"name": "c", "description": "d", "description_localizations": object{"de": strings.Repeat("d", 101)}}, 50035},
		{"a context that there is not", object{"name": "c", "description": "d", "contexts": []int{3}}, 50035},
	} {
		if got := send(t, s, "PUT", discordgo.EndpointApplicationGlobalCommands(discordtest.ApplicationID), []object{c.cmd}); got != c.want {
			t.Errorf("%s: code %d, want %d", c.name, got, c.want)
		}
	}
}

// TestTonguesAreAskedFor: Discord lists other languages only to who asks for them.
func TestTonguesAreAskedFor(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t)
	s := session(t, srv)
	list := discordgo.EndpointApplicationGlobalCommands(discordtest.ApplicationID)
	send(t, s, "PUT", list, []object{{"name": "c", "description": "d", "name_localizations": object{"de": "fragen"}}})
	for query, want := range map[string]bool{"": false, "?with_localizations=true": true} {
		data, err := s.RequestWithBucketID("GET", list+query, nil, "x")
		if err != nil {
			t.Fatal(err)
		}
		if strings.Contains(string(data), "fragen") != want {
			t.Errorf("%q: %s", query, data)
		}
	}
}

func TestRateLimits(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t, discordtest.Options{RateLimits: true})
	s := session(t, srv)
	s.ShouldRetryOnRateLimit = false
	post := func(bucket string) error {
		_, err := s.RequestWithBucketID("POST", discordgo.EndpointChannelMessages(discordtest.ChannelID), object{"content": "x"}, bucket)
		return err
	}
	var limited *discordgo.RateLimitError
	for i := range 6 { // each from a bucket of its own, so that the library does not wait
		if err := post(fmt.Sprint(i)); errors.As(err, &limited) != (i == 5) {
			t.Errorf("message %d: %v", i+1, err)
		}
	}
	if limited == nil || limited.RetryAfter <= 0 || srv.Throttled() != 1 {
		t.Errorf("%+v, %d throttled", limited, srv.Throttled())
	}
}
