package bot

import (
	"errors"
	"fmt"
	"regexp"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/phrases"
)

// tongues are all that the bot speaks.
func tongues() []phrases.Tongue {
	var out []phrases.Tongue
	for _, locale := range []string{"en-US", "es-ES", "fr", "de", "pt-BR", "ru", "uk"} {
		out = append(out, phrases.For(locale))
	}
	return out
}

// hostiles are texts that want to be more than text, or more than there is room for.
var hostiles = []string{
	hostileText,
	"**@here** [X](https://evil.example) `root` ||s|| <@&1> <#1> </ask:1> https://evil.example discord.gg/abc",
	"[a](https://courier.example/x) ](https://evil.example) [[b]]((c))",
	strings.Repeat("\\", 5000), strings.Repeat("*_~|`", 1000), strings.Repeat("@everyone ", 500),
	strings.Repeat("שלום ", 900), "\u202e\u2067\u2066 abc שלום \u2069", strings.Repeat("a ש ", 900),
	strings.Repeat("👩‍👩‍👧", 700), "e" + strings.Repeat("\u0301", 4000), strings.Repeat("他说了。", 1200), strings.Repeat("x", 6000),
	"1. one\n2. two\n# three\n> four\n-# five\n```six", "{name} {n} {who} {topic}", "\xff\xfe a\x00b", "“”„«»\"", "- ", "a", "...",
}

func TestHostileTextsInEveryLanguage(t *testing.T) {
	for n, tongue := range tongues() {
		t.Run(tongue.Locale(), func(t *testing.T) {
			for i, h := range hostiles {
				if n == 0 || i%3 == n%3 { // all in English, a third in each other language
					renderAll(t, tongue, h)
				}
			}
		})
	}
}

func FuzzRender(f *testing.F) {
	const long = 600 // the test has the longer ones
	for i, h := range hostiles {
		if len(h) <= long {
			f.Add(h, i)
		}
	}
	f.Fuzz(func(t *testing.T, h string, language int) {
		if len(h) > long {
			t.Skip()
		}
		all := tongues()
		renderAll(t, all[abs(language)%len(all)], h)
	})
}

// renderAll puts a text wherever a stranger's may stand, and holds each message
// to what Discord takes and to be harmless.
func renderAll(t *testing.T, tongue phrases.Tongue, h string) {
	t.Helper()
	text := "A word. " + plain(h)
	a := story("https://courier.example/bridge", "Before: "+text, text, "After: "+text)
	a.Title, a.Outlet = plain(h), plain(h)
	by := &news.Speaker{ID: "x", Name: h, Role: h}
	whole := news.Span{Article: a.Ref(), Paragraph: 2, End: len(text)}
	var quotes []news.Quote
	for _, k := range []news.Kind{news.Direct, news.Mixed, news.Reported} {
		st := &news.Statement{Speaker: "x", Kind: k, Stance: news.Denied, Content: []news.Span{whole}, Passage: whole, Certainty: 0.3}
		q, err := news.Cut(a, whole, st, by)
		if err != nil {
			t.Skip(err)
		}
		quotes = append(quotes, q)
	}
	card := news.Card{Speaker: *by, Direct: 12345, Reported: 1}
	look := answer.LookUp{Name: h, About: h}
	cards := []news.Card{card, card, card}
	for name, m := range map[string]Message{
		"answer":   answerLike(tongue, h, quotes),
		"nothing":  nothingLike(tongue, h, quotes),
		"more":     renderMore(tongue, quotes),
		"context":  renderContext(tongue, a, quotes[0]),
		"profile":  renderStatements(tongue, card, quotes, look, 0),
		"page two": renderStatements(tongue, card, quotes, look, 1),
		"silent":   renderSilent(tongue, card, h, quotes),
		"unsaid":   renderSilent(tongue, card, "", nil),
		"speakers": renderSpeakers(tongue, cards),
		"help":     renderHelp(tongue, commands(Config{}), example{clip(plain(h), 60), clip(plain(h), 60), clip(plain(h), 60)}),
		"excuse":   sorryFor(tongue, phrases.Complain(news.ErrBadInput, "Nobody called “{name}” speaks in this library.", h)),
		"plain":    sorryFor(tongue, fmt.Errorf("%s: %w", h, news.ErrBadInput)),
		"unknown":  sorryFor(tongue, errors.New(h)),
		"added":    renderAdded(tongue, news.Outcome{Title: h, Added: true, Article: a.Ref()}),
		"articles": renderArticles(tongue, []news.ArticleInfo{a.Info(), a.Info()}, func(news.ArticleInfo) bool { return true }, 0),
		"feeds":    renderFeeds(tongue, []FeedState{{Feed: news.Feed{Title: h, Word: h, Speaker: h}, Problem: h}}),
		"arrival":  renderArrival(tongue, a, &news.Reading{Speakers: []news.Speaker{*by}, Statements: []news.Statement{{Speaker: "x", Kind: news.Reported, Content: []news.Span{whole}, Passage: whole, Certainty: 1}}}),
		"digest":   renderDigest(tongue, news.Watch{Speaker: h}, quotes),
		"diff":     {Cards: []Card{{Text: "-" + differences(tongue, []answer.Edit{{Op: answer.Claimed, Text: h}, {Op: answer.Printed, Text: h}, {Op: answer.Same, Text: h}})}}},
	} {
		checkMessage(t, fmt.Sprintf("%s of %.40q", name, h), m)
	}
	for _, c := range renderChoices(cards) {
		if size(c.Name) > 100 || size(c.Value) > 100 || c.Name == "" {
			t.Errorf("a choice of %d and %d code points", size(c.Name), size(c.Value))
		}
	}
}

