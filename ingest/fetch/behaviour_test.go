package fetch

import (
	"bytes"
	"compress/gzip"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"net/netip"
	"strings"
	"testing"
	"time"
)

// A behaviour is one of a server's bad days.
type behaviour struct {
	what  string
	serve http.HandlerFunc
	// robots is the site's robots rules, nil for none.
	robots http.HandlerFunc
	// want is the kind of error; fine where the page is got all the same.
	want Kind
	fine bool
}

// say answers with a status and a header of pairs.
func say(status int, pairs ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		for i := 0; i+1 < len(pairs); i += 2 {
			w.Header().Set(pairs[i], pairs[i+1])
		}
		w.WriteHeader(status)
		if status == http.StatusOK {
			io.WriteString(w, "<html><p>A page.</p></html>")
		}
	}
}

// raw answers with bytes of its own, without a server's care, and hangs up.
func raw(text string) http.HandlerFunc {
	return func(w http.ResponseWriter, _ *http.Request) {
		c, _, err := http.NewResponseController(w).Hijack()
		if err != nil {
			panic(err)
		}
		defer c.Close()
		io.WriteString(c, text)
	}
}

// drip writes piece again and again until the reader has gone.
func drip(piece []byte, pause time.Duration, header ...string) http.HandlerFunc {
	return func(w http.ResponseWriter, r *http.Request) {
		for i := 0; i+1 < len(header); i += 2 {
			w.Header().Set(header[i], header[i+1])
		}
		for r.Context().Err() == nil {
			if _, err := w.Write(piece); err != nil {
				return
			}
			http.NewResponseController(w).Flush()
			time.Sleep(pause)
		}
	}
}

// bomb is a few kilobytes that become more than any page.
func bomb() []byte {
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	zeros := make([]byte, 1<<20)
	for range 2*MaxBytes>>20 + 1 {
		z.Write(zeros)
	}
	z.Close()
	return b.Bytes()
}

func sendBomb(w http.ResponseWriter, _ *http.Request) {
	w.Header().Set("Content-Encoding", "gzip")
	w.Header().Set("Content-Type", "text/html")
	w.Write(bomb())
}

func manyHeaders(w http.ResponseWriter, _ *http.Request) {
	for i := range 10_000 {
		w.Header().Set(fmt.Sprintf("X-Header-%d", i), "value")
	}
}

func stall(w http.ResponseWriter, r *http.Request) { <-r.Context().Done() }

func behaviours() []behaviour {
	disallow := func(w http.ResponseWriter, _ *http.Request) { io.WriteString(w, "User-agent: *\nDisallow: /\n") }
	ours := func(w http.ResponseWriter, _ *http.Request) {
		io.WriteString(w, "User-agent: *\nDisallow: /\n\nUser-agent: OnRecord\nAllow: /\n")
	}
	return []behaviour{
		{what: "a page", serve: say(200, "Content-Type", "text/html; charset=utf-8"), fine: true},
		{what: "no content type", serve: say(200, "Content-Type", ""), fine: true},
		{what: "silence", serve: stall, want: Unreachable},
		{what: "a slow drip", serve: drip([]byte("a"), 20*time.Millisecond), want: Unreachable},
		{what: "a body without an end", serve: drip(make([]byte, 1<<20), 0), want: TooLarge},
		{what: "a body that is announced too large", serve: say(200, "Content-Length", "99999999999"), want: TooLarge},
		{what: "a compressed bomb (20 KB that become 21 MB)", serve: sendBomb, want: TooLarge},
		{what: "broken compression", serve: raw("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 9\r\n\r\nnot gzip!"), want: Unreachable},
		{what: "compression that nobody asked for", serve: say(200, "Content-Encoding", "br"), want: Unreadable},
		{what: "a shorter body than announced", serve: raw("HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\n<html>"), want: Unreachable},
		{what: "a longer body than announced: the rest is not read", serve: raw("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: 6\r\n\r\n<html>and more"), fine: true},
		{what: "two different lengths", serve: raw("HTTP/1.1 200 OK\r\nContent-Length: 6\r\nContent-Length: 9\r\n\r\n<html>123"), want: Unreachable},
		{what: "a chunk that is none", serve: raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n<html>"), want: Unreachable},
		{what: "an empty body", serve: raw("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"), want: Unreadable},
		{what: "no HTTP at all", serve: raw("SSH-2.0-OpenSSH_9.2\r\n"), want: Unreachable},
		{what: "hanging up", serve: raw(""), want: Unreachable},
		{what: "10,000 headers", serve: manyHeaders, want: Unreadable},
		{what: "a header without an end", serve: raw("HTTP/1.1 200 OK\r\nX: " + strings.Repeat("x", 2*maxHeader)), want: Unreadable},
		{what: "a character set that does not exist: the page's reader decides", serve: say(200, "Content-Type", "text/html; charset=klingon"), fine: true},
		{what: "cookies: not kept", serve: say(200, "Set-Cookie", "who=you"), fine: true},
		{what: "401", serve: say(401), want: Forbidden},
		{what: "402", serve: say(402), want: Forbidden},
		{what: "403", serve: say(403), want: Forbidden},
		{what: "404", serve: say(404), want: Gone},
		{what: "410", serve: say(410), want: Gone},
		{what: "429, to be tried again in two minutes", serve: say(429, "Retry-After", "120"), want: Busy},
		{what: "429, to be tried again in a century", serve: say(429, "Retry-After", "3153600000"), want: Busy},
		{what: "451", serve: say(451), want: Forbidden},
		{what: "500", serve: say(500), want: Unreachable},
		{what: "503", serve: say(503), want: Busy},
		{what: "a status that does not exist", serve: say(799), want: Unreachable},
		{what: "304 that nobody asked for", serve: say(304), want: Unreachable},
		{what: "a redirect to itself", serve: func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, r.URL.Path, http.StatusFound) }, want: Unreachable},
		{what: "a redirect to loopback", serve: say(302, "Location", "http://127.0.0.2/"), want: BadAddress},
		{what: "a redirect to a private address", serve: say(301, "Location", "http://10.0.0.1/admin"), want: BadAddress},
		{what: "a redirect to cloud metadata", serve: say(307, "Location", "http://169.254.169.254/latest/meta-data/"), want: BadAddress},
		{what: "a redirect to a file", serve: say(302, "Location", "file:///etc/passwd"), want: BadAddress},
		{what: "a redirect with a password", serve: say(302, "Location", "http://a:b@127.0.0.1/"), want: BadAddress},
		{what: "a redirect to nothing", serve: say(302, "Location", "http://%zz"), want: Unreachable},
		{what: "a redirect without an address", serve: say(302), want: Unreachable},
		{what: "robots rules that refuse everybody", serve: say(200), robots: disallow, want: Forbidden},
		{what: "robots rules that refuse everybody but us", serve: say(200), robots: ours, fine: true},
		{what: "robots rules with a fault of the server's", serve: say(200), robots: say(500), want: Unreachable},
		{what: "robots rules that ask to come back later", serve: say(200), robots: say(429, "Retry-After", "60"), want: Busy},
		{what: "robots rules without an end: the first 500 KB count", serve: say(200), robots: drip([]byte(strings.Repeat("# nothing\n", 10_000)), 0), fine: true},
		{what: "robots rules that send us in a circle: there are none", serve: say(200), robots: func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/robots.txt", http.StatusFound) }, fine: true},
		{what: "robots rules that are bytes", serve: say(200), robots: func(w http.ResponseWriter, _ *http.Request) { w.Write([]byte("\x00\xff\xfe*:*:\n:\nDisallow")) }, fine: true},
	}
}

