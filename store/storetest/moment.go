package storetest

import (
	"errors"
	"testing"

	"onrecord/news"
	"onrecord/retrieval"
)

// testMoment: within one question a library stays what it was when it was first
// looked up; the next question sees what has changed, whoever changed it.
func testMoment(t *testing.T, fresh Fresh) {
	address := fresh(t)
	s, other := open(t, address), open(t, address)
	a, ra := room.Article(1)
	b, rb := room.Article(2)
	first := add(t, s, "home", a, ra)
	ctx := s.Moment(t.Context())
	if s.Moment(ctx) != ctx {
		t.Error("a moment within a moment is another one")
	}
	in := retrieval.Scope{Library: "home"}
	before, err := s.Counts(ctx, in, nil)
	if err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Article(ctx, "home", first); err != nil {
		t.Fatal(err)
	}
	add(t, other, "home", b, rb)
	if now, err := s.Counts(ctx, in, nil); err != nil || now.Docs != before.Docs {
		t.Errorf("in its moment a library has %d documents, before it had %d (%v)", now.Docs, before.Docs, err)
	}
	if now, err := s.Counts(t.Context(), in, nil); err != nil || now.Docs <= before.Docs {
		t.Errorf("after another article a library has %d documents, before it had %d (%v)", now.Docs, before.Docs, err)
	}
	if err := other.Remove(t.Context(), "home", a.ID); err != nil {
		t.Fatal(err)
	}
	if _, _, err := s.Article(s.Moment(t.Context()), "home", first); !errors.Is(err, news.ErrNotFound) {
		t.Errorf("an article removed by another process: %v, want news.ErrNotFound", err)
	}
	if _, _, err := s.Article(t.Context(), "home", news.Ref{ID: a.ID}); !errors.Is(err, news.ErrNotFound) {
		t.Errorf("the newest version of an article removed: %v, want news.ErrNotFound", err)
	}
}

// testArticleKept: an article stays the one in memory while others come, and
// gives way to its next version.
func testArticleKept(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	a, ra := room.Article(1)
	first := add(t, s, "home", a, ra)
	newest := news.Ref{ID: a.ID}
	was, _ := fetch(t, s, "home", newest)
	b, rb := room.Article(2)
	add(t, s, "home", b, rb)
	if again, _ := fetch(t, s, "home", newest); again != was {
		t.Error("an article was read again because another one came")
	}
	changed := *a
	changed.Title += ", again"
	second := add(t, s, "home", &changed, ra)
	if now, _ := fetch(t, s, "home", newest); now.Version != second.Version || now.Title != changed.Title {
		t.Errorf("the newest version is %d, %q; want %d, %q", now.Version, now.Title, second.Version, changed.Title)
	}
	if old, _ := fetch(t, s, "home", first); old.Title != a.Title {
		t.Errorf("version %d is called %q, want %q", first.Version, old.Title, a.Title)
	}
}