func answerLike(t phrases.Tongue, h string, quotes []news.Quote) Message {
	l := newLayout(t, colourAnswer, h)
	l.prose(phrases.Sentence("The articles credit {who} with this; each quotation is marked with how far the words are the speaker's own.", phrases.Listed([]string{h, h})).In(t))
	m, _ := l.quotes(quotes, true)
	return m
}

func nothingLike(t phrases.Tongue, h string, quotes []news.Quote) Message {
	l := newLayout(t, colourAbstain, h)
	l.abstain(phrases.Sentence("Nothing in the library credits {names} with anything about {topic}.", h, h).In(t))
	return l.nearest(quotes)
}

func sorryFor(t phrases.Tongue, err error) Message {
	m, _ := sorry(t, err)
	return m
}

// checkMessage holds a message to Discord's limits and to show nothing live but
// the bot's own.
func checkMessage(t *testing.T, name string, m Message) {
	t.Helper()
	total := 0
	for _, c := range m.Cards {
		total += size(c.Title) + size(c.Text) + size(c.Footer)
		if size(c.Title) > 256 || size(c.Text) > 4096 || size(c.Footer) > 2048 || c.Text == "" {
			t.Errorf("%s: a card of %d, %d and %d code points", name, size(c.Title), size(c.Text), size(c.Footer))
		}
		for _, part := range []string{c.Title, c.Text, c.Footer} {
			if !utf8.ValidString(part) || strings.Count(part, isolateFirst) != strings.Count(part, isolateEnd) {
				t.Errorf("%s: broken text %q", name, part)
			}
		}
		for _, part := range []string{c.Title, c.Text} {
			if found := live(part); found != "" {
				t.Errorf("%s: %q is live in %q", name, found, part)
			}
		}
	}
	if total > 6000 || len(m.Cards) > 10 {
		t.Errorf("%s: %d code points in %d cards", name, total, len(m.Cards))
	}
	seen := map[string]bool{}
	if len(m.Rows) > 5 {
		t.Errorf("%s: %d rows", name, len(m.Rows))
	}
	for _, row := range m.Rows {
		if len(row) > 5 {
			t.Errorf("%s: %d buttons in a row", name, len(row))
		}
		for _, b := range row {
			if n := size(b.Label); n < 1 || n > 80 || size(b.ID) > maxCustomID || seen[b.ID] {
				t.Errorf("%s: the button %q with the ID %q", name, b.Label, b.ID)
			}
			seen[b.ID] = true
		}
	}
}

var (
	backslashed = regexp.MustCompile(`\\[^0-9A-Za-z\s]`)
	ourLink     = regexp.MustCompile(`\[[\p{L} ’]+\]\(https://courier\.example/[^()\[\]<>\s@]*\)`)
	alive       = regexp.MustCompile("@|<|\\]\\(|`|\\|\\||://|__|(?m)^ *(#|-#|\\d+[.)] )|discord\\.gg")
)

// live finds what Discord would make something of beside the bot's own markdown
// and links.
func live(text string) string {
	return alive.FindString(ourLink.ReplaceAllString(backslashed.ReplaceAllString(text, "□"), "■"))
}
