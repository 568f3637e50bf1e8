package fetch

import (
	"context"
	"errors"
	"io"
	"log"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"
)

func quiet() *log.Logger { return log.New(io.Discard, "", 0) }

func TestGetFollowsRedirectsAndSaysWhatItGot(t *testing.T) {
	mux := http.NewServeMux()
	mux.Handle("/old", http.RedirectHandler("/new?utm_source=x", http.StatusMovedPermanently))
	mux.HandleFunc("/new", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=Windows-1251")
		w.Header().Set("ETag", `"v1"`)
		w.Header().Set("Last-Modified", "Sun, 22 Nov 2026 10:00:00 GMT")
		io.WriteString(w, "<html>…</html>")
	})
	s := httptest.NewServer(mux)
	defer s.Close()
	c := New(local(Options{}))
	defer c.Close()
	f, err := c.Get(context.Background(), Request{Address: s.URL + "/old#part"})
	if err != nil {
		t.Fatal(err)
	}
	if f.Address != s.URL+"/new?utm_source=x" || f.Type != "text/html" || f.Charset != "windows-1251" || f.ETag != `"v1"` || f.LastModified == "" || f.Unchanged {
		t.Errorf("got %+v", f)
	}
}

func TestGetAsksOnlyForWhatHasChanged(t *testing.T) {
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("ETag", `"v1"`)
		if r.Header.Get("If-None-Match") == `"v1"` {
			w.WriteHeader(http.StatusNotModified)
			return
		}
		io.WriteString(w, "<html>")
	}))
	defer s.Close()
	c := New(local(Options{}))
	defer c.Close()
	f, err := c.Get(context.Background(), Request{Address: s.URL + "/page", ETag: `"v1"`})
	if err != nil || !f.Unchanged || len(f.Body) != 0 {
		t.Errorf("got %+v, %v; want it unchanged", f, err)
	}
	if f, err = c.Get(context.Background(), Request{Address: s.URL + "/page", ETag: `"v0"`}); err != nil || f.Unchanged {
		t.Errorf("got %+v, %v; want it changed", f, err)
	}
}

func TestGetSaysWhoItIsAndNothingElse(t *testing.T) {
	var got http.Header
	s := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		got = r.Header.Clone()
		http.SetCookie(w, &http.Cookie{Name: "who", Value: "you"})
		io.WriteString(w, "<html>")
	}))
	defer s.Close()
	t.Setenv("HTTP_PROXY", "http://127.0.0.1:1") // nothing listens there
	c := New(local(Options{Contact: "https://lark.example/bot"}))
	defer c.Close()
	for range 2 {
		if _, err := c.Get(context.Background(), Request{Address: s.URL + "/page"}); err != nil {
			t.Fatal(err)
		}
	}
	if agent := got.Get("User-Agent"); !strings.HasPrefix(agent, "OnRecord/") || !strings.Contains(agent, "+https://lark.example/bot") {
		t.Errorf("the user agent is %q", agent)
	}
	for _, name := range []string{"Cookie", "Referer", "From", "X-Forwarded-For"} {
		if v := got.Get(name); v != "" {
			t.Errorf("%s: %s was sent", name, v)
		}
	}
}

func TestHostIsLeftAloneWhenItAsks(t *testing.T) {
	var asked atomic.Int32
	s := site(t, behaviour{serve: func(w http.ResponseWriter, _ *http.Request) {
		asked.Add(1)
		w.Header().Set("Retry-After", "3600")
		w.WriteHeader(http.StatusTooManyRequests)
	}})
	c := New(local(Options{}))
	defer c.Close()
	for range 3 {
		_, err := c.Get(context.Background(), Request{Address: s.URL + "/page"})
		var e *Error
		if !errors.As(err, &e) || e.Kind != Busy || time.Until(e.Until) < 50*time.Minute {
			t.Fatalf("got %v (%+v)", err, e)
		}
	}
	if n := asked.Load(); n != 1 {
		t.Errorf("the host was asked %d times, though it asked to be left alone", n)
	}
}

