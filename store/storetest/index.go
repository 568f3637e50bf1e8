package storetest

import (
	"fmt"
	"maps"
	"slices"
	"sort"
	"sync"
	"testing"

	"onrecord/news"
	"onrecord/retrieval"
	"onrecord/store"
)

// Whole tells whether a library holds these articles whole and nothing else:
// words, readings and index.
func Whole(t testing.TB, s *store.Store, library string, room Newsroom, numbers []int) {
	t.Helper()
	m := &retrieval.Memory{}
	terms := map[string]bool{}
	for _, n := range numbers {
		a, r := room.Article(n)
		got, gotReading := fetch(t, s, library, a.Ref())
		same(t, fmt.Sprintf("article %d", n), a, got)
		same(t, fmt.Sprintf("reading %d", n), r, gotReading)
		m.Add(a, r)
		if len(terms) < 60 { // the reference is slow
			for _, term := range someTerms(a, r) {
				terms[term] = true
			}
		}
	}
	infos, err := s.Articles(t.Context(), library)
	if err != nil || len(infos) != len(numbers) {
		t.Errorf("the library holds %d articles, %v; want %d", len(infos), err, len(numbers))
	}
	if len(terms) > 0 {
		compare(t, s, library, m, slices.Sorted(maps.Keys(terms)), "")
	}
}

// compare asks the store and the reference in memory for the same terms, alone
// and together, in the library and in one article.
func compare(t testing.TB, s *store.Store, library string, m *retrieval.Memory, terms []string, article string) {
	t.Helper()
	for _, in := range []retrieval.Scope{{Library: library}, {Library: library, Article: article}} {
		for _, terms := range [][]string{terms, terms[:1], {terms[0], "no such term", terms[0]}, {"a\xff", "a\x00", ""}, nil} {
			want, _ := m.Counts(t.Context(), in, terms)
			got, err := s.Counts(t.Context(), in, terms)
			if err != nil {
				t.Fatal(err)
			}
			same(t, fmt.Sprintf("counts of %q in %+v", terms, in), want, got)
			wantAll, _ := retrieval.Collect(t.Context(), m, in, retrieval.Match{Terms: terms})
			gotAll, err := retrieval.Collect(t.Context(), s, in, retrieval.Match{Terms: terms})
			if err != nil {
				t.Fatal(err)
			}
			same(t, fmt.Sprintf("candidates for %q in %+v", terms, in), wantAll, gotAll)
			leading := make([]bool, len(terms))
			for i := range leading {
				leading[i] = i%3 == 0
			}
			led := retrieval.Match{Terms: terms, Leading: leading}
			wantAll, _ = retrieval.Collect(t.Context(), m, in, led)
			gotAll, err = retrieval.Collect(t.Context(), s, in, led)
			if err != nil {
				t.Fatal(err)
			}
			same(t, fmt.Sprintf("candidates that %q lead to in %+v", terms, in), wantAll, gotAll)
		}
	}
}

// someTerms are a few terms that a reader of the article might ask for.
func someTerms(a *news.Article, r *news.Reading) []string {
	seen := map[string]bool{}
	var terms []string
	for _, d := range retrieval.Docs(a, r) {
		for _, t := range d.Terms {
			if !seen[t.Term] {
				seen[t.Term] = true
				terms = append(terms, t.Term)
			}
		}
	}
	sort.Strings(terms)
	step := max(1, len(terms)/9)
	var out []string
	for i := 0; i < len(terms); i += step {
		out = append(out, terms[i])
	}
	return append(out, "was", "harbour", "budget")
}

func testIndex(t *testing.T, fresh Fresh) {
	address := fresh(t)
	s := open(t, address)
	m := &retrieval.Memory{}
	for n := range 150 { // more than two runs of postings
		a, r := room.Article(n)
		add(t, s, "home", a, r)
		m.Add(a, r)
		other, otherReading := Newsroom{Seed: 2}.Article(n)
		if n%3 == 0 {
			add(t, s, "elsewhere", other, otherReading)
		}
	}
	for n := 0; n < 150; n += 29 {
		a, r := room.Article(n)
		compare(t, s, "home", m, someTerms(a, r), a.ID)
		compare(t, open(t, address), "home", m, someTerms(a, r), a.ID)
	}
	none, err := s.Counts(t.Context(), retrieval.Scope{Library: "nowhere"}, []string{"harbour"})
	same(t, "counts of a library that is not there", retrieval.Counts{With: []int{0}}, none)
	if err != nil {
		t.Error(err)
	}
}

