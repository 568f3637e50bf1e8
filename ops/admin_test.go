package ops

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"
	"time"
)

const adminToken = "correct horse battery"

// secretParts show a word that nobody may see without the token.
func secretParts() []Part {
	return []Part{
		{ID: "servers", Name: "Servers", Read: func(context.Context) ([]Table, error) {
			return []Table{{Caption: "Most active", Head: []string{"server", "questions", "last"}, Rows: []Row{
				{ID: "row", Cells: []Cell{Text("<script>alert(1)</script>"), Number(-1234567), At(time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC))}},
				Cells(Link("confidential", "row"), Number(12), At(time.Time{})),
			}}}, nil
		}},
		{ID: "jobs", Name: "Jobs", Read: func(context.Context) ([]Table, error) {
			return []Table{{Caption: "Jobs", Empty: "No job is under way."}}, nil
		}},
	}
}

// visitor is somebody at an address, with or without a cookie.
type visitor struct {
	t       *testing.T
	handler http.Handler
	from    string
	cookie  *http.Cookie
	header  http.Header
}

func (v *visitor) do(method, target string, form url.Values) *httptest.ResponseRecorder {
	v.t.Helper()
	r := httptest.NewRequest(method, target, strings.NewReader(form.Encode()))
	r.RemoteAddr = v.from + ":4711"
	r.Header.Set("Content-Type", "application/x-www-form-urlencoded")
	for name, values := range v.header {
		r.Header[name] = values
	}
	if v.cookie != nil {
		r.AddCookie(v.cookie)
	}
	w := httptest.NewRecorder()
	v.handler.ServeHTTP(w, r)
	for _, c := range w.Result().Cookies() {
		v.cookie = c
	}
	return w
}

func (v *visitor) signIn(token string) *httptest.ResponseRecorder {
	v.t.Helper()
	return v.do("POST", "/admin", url.Values{"token": {token}})
}

func visit(t *testing.T, h http.Handler, from string) *visitor {
	return &visitor{t: t, handler: h, from: from, header: http.Header{}}
}

func adminHandler(parts []Part, token string) http.Handler {
	return Handler(Config{Admin: parts, AdminToken: token, Logger: slog.New(slog.DiscardHandler)})
}

func TestAdmin(t *testing.T) {
	v := visit(t, adminHandler(secretParts(), adminToken), "192.0.2.1")
	for _, typed := range []string{"", "wrong", adminToken + " "} {
		if w := v.signIn(typed); w.Code != 401 || strings.Contains(w.Body.String(), "confidential") || v.cookie != nil {
			t.Errorf("with %q: %d", typed, w.Code)
		}
	}
	if w := v.signIn(adminToken); w.Code != 303 || w.Header().Get("Location") != "/admin" {
		t.Fatalf("with the token: %d", w.Code)
	}
	if c := v.cookie; !c.HttpOnly || c.SameSite != http.SameSiteStrictMode || c.Path != "/admin" || c.Secure || c.MaxAge != 8*60*60 || strings.Contains(c.Value, adminToken) {
		t.Errorf("the cookie is %+v", c)
	}
	w := v.do("GET", "/admin", nil)
	body := w.Body.String()
	for _, want := range []string{
		"&lt;script&gt;alert(1)", "-1,234,567", `<time datetime="2026-03-01T12:00:00Z">2026-03-01 12:00:00</time>`, " ago</small>", "never",
		`<tr id="row">`, `<a href="#row"><bdi>confidential</bdi></a>`, "No job is under way.", `<caption>Most active</caption>`,
	} {
		if !strings.Contains(body, want) {
			t.Errorf("the page lacks %q:\n%s", want, body)
		}
	}
	for _, never := range []string{"<script", adminToken, "http-equiv=\"refresh\"", "ZgotmplZ"} {
		if strings.Contains(body, never) {
			t.Errorf("the page has %q", never)
		}
	}
	if w := v.do("GET", "/admin?every=1", nil); !strings.Contains(w.Body.String(), `<meta http-equiv="refresh" content="30">`) {
		t.Error("the page does not load itself when asked to")
	}
	for name, want := range map[string]string{
		"Cache-Control": "no-store", "Referrer-Policy": "no-referrer", "X-Frame-Options": "DENY", "X-Content-Type-Options": "nosniff",
	} {
		if got := w.Header().Get(name); got != want {
			t.Errorf("%s is %q", name, got)
		}
	}
	policy := w.Header().Get("Content-Security-Policy")
	if !strings.Contains(policy, "default-src 'none'; style-src 'sha256-") || !strings.Contains(policy, "frame-ancestors 'none'") || strings.Contains(policy, "unsafe") {
		t.Errorf("the policy is %q", policy)
	}
	kept := *v.cookie
	if w := v.do("POST", "/admin/out", nil); w.Code != 303 || v.cookie.MaxAge >= 0 {
		t.Errorf("signing out: %d, %+v", w.Code, v.cookie)
	}
	v.cookie = &kept // who has kept it has nothing
	if w := v.do("GET", "/admin", nil); w.Code != 401 || strings.Contains(w.Body.String(), "confidential") {
		t.Errorf("signed out: %d", w.Code)
	}
}

