package intake_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync/atomic"
	"testing"

	"onrecord/changes"
	"onrecord/intake"
	"onrecord/news"
)

func TestCheck(t *testing.T) {
	t.Parallel()
	var body atomic.Value
	body.Store(story)
	var status atomic.Int32
	status.Store(http.StatusOK)
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.WriteHeader(int(status.Load()))
		fmt.Fprint(w, body.Load())
	}))
	t.Cleanup(srv.Close)
	s := openStore(t)
	d, _ := start(t, intake.Config{Store: s})
	j := intake.Address("home", srv.URL+"/ferry")
	if err := d.Put(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	id := follow(t, d, j, nil).Outcome.Article.ID
	check := func(want changes.Standing) changes.Report {
		t.Helper()
		r, err := d.Check(t.Context(), "home", id)
		if err != nil || r.Standing != want {
			t.Fatalf("the page is %q, %v; want %q", r.Standing, err, want)
		}
		return r
	}
	check(changes.StillThere)

	body.Store(strings.Replace(story, "every bolt that was worn", "nearly every bolt", 1))
	r := check(changes.Changed)
	if r.Newer != (news.Ref{ID: id, Version: 2}) || len(r.Comparison.Quotes) != 1 {
		t.Fatalf("a silent edit: %+v", r)
	}
	q := r.Comparison.Quotes[0]
	if q.Fate != changes.Edited || q.Speaker != "Ilse Varga" || !strings.Contains(q.Quote, "every bolt that was worn") {
		t.Errorf("the edited quotation: %+v", q)
	}
	old, _, err := s.Article(t.Context(), "home", news.Ref{ID: id, Version: 1})
	if err != nil || !strings.Contains(fmt.Sprint(old.Paragraphs), "every bolt that was worn") {
		t.Errorf("the older version lost its words: %v", err)
	}
	check(changes.StillThere) // compared with the newest

	status.Store(http.StatusNotFound)
	check(changes.Gone)
	srv.Close()
	if _, err := d.Check(t.Context(), "home", id); err == nil {
		t.Error("a page that can't be asked for: no error of the test's own client came through")
	}
	if infos, err := s.Articles(t.Context(), "home"); err != nil || len(infos) != 1 || infos[0].Version != 2 {
		t.Errorf("the library has %v, %v", infos, err)
	}
	file := intake.File("home", "ferry.txt", []byte("The ferry was late on Monday, said Lee Moss, the harbour master of Kelmar."))
	if err := d.Put(t.Context(), file); err != nil {
		t.Fatal(err)
	}
	if _, err := d.Check(t.Context(), "home", follow(t, d, file, nil).Outcome.Article.ID); err != intake.ErrNoAddress {
		t.Errorf("a file: %v", err)
	}
}