func TestFewRequestsAtATimeToOneHost(t *testing.T) {
	var now, most, robots atomic.Int32
	s := site(t, behaviour{
		serve: func(w http.ResponseWriter, _ *http.Request) {
			if n := now.Add(1); n > most.Load() {
				most.Store(n)
			}
			time.Sleep(20 * time.Millisecond)
			now.Add(-1)
			io.WriteString(w, "<html>")
		},
		robots: func(w http.ResponseWriter, r *http.Request) { robots.Add(1); http.NotFound(w, r) },
	})
	c := New(local(Options{}))
	defer c.Close()
	if _, err := c.Get(context.Background(), Request{Address: s.URL + "/page"}); err != nil {
		t.Fatal(err)
	}
	var all sync.WaitGroup
	for range 10 {
		all.Go(func() {
			if _, err := c.Get(context.Background(), Request{Address: s.URL + "/page"}); err != nil {
				t.Error(err)
			}
		})
	}
	all.Wait()
	if n := most.Load(); n > perHost {
		t.Errorf("%d requests at a time, want at most %d", n, perHost)
	}
	if n := robots.Load(); n != 1 {
		t.Errorf("the robots rules were asked for %d times, want once", n)
	}
	if len(c.hosts.open) != 0 {
		t.Errorf("%d gates are left open", len(c.hosts.open))
	}
}

func TestGetEndsWithItsContext(t *testing.T) {
	s := site(t, behaviour{serve: stall})
	c := New(local(Options{}))
	defer c.Close()
	ctx, cancel := context.WithTimeout(context.Background(), 50*time.Millisecond)
	defer cancel()
	if _, err := c.Get(ctx, Request{Address: s.URL + "/page"}); err != context.DeadlineExceeded {
		t.Errorf("got %v, want the context's own error", err)
	}
}

func TestMediaType(t *testing.T) {
	for name, c := range map[string]struct{ header, body, kind, charset string }{
		"as the server says":     {"text/html; charset=UTF-8", "<p>x", "text/html", "utf-8"},
		"a page said to be text": {"text/plain", "<!DOCTYPE html><p>x", "text/html", ""},
		"nothing said":           {"", "<html>", "text/html", ""},
		"any bytes, a PDF":       {"application/octet-stream", "%PDF-1.7\n", "application/pdf", ""},
		"a PDF said to be HTML":  {"text/html", "%PDF-1.7\n", "application/pdf", ""},
		"a picture as HTML":      {"text/html", "\x89PNG\r\n\x1a\n", "image/png", ""},
		"a broken header":        {"text/html; charset", "<p>x", "text/html", ""},
		"a feed":                 {"application/rss+xml", "<?xml version=\"1.0\"?><rss>", "application/rss+xml", ""},
		"a document in a ZIP":    {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "PK\x03\x04", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ""},
		"Markdown":               {"text/markdown", "# Rain", "text/markdown", ""},
	} {
		if kind, charset := mediaType(c.header, []byte(c.body)); kind != c.kind || charset != c.charset {
			t.Errorf("%s: mediaType = %q, %q; want %q, %q", name, kind, charset, c.kind, c.charset)
		}
	}
}

func TestRetryAfter(t *testing.T) {
	now := time.Date(2026, 11, 22, 12, 0, 0, 0, time.UTC)
	for header, want := range map[string]time.Time{
		"120":                           now.Add(2 * time.Minute),
		"99999999999999":                now.Add(longWait),
		"9999999":                       now.Add(longWait),
		"-5":                            {},
		"soon":                          {},
		"":                              {},
		"Sun, 22 Nov 2026 13:00:00 GMT": now.Add(time.Hour),
		"Sun, 22 Nov 2020 13:00:00 GMT": {},
		"Sun, 22 Nov 2099 13:00:00 GMT": now.Add(longWait),
	} {
		if got := retryAfter(header, now); !got.Equal(want) {
			t.Errorf("retryAfter(%q) = %v, want %v", header, got, want)
		}
	}
}
