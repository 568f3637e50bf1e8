package shelf_test

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/news"
	"onrecord/retrieval"
	"onrecord/shelf"
	"onrecord/store"
	"onrecord/store/storetest"
)

const (
	own    = "server-1"
	shared = news.HomeLibrary
	whole  = "whole" // has at once what the two have together
	asked  = own + "+" + shared
)

// stocked is a store with an own library of articles 20 to 39, a shared one of 0
// to 24, and one with all of them.
func stocked(t *testing.T) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	for n := range 40 {
		if n >= 20 {
			put(t, s, own, n)
		}
		if n < 25 {
			put(t, s, shared, n)
		}
		put(t, s, whole, n)
	}
	return s
}

var room = storetest.Newsroom{Seed: 7}

func put(t *testing.T, s *store.Store, library string, n int) *news.Article {
	t.Helper()
	a, r := room.Article(n)
	if _, _, err := s.Add(t.Context(), library, a, r); err != nil {
		t.Fatal(err)
	}
	return a
}

// TestTwoAsOne: two libraries asked together say what one with all their articles
// says.
func TestTwoAsOne(t *testing.T) {
	s := stocked(t)
	sh := shelf.New(s)
	ctx := t.Context()
	if name := shelf.Both(own, shared); name != asked {
		t.Fatalf("the name is %q", name)
	}
	for range 2 { // from the store, then from memory
		want, _ := s.Articles(ctx, whole)
		got, err := sh.Articles(ctx, asked)
		check(t, "Articles", want, got, err)

		cards, _ := s.Cards(ctx, whole, "")
		joined, err := sh.Cards(ctx, asked, "")
		check(t, "Cards", plainCards(cards), plainCards(joined), err)
		for _, c := range cards {
			want, _ := s.Credited(ctx, whole, c.ID)
			got, err := sh.Credited(ctx, asked, c.ID)
			check(t, "Credited "+c.ID, want, got, err)
		}
		terms := termsOf("harbour budget ferry council Varga lighthouse nowhere")
		for _, article := range []string{"", want[0].ID, want[15].ID, want[39].ID, "missing2"} {
			of, both := retrieval.Scope{Library: whole, Article: article}, retrieval.Scope{Library: asked, Article: article}
			counts, _ := s.Counts(ctx, of, terms)
			gotCounts, err := sh.Counts(ctx, both, terms)
			check(t, "Counts "+article, counts, gotCounts, err)
			found, _ := retrieval.Collect(ctx, s, of, retrieval.Match{Terms: terms})
			gotFound, err := retrieval.Collect(ctx, sh, both, retrieval.Match{Terms: terms})
			check(t, "Candidates "+article, found, gotFound, err)
			cards, _ := s.Cards(ctx, whole, article)
			gotCards, err := sh.Cards(ctx, asked, article)
			check(t, "Cards "+article, plainCards(cards), plainCards(gotCards), err)
		}
		for _, i := range want {
			a, r, _ := s.Article(ctx, whole, i.Ref)
			gotA, gotR, err := sh.Article(ctx, asked, i.Ref)
			check(t, "Article "+i.ID, a, gotA, err)
			check(t, "Reading "+i.ID, r, gotR, err)
		}
		if _, _, err := sh.Article(ctx, asked, news.Ref{ID: "missing2"}); !errors.Is(err, news.ErrNotFound) {
			t.Errorf("an article that is in neither: %v", err)
		}
	}
}

func check(t *testing.T, what string, want, got any, err error) {
	t.Helper()
	if err != nil {
		t.Errorf("%s: %v", what, err)
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Errorf("%s (-one library +two):\n%s", what, d)
	}
}

// plainCards are cards with their other names in order: which comes first depends
// on which library is read first.
func plainCards(cards []news.Card) []news.Card {
	out := slices.Clone(cards)
	for i := range out {
		out[i].Aliases = slices.Sorted(slices.Values(out[i].Aliases))
	}
	return out
}

func termsOf(text string) (out []string) {
	for _, t := range retrieval.Terms(text) {
		out = append(out, t.Text)
	}
	return out
}

// TestChanges: what either library gains or loses shows at once, and what was
// kept ready meanwhile does not.
func TestChanges(t *testing.T) {
	s := stocked(t)
	sh := shelf.New(s)
	ctx := t.Context()
	same := func(when string) {
		t.Helper()
		want, _ := s.Articles(ctx, whole)
		got, err := sh.Articles(ctx, asked)
		check(t, when+": Articles", want, got, err)
		cards, _ := s.Cards(ctx, whole, "")
		joined, err := sh.Cards(ctx, asked, "")
		check(t, when+": Cards", plainCards(cards), plainCards(joined), err)
	}
	same("at first")
	put(t, s, own, 50)
	put(t, s, whole, 50)
	same("own gained")
	put(t, s, shared, 51)
	put(t, s, whole, 51)
	same("shared gained")
	a := put(t, s, own, 22) // in both
	if err := s.Remove(ctx, own, a.ID); err != nil {
		t.Fatal(err)
	}
	same("own lost one that shared has")
	for _, library := range []string{shared, whole} {
		if err := s.Remove(ctx, library, a.ID); err != nil {
			t.Fatal(err)
		}
	}
	same("shared lost it too")
}

