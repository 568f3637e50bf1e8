package storetest

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"onrecord/news"
	"onrecord/store"
)

var room = Newsroom{Seed: 1}

// add stores an article and returns it as it must come back.
func add(t testing.TB, s *store.Store, library string, a *news.Article, r *news.Reading) news.Ref {
	t.Helper()
	ref, added, err := s.Add(t.Context(), library, a, r)
	if err != nil || !added {
		t.Fatalf("Add(%s) = %v, %v, %v; want it added", a.ID, ref, added, err)
	}
	return ref
}

func fetch(t testing.TB, s *store.Store, library string, ref news.Ref) (*news.Article, *news.Reading) {
	t.Helper()
	a, r, err := s.Article(t.Context(), library, ref)
	if err != nil {
		t.Fatalf("Article(%v): %v", ref, err)
	}
	return a, r
}

func same(t testing.TB, what string, want, got any) {
	t.Helper()
	if reflect.DeepEqual(want, got) { // Diff takes its time over thousands of candidates
		return
	}
	if d := cmp.Diff(want, got, cmpopts.EquateEmpty()); d != "" {
		t.Errorf("%s differs (-want +got):\n%s", what, d)
	}
}

func testRoundTrip(t *testing.T, fresh Fresh) {
	odd := &news.Article{
		ID: "odd", Version: 1, Title: `A "title" <b>&amp;</b> ' ? $1 :name`, Untitled: true, Language: "",
		Paragraphs: []news.Paragraph{
			{Kind: news.Heading, Text: ""},
			{Kind: news.Body, Number: 1, Text: "“Ça va?” — naïve \u2028 line, tab\t, 48‑hour 🙂 and \\ back \u0001 slash"},
			{Kind: news.Caption, Number: 2, Text: strings.Repeat("long ", 20_000)},
		},
	}
	oddSpan := news.Span{Article: odd.Ref(), Paragraph: 1, Start: 3, End: 5}
	oddReading := &news.Reading{
		Speakers:   []news.Speaker{{ID: "x", Name: "Ünal", Kind: news.Country}},
		Statements: []news.Statement{{Speaker: "", Kind: news.Narration, Content: []news.Span{oddSpan, oddSpan}, Passage: oddSpan, Certainty: 0.1 + 0.2}},
	}
	plain, plainReading := room.Article(1)
	undated, undatedReading := room.Article(2)
	undated.Published = time.Time{}
	for _, c := range []struct {
		name string
		a    *news.Article
		r    *news.Reading
	}{{"plain", plain, plainReading}, {"odd", odd, oddReading}, {"undated", undated, undatedReading}, {"empty", &news.Article{ID: "empty", Version: 1}, &news.Reading{}}} {
		t.Run(c.name, func(t *testing.T) {
			address := fresh(t)
			s := open(t, address)
			ref := add(t, s, "home", c.a, c.r)
			same(t, "ref", c.a.Ref(), ref)
			for _, s := range []*store.Store{s, open(t, address)} { // from memory and from the file
				for _, version := range []int{0, 1} {
					a, r := fetch(t, s, "home", news.Ref{ID: c.a.ID, Version: version})
					same(t, "article", c.a, a)
					same(t, "reading", c.r, r)
				}
			}
			infos, err := s.Articles(t.Context(), "home")
			if err != nil {
				t.Fatal(err)
			}
			same(t, "list", []news.ArticleInfo{c.a.Info()}, infos)
		})
	}
}

