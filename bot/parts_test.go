package bot

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/google/go-cmp/cmp"
	"github.com/gorilla/websocket"

	"onrecord/news"
)

func TestSpanIDs(t *testing.T) {
	spans := []news.Span{
		{Article: news.Ref{ID: "k3v7qa2m", Version: 1}, Paragraph: 9, Start: 0, End: 120},
		{Article: news.Ref{ID: "with.point", Version: 12}, Paragraph: 1, Start: 7, End: 8},
	}
	id, ok := customID(verbNext, spanID(spans[0]), spanID(spans[1]))
	if !ok {
		t.Fatal("too long")
	}
	verb, args := splitID(id)
	got, err := parseSpans(args)
	if err != nil || verb != verbNext {
		t.Fatal(verb, err)
	}
	if d := cmp.Diff(spans, got); d != "" {
		t.Error(d)
	}
	for _, bad := range []string{"", "a.b", "a.1.2.3", "a.1.2.3.x"} {
		if _, err := parseSpans([]string{bad}); err == nil {
			t.Errorf("%q was read as a span", bad)
		}
	}
	if _, ok := customID(verbMore, "0", strings.Repeat("n", 100)); ok {
		t.Error("an ID of more than 100 characters was made")
	}
}

func TestQuotedWords(t *testing.T) {
	for _, c := range []struct{ name, in, want string }{
		{"in marks", `Kirby said "thinly disguised invitations" yesterday`, "thinly disguised invitations"},
		{"the longest of several", `He said “yes” and then “not before the spring”.`, "not before the spring"},
		{"block quote", "look:\n> no cars\n> from June\nwow", "no cars from June"},
		{"marks in a block quote", "> he said “no cars” today", "no cars"},
		{"block quote to the end", "see\n>>> no cars\nfrom June", "no cars from June"},
		{"opened curly, closed straight", `he said “no cars at all" then`, "no cars at all"},
		{"German", "er sagte „keine Autos“", "keine Autos"},
		{"no marks at all", "no cars\nfrom June", "no cars from June"},
		{"nothing", " \n ", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := quotedWords(c.in); got != c.want {
				t.Errorf("got %q, want %q", got, c.want)
			}
		})
	}
}

func TestScrub(t *testing.T) {
	const token = "abc.def.ghi"
	in := `Post "https://discord.com/api/v9/interactions/123/aW50ZXI/callback": EOF; https://discord.com/api/v9/webhooks/1/s3cret?wait=true; Bot abc.def.ghi`
	want := `Post "https://discord.com/api/v9/interactions/123/[token]/callback": EOF; https://discord.com/api/v9/webhooks/1/[token]?wait=true; Bot [token]`
	if got := scrub(in, token); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}

func TestWords(t *testing.T) {
	for in, want := range map[string]string{
		"<@7> who said so?":       "who said so?",
		"who <@!7> said\nso <@8>": "who said so <@8>",
		"<@7>":                    "",
	} {
		if got := words(in, "7"); got != want {
			t.Errorf("words(%q) is %q, want %q", in, got, want)
		}
	}
}

func TestClockAllowsForSkew(t *testing.T) {
	var c discordClock
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	id := fmt.Sprint((now.Add(-2*time.Second).UnixMilli() - 1420070400000) << 22)
	if age := c.age(id, now); age != 2*time.Second {
		t.Errorf("age is %v", age)
	}
	// This machine's clock is an hour fast: Discord's Date tells.
	c.observe(now.Add(-time.Hour).Format(time.RFC1123), now)
	if age := c.age(id, now.Add(time.Hour)); age > 3*time.Second || age < time.Second {
		t.Errorf("age with a fast clock is %v", age)
	}
	if c.age("no snowflake", now) != 0 {
		t.Error("an ID without a time has an age")
	}
}

func TestPace(t *testing.T) {
	p := newPace(10*time.Second, 2, 0)
	now := time.Now()
	for i, want := range []struct {
		wait  time.Duration
		first bool
	}{{0, false}, {0, false}, {10 * time.Second, true}, {10 * time.Second, false}} {
		if got, first := p.wait("ada", now); got.Round(time.Second) != want.wait || first != want.first {
			t.Errorf("question %d: wait %v, first %v; want %v", i+1, got, first, want)
		}
	}
	if d, _ := p.wait("bob", now); d != 0 {
		t.Error("one user's questions count against another")
	}
	if d, _ := p.wait("ada", now.Add(11*time.Second)); d != 0 {
		t.Error("waiting did not help")
	}
	if _, first := p.wait("ada", now.Add(11*time.Second)); !first {
		t.Error("after a question that counted the user is not told anew")
	}
}