// TestAdminWithoutToken walks every method and path: without the token there is
// nothing, and where none is set there is no page at all.
func TestAdminWithoutToken(t *testing.T) {
	methods := []string{"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"}
	paths := []string{"/admin", "/admin/", "/admin/out", "/admin/out/", "/admin/servers", "/admin//", "/admin/../admin", "/admin?every=30", "/admin/%2e%2e/admin", "/admin;x", "/admin.html", "/ADMIN", "//admin", "/admin/admin.css"}
	headers := map[string]http.Header{
		"nothing":          {},
		"a wrong bearer":   {"Authorization": {"Bearer wrong"}},
		"an empty bearer":  {"Authorization": {"Bearer "}},
		"basic":            {"Authorization": {"Basic " + adminToken}},
		"a made-up cookie": {"Cookie": {adminCookie + "=" + adminToken}},
		"an empty cookie":  {"Cookie": {adminCookie + "="}},
		"another method":   {"X-Http-Method-Override": {"GET"}},
	}
	on, off := adminHandler(secretParts(), adminToken), adminHandler(secretParts(), "")
	n := 0
	for name, header := range headers {
		for _, path := range paths {
			for _, method := range methods {
				n++
				v := visit(t, on, fmt.Sprintf("198.51.%d.%d", n/250, n%250))
				v.header = header
				w := v.do(method, path, nil)
				if text := w.Body.String() + fmt.Sprint(w.Header()); strings.Contains(text, "confidential") || strings.Contains(text, adminToken) || w.Code == 200 || v.cookie != nil && v.cookie.MaxAge >= 0 {
					t.Errorf("%s %s with %s gives %d", method, path, name, w.Code)
				}
				v = visit(t, off, v.from)
				v.header = header
				if w := v.do(method, path, nil); w.Code != 404 && (w.Code < 300 || w.Code > 399) {
					t.Errorf("with no token set, %s %s gives %d", method, path, w.Code)
				}
			}
		}
	}
	for _, token := range []string{"", adminToken} {
		if w := visit(t, off, "192.0.2.1").signIn(token); w.Code != 404 {
			t.Errorf("with no token set, signing in with %q gives %d", token, w.Code)
		}
	}
}

