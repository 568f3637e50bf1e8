package main

import (
	"net/http"
	"net/http/httptest"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// siteCommand: "site pages" serves a folder on this machine, where programs of
// the script may fetch from then on; $SITE is its address. In a file SITE stands
// for that address, and a file that is called gone is gone.
func siteCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: site FOLDER")
	}
	srv := httptest.NewServer(serveFolder(ts.MkAbs(args[0])))
	ts.Defer(srv.Close)
	ts.Setenv("SITE", srv.URL)
	ts.Setenv("ONRECORD_FETCH_ALLOW", "127.0.0.1")
}

// serveFolder serves the files of a folder as a small news site does.
func serveFolder(folder string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		name := strings.Trim(strings.ReplaceAll(r.URL.Path, "..", ""), "/")
		if name == "" {
			name = "index.html"
		}
		data, err := os.ReadFile(folder + "/" + name)
		text := strings.ReplaceAll(string(data), "SITE", "http://"+r.Host)
		switch {
		case err != nil:
			http.NotFound(w, r)
			return
		case strings.HasPrefix(text, "gone"):
			http.Error(w, "gone", http.StatusGone)
			return
		case strings.HasSuffix(name, ".html"):
			w.Header().Set("Content-Type", "text/html; charset=utf-8")
		case strings.HasSuffix(name, ".xml"):
			w.Header().Set("Content-Type", "application/rss+xml")
		}
		_, _ = w.Write([]byte(text))
	})
}

// idCommand: "id FERRY" keeps the ID of what the last program said it added.
func idCommand(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: id VARIABLE")
	}
	words := strings.Fields(ts.ReadFile("stdout"))
	if len(words) < 2 || words[0] != "Added" {
		ts.Fatalf("the last program added nothing")
	}
	ts.Setenv(args[0], words[1])
}