func TestPaceOfACrowd(t *testing.T) {
	p := newPace(time.Second, 1, time.Minute)
	now := time.Now()
	told := 0
	for s := range 600 { // ten minutes, two questions a second
		for range 2 {
			if _, tell := p.wait("server", now.Add(time.Duration(s)*time.Second)); tell {
				told++
			}
		}
	}
	if told != 10 {
		t.Errorf("told %d times in ten minutes, want once a minute", told)
	}
}

func TestCrew(t *testing.T) {
	var c crew
	l := newLane(1)
	release := make(chan struct{})
	if !c.try(l, func() { <-release }) {
		t.Fatal("refused the first")
	}
	if c.try(l, func() {}) {
		t.Fatal("took more than the lane holds")
	}
	c.sendHome()
	if c.try(newLane(1), func() {}) {
		t.Fatal("took work after being sent home")
	}
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if c.finish(ctx) == nil {
		t.Fatal("called finished what is not")
	}
	close(release)
	if err := c.finish(t.Context()); err != nil {
		t.Fatal(err)
	}
}

func TestFatal(t *testing.T) {
	for _, c := range []struct {
		name string
		err  error
		want string // "" for an error worth another try
	}{
		{"none", nil, ""},
		{"network", errors.New("no route to host"), ""},
		{"unknown error", &websocket.CloseError{Code: 4000}, ""},
		{"session timed out", &websocket.CloseError{Code: 4009}, ""},
		{"token", fmt.Errorf("open: %w", &websocket.CloseError{Code: 4004}), "Reset Token"},
		{"token over REST", &apiError{status: 401}, "Reset Token"},
		{"Discord is down", &apiError{status: 503}, ""},
		{"sharding", &websocket.CloseError{Code: 4011}, "other shards than Discord wants"},
		{"intents", &websocket.CloseError{Code: 4014}, "Privileged Gateway Intents"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := fatal(c.err)
			if (got == nil) != (c.want == "") || got != nil && !strings.Contains(got.Error(), c.want) {
				t.Errorf("got %v, want %q", got, c.want)
			}
		})
	}
}

func TestInviteAsksForLittle(t *testing.T) {
	const want = "https://discord.com/oauth2/authorize?client_id=42&scope=bot+applications.commands&permissions=309237730304"
	if got := inviteLink("42"); got != want {
		t.Errorf("got %s", got)
	}
	if intents&(discordgo.IntentGuildMembers|discordgo.IntentGuildPresences|discordgo.IntentMessageContent) != 0 {
		t.Error("a privileged intent is asked for")
	}
}

func TestBackoffGrows(t *testing.T) {
	for failures := 1; failures < 70; failures++ {
		full := min(time.Second<<min(failures-1, 16), longestWait)
		if d := backoff(time.Second, failures); d < full/2 || d > full {
			t.Errorf("after %d failures: %v, want %v to %v", failures, d, full/2, full)
		}
	}
}

func TestLink(t *testing.T) {
	long := "One of many words, " + strings.Repeat("many words, ", 30) + "and no more of them."
	for _, c := range []struct{ name, url, text, want string }{
		{"no address", "", "He left.", ""},
		{"short passage", "https://a.example/x", "He left.", "https://a.example/x#:~:text=He%20left"},
		{"comma and dash mean something", "https://a.example/x", "No, a two-way", "https://a.example/x#:~:text=No%2C%20a%20two%2Dway"},
		{"long passage", "https://a.example/x", long, "https://a.example/x#:~:text=One%20of%20many%20words,no%20more%20of%20them"},
		{"brackets would end a masked link", "https://a.example/x_(y)", "He left.", "https://a.example/x_%28y%29#:~:text=He%20left"},
		{"its own fragment stays", "https://a.example/x#top", "He left.", "https://a.example/x#top:~:text=He%20left"},
		{"not the web", "javascript:alert(1)", "He left.", ""},
		{"a name and password", "https://u:p@a.example/x", "He left.", ""},
		{"too long with words", "https://a.example/" + strings.Repeat("x", 470), "He left.", "https://a.example/" + strings.Repeat("x", 470)},
		{"too long at all", "https://a.example/" + strings.Repeat("x", 600), "He left.", ""},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := link(quote(t, c.url, c.text)); got != c.want {
				t.Errorf("got  %s\nwant %s", got, c.want)
			}
		})
	}
}

// quote cuts a paragraph whole out of an article made for it.
func quote(t *testing.T, url, text string) news.Quote {
	t.Helper()
	a := &news.Article{ID: "made", Version: 1, Title: "Made", URL: url, Paragraphs: []news.Paragraph{{Number: 1, Kind: news.Body, Text: text}}}
	q, err := news.Cut(a, news.Span{Article: a.Ref(), Paragraph: 1, Start: 0, End: len(text)}, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	return q
}