// TestAdminSlowsGuessing: after some wrong tokens an address waits, whatever it
// tries; others don't, nor who is signed in.
func TestAdminSlowsGuessing(t *testing.T) {
	a := newAdmin(Config{Admin: secretParts(), AdminToken: adminToken, Logger: slog.New(slog.DiscardHandler)})
	now := time.Unix(1_780_000_000, 0)
	a.now = func() time.Time { return now }
	guesser, other := visit(t, a, "192.0.2.1"), visit(t, a, "192.0.2.2")
	for range 20 { // right ones cost nothing
		if w := other.signIn(adminToken); w.Code != 303 {
			t.Fatalf("the right token gives %d", w.Code)
		}
	}
	signedIn := visit(t, a, guesser.from)
	signedIn.signIn(adminToken)
	for i := range wrongAtOnce {
		guesser.header.Set("Authorization", []string{"", "Bearer wrong"}[i%2])
		if w := guesser.signIn("wrong"); w.Code != 401 {
			t.Errorf("a wrong token gives %d", w.Code)
		}
	}
	w := guesser.signIn(adminToken)
	if w.Code != 429 || w.Header().Get("Retry-After") == "" || guesser.cookie != nil {
		t.Errorf("after %d wrong tokens one more gives %d", wrongAtOnce, w.Code)
	}
	guesser.header.Set("Authorization", "Bearer "+adminToken)
	if w := guesser.do("GET", "/admin", nil); w.Code != 429 {
		t.Errorf("as a bearer it gives %d", w.Code)
	}
	if w := other.signIn(adminToken); w.Code != 303 {
		t.Errorf("another address gets %d", w.Code)
	}
	if w := signedIn.do("GET", "/admin", nil); w.Code != 200 {
		t.Errorf("who is signed in gets %d", w.Code)
	}
	now = now.Add(wrongEvery)
	if w := guesser.signIn(adminToken); w.Code != 303 {
		t.Errorf("after a while the token gives %d", w.Code)
	}
	if a, b := sender(&http.Request{RemoteAddr: "[2001:db8::1]:1"}), sender(&http.Request{RemoteAddr: "[2001:db8::ffff:2]:9"}); a != b {
		t.Errorf("one network counts as %s and %s", a, b)
	}
}

func TestAdminSessionsEnd(t *testing.T) {
	a := newAdmin(Config{Admin: secretParts(), AdminToken: adminToken, Logger: slog.New(slog.DiscardHandler)})
	now := time.Unix(1_780_000_000, 0)
	a.now = func() time.Time { return now }
	first := visit(t, a, "192.0.2.1")
	first.signIn(adminToken)
	now = now.Add(sessionLength - time.Second)
	if w := first.do("GET", "/admin?every=30", nil); w.Code != 200 {
		t.Errorf("before its end a session gives %d", w.Code)
	}
	now = now.Add(time.Second)
	if w := first.do("GET", "/admin", nil); w.Code != 401 {
		t.Errorf("at its end, however much it was used, a session gives %d", w.Code)
	}
	first.signIn(adminToken)
	for range mostSessions {
		now = now.Add(time.Second)
		visit(t, a, "192.0.2.3").signIn(adminToken)
	}
	if w := first.do("GET", "/admin", nil); w.Code != 401 || len(a.sessions.ends) != mostSessions {
		t.Errorf("of more sessions than there may be the first gives %d; there are %d", w.Code, len(a.sessions.ends))
	}
}

func TestAdminRequests(t *testing.T) {
	h := adminHandler(secretParts(), adminToken)
	for _, c := range []struct {
		name   string
		header http.Header
		do     func(v *visitor) *httptest.ResponseRecorder
		want   int
	}{
		{"a script with the token", http.Header{"Authorization": {"Bearer " + adminToken}}, func(v *visitor) *httptest.ResponseRecorder { return v.do("GET", "/admin", nil) }, 200},
		{"another site's form", http.Header{"Sec-Fetch-Site": {"cross-site"}}, func(v *visitor) *httptest.ResponseRecorder { return v.signIn(adminToken) }, 403},
		{"another site signs out", http.Header{"Sec-Fetch-Site": {"same-site"}}, func(v *visitor) *httptest.ResponseRecorder { return v.do("POST", "/admin/out", nil) }, 403},
		{"the page's own form", http.Header{"Sec-Fetch-Site": {"same-origin"}}, func(v *visitor) *httptest.ResponseRecorder { return v.signIn(adminToken) }, 303},
		{"an endless form", nil, func(v *visitor) *httptest.ResponseRecorder { return v.signIn(strings.Repeat("x", 1<<20)) }, 401},
		{"the token in the address", nil, func(v *visitor) *httptest.ResponseRecorder {
			return v.do("GET", "/admin?token="+url.QueryEscape(adminToken), nil)
		}, 401},
		{"signing out by a link", nil, func(v *visitor) *httptest.ResponseRecorder { return v.do("GET", "/admin/out", nil) }, 405},
	} {
		t.Run(c.name, func(t *testing.T) {
			v := visit(t, h, "192.0.2.1")
			v.header = c.header
			if w := c.do(v); w.Code != c.want {
				t.Errorf("gives %d, want %d", w.Code, c.want)
			}
		})
	}
	v := visit(t, h, "192.0.2.9")
	v.header.Set("X-Forwarded-Proto", "https")
	if v.signIn(adminToken); v.cookie == nil || !v.cookie.Secure {
		t.Errorf("behind a proxy with TLS the cookie is %+v", v.cookie)
	}
}

