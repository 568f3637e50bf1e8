package storetest

import (
	"testing"

	"onrecord/news"
	"onrecord/retrieval"
	"onrecord/store"
)

// testAddAll adds articles of two libraries together, more than wait to be
// indexed at a time, and takes some out again from either side of that bound.
func testAddAll(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	homes := map[string]*retrieval.Memory{"home": {}, "away": {}}
	var entries []*store.Entry
	for n := range 100 {
		a, r := room.Article(n)
		for _, library := range []string{"home", "away"} {
			if library == "away" && n%5 > 0 {
				continue
			}
			e, err := store.Prepare(library, a, r)
			if err != nil {
				t.Fatal(err)
			}
			entries = append(entries, e)
			homes[library].Add(a, r)
		}
	}
	for len(entries) > 0 {
		some := entries[:min(len(entries), 33)]
		entries = entries[len(some):]
		added, err := s.AddAll(t.Context(), some)
		if err != nil || len(added) != len(some) {
			t.Fatal(len(added), err)
		}
		for i, a := range added {
			if !a.Added || a.Ref.Version != 1 {
				t.Errorf("entry %d: %+v", i, a)
			}
		}
	}
	a, r := room.Article(50)
	terms := someTerms(a, r)
	for library, m := range homes {
		compare(t, s, library, m, terms, a.ID)
	}
	before, err := s.Tally(t.Context(), "home")
	if err != nil {
		t.Fatal(err)
	}
	for _, n := range []int{3, 40, 63, 64, 99} {
		gone, r := room.Article(n)
		if err := s.Remove(t.Context(), "home", gone.ID); err != nil {
			t.Fatal(err)
		}
		add(t, s, "home", gone, r) // as version 2, waiting
	}
	m := &retrieval.Memory{}
	for n := range 100 {
		a, _ := room.Article(n)
		stored, reading := fetch(t, s, "home", news.Ref{ID: a.ID})
		m.Add(stored, reading)
	}
	compare(t, s, "home", m, terms, a.ID)
	after, err := s.Tally(t.Context(), "home")
	if err != nil || after.Paragraphs != before.Paragraphs {
		t.Errorf("%v became %v, %v", before, after, err)
	}
}

// testAddAllAgain adds what is there already, alone and beside something new.
func testAddAllAgain(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	prepare := func(n int) *store.Entry {
		a, r := room.Article(n)
		e, err := store.Prepare("home", a, r)
		if err != nil {
			t.Fatal(err)
		}
		return e
	}
	for _, step := range []struct {
		numbers []int
		added   []bool
		grows   int64 // how far the library's version does
	}{
		{[]int{1}, []bool{true}, 0}, // from nothing
		{[]int{1, 2, 1}, []bool{false, true, false}, 1},
		{[]int{2, 1}, []bool{false, false}, 0},
		{[]int{2, 3}, []bool{false, true}, 1},
	} {
		before, _ := s.Version(t.Context(), "home")
		var entries []*store.Entry
		for _, n := range step.numbers {
			entries = append(entries, prepare(n))
		}
		got, err := s.AddAll(t.Context(), entries)
		if err != nil {
			t.Fatal(err)
		}
		for i, a := range got {
			want, _ := room.Article(step.numbers[i])
			if a.Added != step.added[i] || a.Ref != want.Ref() {
				t.Errorf("adding %v: number %d became %+v", step.numbers, i, a)
			}
		}
		if v, err := s.Version(t.Context(), "home"); err != nil || before > 0 && v != before+step.grows {
			t.Errorf("adding %v took the library's version from %d to %d, %v", step.numbers, before, v, err)
		}
	}
}