func testVersions(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	first, r := room.Article(1)
	add(t, s, "home", first, r)
	before, _ := s.Version(t.Context(), "home")
	if ref, added, err := s.Add(t.Context(), "home", first, r); err != nil || added || ref != first.Ref() {
		t.Errorf("adding the same words again = %v, %v, %v; want %v, left alone", ref, added, err, first.Ref())
	}
	if after, _ := s.Version(t.Context(), "home"); after != before {
		t.Errorf("the library's version went from %d to %d though nothing changed", before, after)
	}
	changed, r2 := room.Article(1)
	changed.Paragraphs[len(changed.Paragraphs)-1].Text += " One more sentence."
	if ref := add(t, s, "home", changed, r2); ref.Version != 2 {
		t.Errorf("changed words became version %d, want 2", ref.Version)
	}
	if after, _ := s.Version(t.Context(), "home"); after <= before {
		t.Errorf("the library's version stayed %d though an article changed", after)
	}
	old, oldReading := fetch(t, s, "home", first.Ref())
	same(t, "old version", first, old)
	same(t, "old reading", r, oldReading)
	newest, newReading := fetch(t, s, "home", news.Ref{ID: first.ID})
	if newest.Version != 2 || len(newReading.Statements) == 0 || newReading.Statements[0].Passage.Article != newest.Ref() {
		t.Errorf("newest is version %d with spans of another", newest.Version)
	}
	for _, st := range newReading.Statements {
		if _, err := newest.Text(st.Passage); err != nil {
			t.Error(err)
		}
	}
	infos, err := s.Articles(t.Context(), "home")
	if err != nil || len(infos) != 1 || infos[0].Version != 2 {
		t.Errorf("list = %v, %v; want the newest version alone", infos, err)
	}
}

func testRemove(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	a, r := room.Article(1)
	other, otherReading := room.Article(2)
	add(t, s, "home", a, r)
	add(t, s, "home", other, otherReading)
	if err := s.Remove(t.Context(), "home", a.ID); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Article(t.Context(), "home", a.Ref()); !errors.Is(err, news.ErrNotFound) {
		t.Errorf("a removed article is still there: %v", err)
	}
	if err := s.Remove(t.Context(), "home", a.ID); !errors.Is(err, news.ErrNotFound) {
		t.Errorf("removing it again: %v, want news.ErrNotFound", err)
	}
	infos, _ := s.Articles(t.Context(), "home")
	same(t, "list", []news.ArticleInfo{other.Info()}, infos)
	// An old span must never point at other words: numbers aren't used twice.
	a.Paragraphs[1].Text += " Changed."
	if ref := add(t, s, "home", a, &news.Reading{}); ref.Version != 2 {
		t.Errorf("added after removal as version %d, want 2", ref.Version)
	}
}

func testIsolation(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	a, r := room.Article(1)
	add(t, s, "one", a, r)
	if _, _, err := s.Article(t.Context(), "two", a.Ref()); !errors.Is(err, news.ErrNotFound) {
		t.Errorf("another library's article was found: %v", err)
	}
	if infos, err := s.Articles(t.Context(), "two"); err != nil || len(infos) != 0 {
		t.Errorf("list of an empty library = %v, %v", infos, err)
	}
	other, otherReading := room.Article(1)
	other.Title = "The same address, another library"
	if ref := add(t, s, "two", other, otherReading); ref.Version != 1 {
		t.Errorf("version %d in a library of its own, want 1", ref.Version)
	}
	if err := s.Remove(t.Context(), "one", a.ID); err != nil {
		t.Fatal(err)
	}
	got, _ := fetch(t, s, "two", other.Ref())
	same(t, "the other library's", other, got)
}