// TestSameCards: the engine tells by the list whether the speakers are the same.
func TestSameCards(t *testing.T) {
	s := stocked(t)
	sh := shelf.New(s)
	list := func() []news.Card {
		t.Helper()
		cards, err := sh.Cards(t.Context(), asked, "")
		if err != nil {
			t.Fatal(err)
		}
		return cards
	}
	first := list()
	if again := list(); &again[0] != &first[0] {
		t.Error("another list, though nothing changed")
	}
	put(t, s, own, 60)
	if again := list(); &again[0] == &first[0] {
		t.Error("the same list, though an article came")
	}
}

// counting counts the questions that reach a store.
type counting struct {
	shelf.Store
	asked []string
}

func (c *counting) Counts(ctx context.Context, in retrieval.Scope, terms []string) (retrieval.Counts, error) {
	c.asked = append(c.asked, in.Library)
	return c.Store.Counts(ctx, in, terms)
}

func (c *counting) Cards(ctx context.Context, library, article string) ([]news.Card, error) {
	c.asked = append(c.asked, library)
	return c.Store.Cards(ctx, library, article)
}

func TestLibraryOfAPlace(t *testing.T) {
	s := stocked(t)
	c := &counting{Store: s}
	sh := shelf.New(c)
	ctx := t.Context()
	for _, l := range []struct {
		name, own string
		hidden    bool
		want      string
	}{
		{"with articles", own, false, asked},
		{"with articles, the shared one hidden", own, true, own},
		{"without articles", "server-2", false, shared},
		{"without articles, the shared one hidden", "server-2", true, "server-2"},
		{"of a person", news.UserLibrary("3"), false, shared},
	} {
		t.Run(l.name, func(t *testing.T) {
			if got, err := sh.Library(ctx, l.own, l.hidden); err != nil || got != l.want {
				t.Errorf("got %q, %v; want %q", got, err, l.want)
			}
		})
	}
	// One library is asked as if there were no shelf.
	if _, err := sh.Counts(ctx, retrieval.Scope{Library: shared}, []string{"harbour"}); err != nil {
		t.Fatal(err)
	}
	if _, err := sh.Cards(ctx, shared, ""); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(c.asked, " "); got != shared+" "+shared {
		t.Errorf("the store was asked for %q", got)
	}
}

// TestServersDoNotMeet: of two servers' articles neither shows the other's.
func TestServersDoNotMeet(t *testing.T) {
	s := stocked(t)
	sh := shelf.New(s)
	other := put(t, s, "server-2", 70)
	ctx := t.Context()
	for name, library := range map[string]string{"its own": own, "with the shared one": asked} {
		infos, err := sh.Articles(ctx, library)
		if err != nil {
			t.Fatal(err)
		}
		if slices.ContainsFunc(infos, func(i news.ArticleInfo) bool { return i.ID == other.ID }) {
			t.Errorf("%s: lists the other server's article", name)
		}
		if _, _, err := sh.Article(ctx, library, news.Ref{ID: other.ID}); !errors.Is(err, news.ErrNotFound) {
			t.Errorf("%s: gives the other server's article (%v)", name, err)
		}
		found, err := retrieval.Collect(ctx, sh, retrieval.Scope{Library: library}, retrieval.Match{Terms: termsOf(other.Title + " " + other.Paragraphs[1].Text)})
		if err != nil {
			t.Fatal(err)
		}
		for _, c := range found {
			if c.Article.ID == other.ID {
				t.Errorf("%s: finds the other server's paragraph %d", name, c.Paragraph)
			}
		}
	}
}

func BenchmarkCounts(b *testing.B) {
	s, err := store.Open(b.Context(), b.TempDir()+"/library.db")
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	for n := range 200 {
		a, r := room.Article(n)
		library := shared
		if n%10 == 0 {
			library = own
		}
		if _, _, err := s.Add(b.Context(), library, a, r); err != nil {
			b.Fatal(err)
		}
	}
	sh := shelf.New(s)
	terms := termsOf("harbour budget ferry council Varga lighthouse")
	for _, library := range []string{shared, asked} {
		b.Run(fmt.Sprint(library), func(b *testing.B) {
			for b.Loop() {
				in := retrieval.Scope{Library: library}
				if _, err := sh.Counts(b.Context(), in, terms); err != nil {
					b.Fatal(err)
				}
				if _, err := retrieval.Collect(b.Context(), sh, in, retrieval.Match{Terms: terms}); err != nil {
					b.Fatal(err)
				}
				if _, err := sh.Cards(b.Context(), library, ""); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
