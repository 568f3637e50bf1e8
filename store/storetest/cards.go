package storetest

import (
	"slices"
	"testing"
	"time"

	"onrecord/news"
	"onrecord/retrieval"
)

// spoken is an article in which people say things: direct, then reported.
func spoken(id string, day int, by ...news.Speaker) (*news.Article, *news.Reading) {
	a := &news.Article{ID: id, Version: 1, Title: id, Paragraphs: []news.Paragraph{{Kind: news.Body, Number: 1, Text: "“Yes,” they said. They said no."}}}
	if day > 0 {
		a.Published = time.Date(2020, 1, day, 0, 0, 0, 0, time.UTC)
	}
	r := &news.Reading{Speakers: by}
	span := news.Span{Article: a.Ref(), Paragraph: 1, Start: 0, End: 9}
	for _, s := range by {
		for _, kind := range []news.Kind{news.Direct, news.Reported, news.Mixed} {
			r.Statements = append(r.Statements, news.Statement{Speaker: s.ID, Kind: kind, Stance: news.Said, Content: []news.Span{span}, Passage: span})
		}
		r.Statements = append(r.Statements, news.Statement{Speaker: s.ID, Kind: news.Reported, Stance: news.Unsaid, Content: []news.Span{span}, Passage: span})
	}
	return a, r
}

func testCards(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	ctx := t.Context()
	mira := news.Speaker{ID: "mira-varga", Name: "Mira Varga", Role: "mayor", Kind: news.Person, Aliases: []string{"Varga"}}
	later := mira
	later.Role, later.Aliases = "minister", []string{"Ms. Varga", "Varga"}
	union := news.Speaker{ID: "the-union", Name: "the union", Kind: news.Group}
	silent := news.Speaker{ID: "silent", Name: "Silent Sam", Kind: news.Person}

	a, r := spoken("a", 3, mira, union)
	r.Speakers = append(r.Speakers, silent)
	add(t, s, "home", a, r)
	b, br := spoken("b", 9, later)
	add(t, s, "home", b, br)
	c, cr := spoken("c", 0, mira)
	add(t, s, "home", c, cr)
	elsewhere, er := spoken("a", 3, silent)
	add(t, s, "elsewhere", elsewhere, er)

	unionCard := news.Card{Speaker: union, Direct: 2, Reported: 1, Articles: 1}
	cards, err := s.Cards(ctx, "home", "")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "cards", []news.Card{
		{
			Speaker: news.Speaker{ID: mira.ID, Name: mira.Name, Role: "minister", Kind: news.Person, Aliases: []string{"Ms. Varga", "Varga"}},
			Roles:   []news.RoleAt{{Role: "minister", At: b.Published}, {Role: "mayor", At: a.Published}},
			Direct:  6, Reported: 3, Articles: 3,
		},
		unionCard,
	}, cards)
	cards, err = s.Cards(ctx, "home", "a")
	if err != nil {
		t.Fatal(err)
	}
	same(t, "cards of one article", []news.Card{
		{Speaker: mira, Roles: []news.RoleAt{{Role: "mayor", At: a.Published}}, Direct: 2, Reported: 1, Articles: 1}, unionCard,
	}, cards)
	refs, err := s.Credited(ctx, "home", mira.ID)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "credited", []news.Ref{b.Ref(), a.Ref(), c.Ref()}, refs) // newest first, undated last

	// A new version that no longer credits somebody takes the credit back.
	b.Paragraphs[0].Text += " Corrected."
	add(t, s, "home", b, &news.Reading{})
	if err := s.Remove(ctx, "home", "c"); err != nil {
		t.Fatal(err)
	}
	cards, _ = s.Cards(ctx, "home", "")
	same(t, "cards after a correction", []news.Card{
		{Speaker: mira, Roles: []news.RoleAt{{Role: "mayor", At: a.Published}}, Direct: 2, Reported: 1, Articles: 1}, unionCard,
	}, cards)
	refs, _ = s.Credited(ctx, "home", mira.ID)
	same(t, "credited after a correction", []news.Ref{a.Ref()}, refs)
}

// testCardsGrow: cards that were carried on while a library grew are those that
// a newcomer makes from the beginning.
func testCardsGrow(t *testing.T, fresh Fresh) {
	address := fresh(t)
	s, watcher := open(t, address), open(t, address)
	ctx := t.Context()
	for n := range 40 {
		a, r := room.Article(n)
		add(t, s, "home", a, r)
		if n%8 == 5 {
			a.Title += ", corrected"
			add(t, s, "home", a, &news.Reading{})
		}
		if n%8 == 7 {
			if err := s.Remove(ctx, "home", a.ID); err != nil {
				t.Fatal(err)
			}
		}
		if n%3 > 0 {
			continue
		}
		got, err := watcher.Cards(ctx, "home", "")
		if err != nil {
			t.Fatal(err)
		}
		want, err := open(t, address).Cards(ctx, "home", "")
		if err != nil || len(want) == 0 {
			t.Fatal(want, err)
		}
		same(t, "cards that grew", want, got)
	}
}

// testOrder: identifiers are ordered by their bytes, whatever a database thinks
// of capitals, accents and punctuation.
func testOrder(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	ctx := t.Context()
	by := news.Speaker{ID: "x", Name: "X", Kind: news.Person}
	ids := []string{"é", "b", "B", "a", "_a", "Z", "z", "a-1", "a1", "A", "ä", "ß", "aa"}
	for _, id := range ids {
		a, r := spoken(id, 5, by)
		add(t, s, "home", a, r)
		add(t, s, id, a, r)
	}
	slices.Sort(ids)
	infos, err := s.Articles(ctx, "home")
	if err != nil {
		t.Fatal(err)
	}
	refs, err := s.Credited(ctx, "home", by.ID)
	if err != nil {
		t.Fatal(err)
	}
	found, err := retrieval.Collect(ctx, s, retrieval.Scope{Library: "home"}, retrieval.Match{Terms: []string{"yes"}})
	if err != nil {
		t.Fatal(err)
	}
	var listed, credited, candidates []string
	for _, i := range infos {
		listed = append(listed, i.ID)
	}
	for _, r := range refs {
		credited = append(credited, r.ID)
	}
	for _, c := range found {
		if c.Paragraph == 1 {
			candidates = append(candidates, c.Article.ID)
		}
	}
	same(t, "order of articles", ids, listed)
	same(t, "order of credits", ids, credited)
	same(t, "order of candidates", ids, candidates)
	libraries, err := s.Libraries(ctx)
	if err != nil {
		t.Fatal(err)
	}
	same(t, "order of libraries", slices.Sorted(slices.Values(append(ids, "home"))), libraries)
}
