package answer

import (
	"context"
	"errors"
	"strings"
	"testing"

	"onrecord/news"
)

func lookUp(t testing.TB, name, about string) Profile {
	t.Helper()
	p, err := New(byHand(t)).Speaker(context.Background(), LookUp{Library: news.HomeLibrary, Name: name, About: about})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestSpeakerDirectQuotationsFirst(t *testing.T) {
	p := lookUp(t, "ryabkov", "")
	if p.Card() == nil || p.Card().Name != "Sergei Ryabkov" || p.Card().Role != "Russian Deputy Foreign Minister" {
		t.Fatalf("card %+v", p.Card())
	}
	var kinds []string
	for _, q := range p.Quotes() {
		kinds = append(kinds, string(q.Kind()))
	}
	if got := strings.Join(kinds, " "); got != "direct mixed reported reported" {
		t.Errorf("kinds in order: %s", got)
	}
}

func TestSpeakerAbout(t *testing.T) {
	p := lookUp(t, "Ryabkov", "terrorism")
	if len(p.Quotes()) == 0 || p.About() != "terrorism" {
		t.Fatalf("%d quotations about %q", len(p.Quotes()), p.About())
	}
	for _, q := range p.Quotes() {
		if !strings.Contains(q.Text(), "terrorism") {
			t.Errorf("not about terrorism: %q", q.Text())
		}
	}
	p = lookUp(t, "Kirby", "a 48-hour ceasefire")
	if len(p.Quotes()) != 0 || len(p.ElseSaid()) == 0 || p.ElseSaid()[0].Speaker().Name != "Sergei Ryabkov" {
		t.Errorf("Kirby about the ceasefire: %d of his, %d of others", len(p.Quotes()), len(p.ElseSaid()))
	}
}

func TestSpeakerUnsure(t *testing.T) {
	if p := lookUp(t, "John", ""); p.Card() != nil || len(p.CouldBe()) != 2 {
		t.Errorf("John could be %v", names(p.CouldBe()))
	}
	if p := lookUp(t, "Lavrov", ""); p.Card() != nil || len(p.CouldBe()) != 0 || len(p.Quotes()) != 0 {
		t.Errorf("Lavrov is %+v", p)
	}
	if p := lookUp(t, "Petkov", ""); p.Card() == nil || p.Card().Name != "Dmitry Peskov" {
		t.Errorf("Petkov is not read as a slip: %+v", p)
	}
	if p := lookUp(t, "Sergei Rybak", ""); p.Card() != nil || len(p.Nearest()) == 0 || p.Nearest()[0].Name != "Sergei Ryabkov" {
		t.Errorf("nearest to Sergei Rybak: %v", names(p.Nearest()))
	}
	if _, err := New(byHand(t)).Speaker(context.Background(), LookUp{Name: " \t"}); !errors.Is(err, news.ErrBadInput) {
		t.Errorf("an empty name: %v", err)
	}
}

func TestSuggest(t *testing.T) {
	e := New(byHand(t))
	for typed, want := range map[string]string{
		"ry":         "Sergei Ryabkov",
		"Sergei":     "Sergei Ryabkov",
		"john":       "John Kerry, John Kirby",
		"john ki":    "John Kirby",
		"kremlin":    "Dmitry Peskov",
		"ryabkof":    "Sergei Ryabkov",
		"zzz":        "",
		"\xff":       "",
		"russian di": "Russian diplomats",
	} {
		cards, err := e.Suggest(context.Background(), news.HomeLibrary, typed, 25)
		if got := strings.Join(names(cards), ", "); err != nil || got != want {
			t.Errorf("%q suggests %q (%v), want %q", typed, got, err, want)
		}
	}
	if cards, _ := e.Suggest(context.Background(), news.HomeLibrary, "", 3); len(cards) != 3 || cards[0].Name != "Sergei Ryabkov" {
		t.Errorf("nothing typed suggests %v", names(cards))
	}
}
