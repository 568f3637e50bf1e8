package answer

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/news"
)

var update = flag.Bool("update", false, "write the golden files")

// TestJSON holds what programs read to golden files (go test -update).
func TestJSON(t *testing.T) {
	ctx, s := context.Background(), byHand(t)
	s.articles[0].URL = "https://news.example/a?b=1&c=2"
	e := New(s)
	answer := func(question string) any {
		a, err := e.Ask(ctx, news.Question{Text: question, Library: news.HomeLibrary})
		if err != nil {
			t.Fatal(err)
		}
		return Timed(a, 1999*time.Microsecond)
	}
	verdict, err := e.Check(ctx, Claim{Library: news.HomeLibrary, Words: "a 72-hour ceasefire to allow aid into Aleppo", Speaker: "Ryabkov"})
	if err != nil {
		t.Fatal(err)
	}
	cards, err := e.Speakers(ctx, news.HomeLibrary, "")
	if err != nil {
		t.Fatal(err)
	}
	for name, v := range map[string]any{
		"answered":       answer("What did Ryabkov say about a 48-hour ceasefire?"),
		"abstained":      answer("What did Kirby say about a 48-hour ceasefire?"),
		"no-question":    answer(""),
		"zero-answer":    Answer{},
		"speaker":        lookUp(t, "Kerry", ""),
		"speaker-john":   lookUp(t, "John", ""),
		"speakers":       Cards(cards[:2]),
		"speakers-empty": Cards(nil),
		"verdict":        verdict,
	} {
		var b bytes.Buffer
		enc := json.NewEncoder(&b)
		enc.SetEscapeHTML(false)
		enc.SetIndent("", "  ")
		if err := enc.Encode(v); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		got := b.Bytes()
		path := filepath.Join("testdata", "json", name+".json")
		if *update {
			if err := os.WriteFile(path, got, 0o644); err != nil {
				t.Fatal(err)
			}
		}
		want, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		if d := cmp.Diff(string(want), string(got)); d != "" {
			t.Errorf("%s (-want +got):\n%s", name, d)
		}
	}
}

func TestTimedWantsAnObject(t *testing.T) {
	if _, err := json.Marshal(Timed([]int{1}, 0)); err == nil {
		t.Error("a list got took_ms")
	}
	b, err := json.Marshal(Timed(struct{}{}, time.Second))
	if err != nil || string(b) != `{"took_ms":1000}` {
		t.Errorf("%s, %v", b, err)
	}
}

func TestLink(t *testing.T) {
	a := &news.Article{ID: "x", Version: 1, Paragraphs: []news.Paragraph{{Kind: news.Body,
		Text: "“Yes, we can,” she said & left at 9-ish. One two three four five six seven eight nine ten eleven twelve thirteen fourteen."}}}
	news.NumberParagraphs(a.Paragraphs)
	cut := func(words string) news.Quote {
		q, err := news.Cut(a, find(t, a, words), nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		return q
	}
	for _, c := range []struct{ url, words, want string }{
		{"", "we can", ""},
		{"javascript:alert(1)", "we can", ""},
		{"https://user:word@news.example/", "we can", ""},
		{"https://news.example/a", "Yes, we can", "https://news.example/a#:~:text=Yes%2C%20we%20can"},
		{"https://news.example/a#top", "said & left at 9-ish", "https://news.example/a#top:~:text=said%20%26%20left%20at%209%2Dish"},
		{"https://news.example/a", "One two three four five six seven eight nine ten eleven twelve thirteen fourteen.",
			"https://news.example/a#:~:text=One%20two%20three%20four,eleven%20twelve%20thirteen%20fourteen"},
	} {
		a.URL = c.url
		if got := Link(cut(c.words)); got != c.want {
			t.Errorf("%q at %q:\n got %s\nwant %s", c.words, c.url, got, c.want)
		}
	}
}