// site serves a behaviour and returns its address.
func site(t *testing.T, b behaviour) *httptest.Server {
	mux := http.NewServeMux()
	robots := b.robots
	if robots == nil {
		robots = http.NotFound
	}
	mux.HandleFunc("/robots.txt", robots)
	mux.HandleFunc("/page", b.serve)
	s := httptest.NewServer(mux)
	t.Cleanup(s.Close)
	return s
}

// local lets a test's own server be reached, and nothing else.
func local(o Options) Options {
	o.Allow = []netip.Prefix{netip.MustParsePrefix("127.0.0.1/32")}
	if o.Time == 0 {
		o.Time = time.Minute // however busy the machine is
	}
	return o
}

func TestBehaviours(t *testing.T) {
	var rows []row
	for _, b := range behaviours() {
		s := site(t, b)
		o := local(Options{})
		if b.what == "silence" || b.what == "a slow drip" {
			o.Time = 300 * time.Millisecond
		}
		c := New(o)
		f, err := c.Get(context.Background(), Request{Address: s.URL + "/page"})
		c.Close()
		told := "(the page)"
		e, _ := err.(*Error)
		switch {
		case b.fine && err != nil, !b.fine && (e == nil || e.Kind != b.want):
			t.Errorf("%s: got %v, %v (%+v)", b.what, f, err, e)
		case !b.fine:
			told = e.Error()
		case len(f.Body) == 0 || f.Type != "text/html":
			t.Errorf("%s: got %+v", b.what, f)
		}
		rows = append(rows, row{b.what, "", strings.ReplaceAll(told, "127.0.0.1", "lark.example")})
	}
	rows = append(rows, tlsRows(t)...)
	rows = append(rows, rebindingRow(t))
	checkTable(t, "servers", rows)
}

// tlsRows tries servers that can't prove who they are, or don't try.
func tlsRows(t *testing.T) []row {
	secure := httptest.NewUnstartedServer(say(200))
	secure.Config.ErrorLog = quiet()
	secure.StartTLS()
	defer secure.Close()
	open := httptest.NewServer(say(200))
	defer open.Close()
	silent, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer silent.Close()
	var rows []row
	for _, c := range []struct {
		what, address string
		time          time.Duration
	}{
		{"a certificate that nobody vouches for", secure.URL, 0},
		{"no TLS where it was promised", strings.Replace(open.URL, "http:", "https:", 1), 0},
		{"TLS that never begins", "https://" + silent.Addr().String(), 500 * time.Millisecond},
	} {
		client := New(local(Options{Time: c.time}))
		_, err := client.Get(context.Background(), Request{Address: c.address + "/page"})
		client.Close()
		e, ok := err.(*Error)
		if !ok || e.Kind != Unreachable {
			t.Errorf("%s: %v", c.what, err)
			continue
		}
		rows = append(rows, row{c.what, "", strings.ReplaceAll(e.Error(), "127.0.0.1", "lark.example")})
	}
	return rows
}

// rebindingRow tries a name that is public when it is first looked up, for the
// robots rules, and private when the page is asked for.
func rebindingRow(t *testing.T) row {
	s := site(t, behaviour{serve: say(200), robots: func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Connection", "close")
		http.NotFound(w, nil)
	}})
	_, port, _ := net.SplitHostPort(s.Listener.Addr().String())
	c := New(local(Options{Resolver: resolver(t, map[string][]string{"rebind.example": {"127.0.0.1", "127.0.0.2"}})}))
	defer c.Close()
	_, err := c.Get(context.Background(), Request{Address: "http://rebind.example:" + port + "/page"})
	e, ok := err.(*Error)
	if !ok || e.Kind != BadAddress {
		t.Fatalf("rebinding: %v", err)
	}
	return row{"a name that is public first and private at the next look-up", "", e.Error()}
}
