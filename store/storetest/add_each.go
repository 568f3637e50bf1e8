package storetest

import (
	"context"
	"errors"
	"testing"

	"onrecord/news"
	"onrecord/retrieval"
	"onrecord/store"
)

// testAddEach adds articles, some of which can't be made, and expects to be told
// of each in order, and to find all the others.
func testAddEach(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	broken := errors.New("this one can't be read")
	m := &retrieval.Memory{}
	const all = 120
	told := 0
	err := s.AddEach(t.Context(), func(yield func(func() (*store.Entry, error)) bool) {
		for n := range all {
			a, r := room.Article(n)
			if n%10 != 7 {
				m.Add(a, r)
			}
			if !yield(func() (*store.Entry, error) {
				if n%10 == 7 {
					return nil, broken
				}
				return store.Prepare("home", a, r)
			}) {
				return
			}
		}
	}, func(got store.Added, err error) {
		a, _ := room.Article(told)
		switch bad := told%10 == 7; {
		case bad && !errors.Is(err, broken):
			t.Errorf("article %d was added, %v", told, err)
		case !bad && (err != nil || got != store.Added{Ref: a.Ref(), Added: true}):
			t.Errorf("article %d became %+v, %v", told, got, err)
		case !bad: // it is there when it is told of
			if _, _, err := s.Article(t.Context(), "home", a.Ref()); err != nil {
				t.Error(err)
			}
		}
		told++
	})
	if err != nil || told != all {
		t.Errorf("told of %d of %d, %v", told, all, err)
	}
	a, r := room.Article(11)
	compare(t, s, "home", m, someTerms(a, r), a.ID)
}

// testAddEachEnds ends in the middle: what was told of is there, whole.
func testAddEachEnds(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	ctx, stop := context.WithCancel(t.Context())
	defer stop()
	var kept []news.Ref
	err := s.AddEach(ctx, func(yield func(func() (*store.Entry, error)) bool) {
		for n := 0; ; n++ {
			if !yield(func() (*store.Entry, error) {
				a, r := room.Article(n)
				return store.Prepare("home", a, r)
			}) {
				return
			}
		}
	}, func(got store.Added, err error) {
		if err == nil {
			kept = append(kept, got.Ref)
		}
		if len(kept) == 5 {
			stop()
		}
	})
	if !errors.Is(err, context.Canceled) || len(kept) < 5 {
		t.Errorf("ended after %d with %v", len(kept), err)
	}
	for _, ref := range kept {
		if _, _, err := s.Article(t.Context(), "home", ref); err != nil {
			t.Error(err)
		}
	}
}