// TestAdminPartsFailAlone: what can't be read says so, and the others show.
func TestAdminPartsFailAlone(t *testing.T) {
	release := make(chan struct{})
	defer close(release)
	parts := append([]Part{
		{ID: "broken", Name: "Broken", Read: func(context.Context) ([]Table, error) {
			return nil, errors.New("dial postgres://user:hunter2@host: refused")
		}},
		{ID: "panics", Name: "Panics", Read: func(context.Context) ([]Table, error) { panic("hunter2") }},
		{ID: "hangs", Name: "Hangs", Read: func(context.Context) ([]Table, error) { <-release; return nil, nil }},
		{ID: "waits", Name: "Waits", Read: func(ctx context.Context) ([]Table, error) { <-ctx.Done(); return nil, ctx.Err() }},
	}, secretParts()...)
	a := newAdmin(Config{Admin: parts, AdminToken: adminToken, Logger: slog.New(slog.DiscardHandler)})
	a.within = 200 * time.Millisecond
	v := visit(t, a, "192.0.2.1")
	v.header.Set("Authorization", "Bearer "+adminToken)
	w := v.do("GET", "/admin", nil)
	body := w.Body.String()
	if w.Code != 200 || strings.Count(body, "could not be read") != 2 || strings.Count(body, "took too long") != 2 {
		t.Errorf("%d:\n%s", w.Code, body)
	}
	if !strings.Contains(body, "confidential") || !strings.Contains(body, "No job is under way.") {
		t.Error("the other parts don't show")
	}
	if strings.Contains(body, "hunter2") {
		t.Error("the page shows an error's words")
	}
}

func TestPlain(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"words":             {"Varga’s café, 東京, क्षेत्र", "Varga’s café, 東京, क्षेत्र"},
		"turned around":     {"\u202egnp.exe\u2066x", "�gnp.exe�x"},
		"joined letters":    {"می\u200cخواهم 👩\u200d🚀", "می\u200cخواهم 👩\u200d🚀"},
		"unseen":            {"a\x00b\u200bc\u00add", "a�b�c�d"},
		"lines":             {"a\nb\tc", "a b c"},
		"not UTF-8":         {"a\xffb", "a�b"},
		"very long":         {strings.Repeat("ü", 10_000), strings.Repeat("ü", longestText) + "…"},
		"just short enough": {strings.Repeat("ü", longestText), strings.Repeat("ü", longestText)},
	} {
		if got := plain(c.in); got != c.want {
			t.Errorf("%s: %q becomes %q", name, c.in, got)
		}
	}
}

func TestAgo(t *testing.T) {
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	for d, want := range map[time.Duration]string{
		0: "0 s ago", 59 * time.Second: "59 s ago", 61 * time.Second: "1 min ago", 47 * time.Hour: "47 h ago", 49 * time.Hour: "2 days ago", -90 * time.Second: "in 1 min",
	} {
		if got := ago(now.Add(-d), now); got != want {
			t.Errorf("%v: %q, want %q", d, got, want)
		}
	}
}