func testIndexChanges(t *testing.T, fresh Fresh) {
	address := fresh(t)
	s, watcher := open(t, address), open(t, address)
	m := &retrieval.Memory{}
	a, r := room.Article(3)
	terms := someTerms(a, r)
	for n := range 10 {
		a, r := room.Article(n)
		add(t, s, "home", a, r)
		m.Add(a, r)
	}
	compare(t, watcher, "home", m, terms, a.ID)
	for n := 0; n < 10; n += 3 { // a changed article is found by its new words alone
		a, r := room.Article(n)
		last := &a.Paragraphs[len(a.Paragraphs)-1]
		last.Text += " The harbour harbour zeppelin."
		a.Version = 2
		for i := range r.Statements {
			respan(&r.Statements[i], a.Ref())
		}
		add(t, s, "home", a, r)
		m.Add(a, r)
		compare(t, s, "home", m, append(terms, "zeppelin"), a.ID)
		compare(t, watcher, "home", m, append(terms, "zeppelin"), a.ID)
	}
	left := &retrieval.Memory{}
	for n := range 10 {
		a, r := room.Article(n)
		if n%2 == 0 {
			if err := s.Remove(t.Context(), "home", a.ID); err != nil {
				t.Fatal(err)
			}
			continue
		}
		stored, reading := fetch(t, s, "home", news.Ref{ID: a.ID})
		left.Add(stored, reading)
		_ = r
	}
	compare(t, s, "home", left, append(terms, "zeppelin"), a.ID)
	compare(t, watcher, "home", left, append(terms, "zeppelin"), a.ID)
}

func respan(st *news.Statement, ref news.Ref) {
	for _, s := range []*news.Span{&st.Passage, &st.Source, &st.Cue} {
		s.Article = ref
	}
	for i := range st.Content {
		st.Content[i].Article = ref
	}
}

// testTwoStores stands for two processes on one database.
func testTwoStores(t *testing.T, fresh Fresh) {
	address := fresh(t)
	one, two := open(t, address), open(t, address)
	var wait sync.WaitGroup
	for i, s := range []*store.Store{one, two} {
		wait.Go(func() {
			for n := range 20 {
				a, r := room.Article(n*2 + i)
				if _, added, err := s.Add(t.Context(), "home", a, r); err != nil || !added {
					t.Errorf("store %d, article %d: %v, %v", i, n, added, err)
				}
			}
		})
	}
	wait.Wait()
	m := &retrieval.Memory{}
	for n := range 40 {
		a, r := room.Article(n)
		m.Add(a, r)
	}
	a, r := room.Article(7)
	compare(t, one, "home", m, someTerms(a, r), a.ID)
	compare(t, two, "home", m, someTerms(a, r), a.ID)
}

// testSideBySide asks while articles are added, changed and removed: a question
// must see each article whole or not at all.
func testSideBySide(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	a, r := room.Article(0)
	add(t, s, "home", a, r)
	done := make(chan struct{})
	var wait sync.WaitGroup
	wait.Go(func() {
		defer close(done)
		for n := 1; n < 25; n++ {
			a, r := room.Article(n)
			if _, _, err := s.Add(t.Context(), "home", a, r); err != nil {
				t.Error(err)
			}
			if n%4 == 0 {
				if err := s.Remove(t.Context(), "home", a.ID); err != nil {
					t.Error(err)
				}
			}
		}
	})
	for range 3 {
		wait.Go(func() {
			in := retrieval.Scope{Library: "home"}
			for {
				select {
				case <-done:
					return
				default:
				}
				found, err := retrieval.Collect(t.Context(), s, in, retrieval.Match{Terms: []string{"harbour", "day", "crown", "worth"}})
				if err != nil {
					t.Error(err)
					return
				}
				seen := map[news.Ref]int{}
				for _, c := range found {
					if c.Paragraph > 0 {
						seen[c.Article]++
					}
				}
				for ref, n := range seen { // every paragraph has "days" or a statement
					if n == 0 || n > 5 {
						t.Errorf("%v was found with %d paragraphs", ref, n)
					}
				}
			}
		})
	}
	wait.Wait()
}
