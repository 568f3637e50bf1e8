package store_test

import (
	"path/filepath"
	"testing"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/shelf"
	"onrecord/store"
)

// TestRest: what is kept ready goes once nobody asks, not before, and the same
// question is answered alike afterwards.
func TestRest(t *testing.T) {
	s := openAt(t, filepath.Join(t.TempDir(), "library.db"))
	fill(t, s, 20)
	sh := shelf.New(s)
	e := answer.New(sh)
	q := news.Question{Text: "Who spoke about ferries?", Library: shelf.Both("server-1", news.HomeLibrary)}
	s.Rest() // after adding
	ask := func() string {
		t.Helper()
		a, err := e.Ask(t.Context(), q)
		if err != nil {
			t.Fatal(err)
		}
		text, err := a.MarshalJSON()
		if err != nil {
			t.Fatal(err)
		}
		return string(text)
	}
	before := ask()
	if store.Kept(s) == 0 {
		t.Fatal("a question left nothing ready")
	}
	if s.Rest() || store.Kept(s) == 0 {
		t.Error("what is kept ready went although somebody had just asked")
	}
	if !s.Rest() || store.Kept(s) != 0 {
		t.Errorf("%d things are kept ready although nobody asks", store.Kept(s))
	}
	if !s.Rest() {
		t.Error("somebody is said to have asked while nobody did")
	}
	sh.Rest()
	e.Rest()
	if after := ask(); after != before {
		t.Errorf("after a rest the answer is\n%s\nbefore it was\n%s", after, before)
	}
}