func testBadInput(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	bad := func(change func(a *news.Article)) *news.Article {
		a := &news.Article{ID: "bad", Version: 1, Title: "t", Paragraphs: []news.Paragraph{{Kind: news.Body, Number: 1, Text: "fine"}}}
		change(a)
		return a
	}
	for name, a := range map[string]*news.Article{
		"broken UTF-8":     bad(func(a *news.Article) { a.Paragraphs[0].Text = "a\xffb" }),
		"a zero character": bad(func(a *news.Article) { a.Paragraphs[0].Text = "a\x00b" }),
		"broken title":     bad(func(a *news.Article) { a.Title = "\xc3(" }),
		"no identifier":    bad(func(a *news.Article) { a.ID = "" }),
		"endless title":    bad(func(a *news.Article) { a.Title = strings.Repeat("t", 1<<20) }),
		"endless text":     bad(func(a *news.Article) { a.Paragraphs[0].Text = strings.Repeat("t", 50<<20) }),
	} {
		t.Run(name, func(t *testing.T) {
			_, _, err := s.Add(t.Context(), "home", a, &news.Reading{})
			if !errors.Is(err, news.ErrBadInput) {
				t.Fatalf("Add: %v, want news.ErrBadInput", err)
			}
			if text := err.Error(); !strings.HasSuffix(text, ".") {
				t.Errorf("%q is not a whole sentence", text)
			}
		})
	}
	for _, library := range []string{"", "a\xffb", "a\x00", strings.Repeat("x", 300)} {
		if _, _, err := s.Add(t.Context(), library, bad(func(*news.Article) {}), &news.Reading{}); !errors.Is(err, news.ErrBadInput) {
			t.Errorf("a library named %.10q: %v, want news.ErrBadInput", library, err)
		}
	}
	a := bad(func(*news.Article) {})
	for name, span := range map[string]news.Span{
		"past the end":      {Article: a.Ref(), Paragraph: 1, Start: 0, End: 99},
		"another paragraph": {Article: a.Ref(), Paragraph: 2, Start: 0, End: 1},
		"another article":   {Article: news.Ref{ID: "x", Version: 1}, Paragraph: 1, Start: 0, End: 1},
	} {
		r := &news.Reading{Statements: []news.Statement{{Kind: news.Reported, Content: []news.Span{span}}}}
		if _, _, err := s.Add(t.Context(), "home", a, r); !errors.Is(err, news.ErrBadSpan) {
			t.Errorf("span %s: %v, want news.ErrBadSpan", name, err)
		}
	}
	if infos, err := s.Articles(t.Context(), "home"); err != nil || len(infos) != 0 {
		t.Errorf("after refusals the library holds %v, %v", infos, err)
	}
}

func testUnknown(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	a, r := room.Article(1)
	add(t, s, "home", a, r)
	for _, odd := range []string{"", "nobody", "a\xff", "a\x00b", "'; DROP TABLE article; --", strings.Repeat("x", 1<<20)} {
		if _, _, err := s.Article(t.Context(), "home", news.Ref{ID: odd}); !errors.Is(err, news.ErrNotFound) {
			t.Errorf("Article(%.20q): %v, want news.ErrNotFound", odd, err)
		}
		if err := s.Remove(t.Context(), "home", odd); !errors.Is(err, news.ErrNotFound) {
			t.Errorf("Remove(%.20q): %v, want news.ErrNotFound", odd, err)
		}
		if infos, err := s.Articles(t.Context(), odd); err != nil || len(infos) != 0 {
			t.Errorf("Articles(%.20q) = %v, %v", odd, infos, err)
		}
		if refs, err := s.Credited(t.Context(), "home", odd); err != nil || len(refs) != 0 {
			t.Errorf("Credited(%.20q) = %v, %v", odd, refs, err)
		}
	}
	if _, _, err := s.Article(t.Context(), "home", news.Ref{ID: a.ID, Version: 9}); !errors.Is(err, news.ErrNotFound) {
		t.Errorf("a version that never was: %v", err)
	}
}

func testSettings(t *testing.T, fresh Fresh) {
	address := fresh(t)
	s := open(t, address)
	if done, err := s.Seeded(t.Context(), "home", "built-in"); err != nil || done {
		t.Fatalf("a new library is seeded: %v, %v", done, err)
	}
	if err := s.SetSeeded(t.Context(), "home", "built-in"); err != nil {
		t.Fatal(err)
	}
	for _, set := range []string{"careful", "bold", ""} {
		if err := s.SetSetting(t.Context(), "home", "boldness", set); err != nil {
			t.Fatal(err)
		}
		if got, err := open(t, address).Setting(t.Context(), "home", "boldness"); err != nil || got != set {
			t.Errorf("Setting = %q, %v; want %q", got, err, set)
		}
	}
	if done, err := s.Seeded(t.Context(), "home", "built-in"); err != nil || !done {
		t.Errorf("Seeded = %v, %v; want true", done, err)
	}
	if done, err := s.Seeded(t.Context(), "other", "built-in"); err != nil || done {
		t.Errorf("another library is seeded: %v, %v", done, err)
	}
}
