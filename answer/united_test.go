package answer

import (
	"strings"
	"testing"
	"time"

	"onrecord/news"
)

// roes is a library in which articles know one Roe by two names; with another
// Roe in it when two is set.
func roes(t testing.TB, two bool) *shelf {
	t.Helper()
	s := &shelf{}
	add := func(id string, day int, name, role, text string) {
		a := &news.Article{ID: id, Version: 1, Title: id, Published: time.Date(2024, 3, day, 0, 0, 0, 0, time.UTC),
			Paragraphs: []news.Paragraph{{Kind: news.Body, Text: text}}}
		news.NumberParagraphs(a.Paragraphs)
		by := news.Speaker{ID: strings.ReplaceAll(strings.ToLower(name), " ", "-"), Name: name, Role: role, Kind: news.Person}
		from := strings.Index(text, "“")
		words := text[from : strings.Index(text, "”")+len("”")]
		s.add(a, credit(t, a, []news.Speaker{by}, []said{{by.ID, news.Direct, "say", []string{words}}}))
	}
	add("first", 1, "Peter Roe", "opposition leader", "“The wall is a waste of stone,” said Peter Roe.")
	add("second", 9, "Roe", "", "“The quarry gave bad stone,” said Mr. Roe.")
	add("third", 5, "Ása Lind", "harbour minister", "“The wall will stand,” said Ása Lind.")
	if two {
		add("fourth", 7, "Nora Roe", "ferry director", "“Fares have not risen,” said Nora Roe.")
	}
	return s
}

func TestOneSpeakerHasOneCard(t *testing.T) {
	for _, tc := range []struct {
		name  string
		two   bool
		typed string
		scope string
		want  string // whom the name means, and the articles of the quotations
	}{
		{"the surname", false, "Roe", "", "Peter Roe: second first"},
		{"the full name", false, "Peter Roe", "", "Peter Roe: second first"},
		{"the full name in the article that has the surname", false, "Peter Roe", "second", "Peter Roe: second"},
		{"two of the surname", true, "Roe", "", "Nora Roe, Peter Roe, Roe could be meant"},
		{"the full name of one of two", true, "Peter Roe", "", "Peter Roe: first"},
	} {
		t.Run(tc.name, func(t *testing.T) {
			e := New(roes(t, tc.two))
			for range 2 { // made and kept
				p, err := e.Speaker(t.Context(), LookUp{Library: "home", Article: tc.scope, Name: tc.typed})
				if err != nil {
					t.Fatal(err)
				}
				got := strings.Join(names(p.CouldBe()), ", ") + " could be meant"
				if p.Card() != nil {
					got = p.Card().Name + ":"
				}
				for _, q := range p.Quotes() {
					got += " " + q.Article().ID
				}
				if got != tc.want {
					t.Errorf("Speaker(%q) in %q gives %s, want %s", tc.typed, tc.scope, got, tc.want)
				}
			}
		})
	}
}

func TestUnitedFollowsTheLibrary(t *testing.T) {
	s := roes(t, false)
	u := unite(s)
	if _, err := u.Cards(t.Context(), "home", ""); err != nil {
		t.Fatal(err)
	}
	refs, err := u.Credited(t.Context(), "home", "peter-roe")
	if err != nil || len(refs) != 2 || refs[0].ID != "second" || refs[1].ID != "first" {
		t.Errorf("Credited = %v, %v; want the articles of both names, newest first", refs, err)
	}
	other := roes(t, true) // a second Roe has come
	*s = *other
	cards, err := u.Cards(t.Context(), "home", "")
	if err != nil || len(cards) != 4 {
		t.Errorf("%d cards, %v; want one for each of the Roes and one for Lind", len(cards), err)
	}
	if refs, err = u.Credited(t.Context(), "home", "peter-roe"); err != nil || len(refs) != 1 {
		t.Errorf("Credited = %v, %v; want the article with his full name only", refs, err)
	}
}
