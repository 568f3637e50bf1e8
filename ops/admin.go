package ops

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	_ "embed"
	"encoding/base64"
	"html/template"
	"log/slog"
	"net/http"
	"strings"
	"sync"
	"time"
)

//go:embed admin.html
var adminText string

//go:embed admin.css
var adminStyle string

// adminPage is the page's template; now is when it is shown.
var adminPage = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("admin").Funcs(template.FuncMap{
		"plain": plain,
		"iso":   func(t time.Time) string { return t.UTC().Format(time.RFC3339) },
		"clock": func(t time.Time) string { return t.UTC().Format("2006-01-02 15:04:05") },
		"ago":   func(time.Time) string { return "" }, // each showing has its own
	}).Parse(adminText))
})

// adminPolicy lets the page have its own style and send its own forms, and
// nothing else.
var adminPolicy = sync.OnceValue(func() string {
	sum := sha256.Sum256([]byte(adminStyle))
	return "default-src 'none'; style-src 'sha256-" + base64.StdEncoding.EncodeToString(sum[:]) + "'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
})

// adminCookie names what holds a browser's session.
const adminCookie = "onrecord_admin"

// often is how often the page loads itself where that is asked for, in seconds.
const often = 30

// admin is the admin page: a form that asks for the token, and the parts for
// whoever has given it. Scripts may send it as a bearer token.
type admin struct {
	parts    []Part
	token    string
	log      *slog.Logger
	sessions sessions
	guesses  guesses
	reading  chan struct{} // holds a token for each page that is being read
	within   time.Duration // that a part may take
	now      func() time.Time
}

// pagesOnce is how many pages are read at a time; others wait.
const pagesOnce = 2

func newAdmin(c Config) *admin {
	return &admin{
		parts: c.Admin, token: c.AdminToken, log: cmp.Or(c.Logger, slog.Default()), guesses: newGuesses(),
		reading: make(chan struct{}, pagesOnce), within: partWithin, now: time.Now,
	}
}

// ServeHTTP implements http.Handler. Every path and method that is not the page's
// gives nothing at all.
func (a *admin) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	w.Header().Set("Content-Security-Policy", adminPolicy())
	reading := r.Method == http.MethodGet || r.Method == http.MethodHead
	switch {
	case r.URL.Path == "/admin" && reading:
		a.show(w, r)
	case r.URL.Path == "/admin" && r.Method == http.MethodPost && sameSite(r):
		a.signIn(w, r)
	case r.URL.Path == "/admin/out" && r.Method == http.MethodPost && sameSite(r):
		a.signOut(w, r)
	case r.Method == http.MethodPost && !sameSite(r):
		http.Error(w, "This was sent from another site.", http.StatusForbidden)
	case r.URL.Path == "/admin" || r.URL.Path == "/admin/out":
		http.Error(w, "The page does not take that.", http.StatusMethodNotAllowed)
	default:
		http.NotFound(w, r)
	}
}

// sameSite tells whether a form was sent from this page, as far as the browser
// says so. One that doesn't say is left to the cookie, which other sites' forms
// don't carry.
func sameSite(r *http.Request) bool {
	from := r.Header.Get("Sec-Fetch-Site")
	return from == "" || from == "same-origin" || from == "none"
}

// show shows the parts, or the form.
func (a *admin) show(w http.ResponseWriter, r *http.Request) {
	if cookie, err := r.Cookie(adminCookie); err != nil || !a.sessions.holds(cookie.Value, a.now()) {
		bearer, ok := strings.CutPrefix(r.Header.Get("Authorization"), "Bearer ")
		if !ok {
			a.ask(w, http.StatusUnauthorized, "")
			return
		}
		if !a.check(w, r, bearer) {
			return
		}
	}
	select {
	case a.reading <- struct{}{}:
		defer func() { <-a.reading }()
	case <-r.Context().Done():
		return
	}
	v := view{Parts: gather(r.Context(), a.parts, a.within, a.log), At: a.now()}
	if r.URL.Query().Has("every") {
		v.Every = often
	}
	a.write(w, http.StatusOK, v)
}

// check tells whether a token is the right one; if not it has said so.
func (a *admin) check(w http.ResponseWriter, r *http.Request, token string) bool {
	from := sender(r)
	right, ok := a.guesses.try(from, a.now())
	switch {
	case !ok:
		w.Header().Set("Retry-After", "10")
		a.ask(w, http.StatusTooManyRequests, "Too many wrong tokens. Wait ten seconds, then try once more.")
		return false
	case !same(token, a.token):
		a.log.Warn("a wrong token for the admin page", "from", from)
		a.ask(w, http.StatusUnauthorized, "That is not the token.")
		return false
	}
	right()
	return true
}

func (a *admin) signIn(w http.ResponseWriter, r *http.Request) {
	const longestForm = 4 << 10
	r.Body = http.MaxBytesReader(w, r.Body, longestForm)
	if !a.check(w, r, r.PostFormValue("token")) {
		return
	}
	a.log.Info("signed in to the admin page", "from", sender(r))
	http.SetCookie(w, cookieFor(r, a.sessions.begin(a.now()), int(sessionLength.Seconds())))
	http.Redirect(w, r, "/admin", http.StatusSeeOther)
}

func (a *admin) signOut(w http.ResponseWriter, r *http.Request) {
	if cookie, err := r.Cookie(adminCookie); err == nil {
		a.sessions.end(cookie.Value)
	}
	http.SetCookie(w, cookieFor(r, "", -1))
	http.Redirect(w, r, "/admin", http.StatusSeeOther)
}

// cookieFor makes the session's cookie, which no script and no other site gets.
// Behind a proxy with TLS it never leaves TLS.
func cookieFor(r *http.Request, value string, age int) *http.Cookie {
	return &http.Cookie{
		Name: adminCookie, Value: value, Path: "/admin", MaxAge: age, HttpOnly: true, SameSite: http.SameSiteStrictMode,
		Secure: r.TLS != nil || r.Header.Get("X-Forwarded-Proto") == "https",
	}
}

// ask shows the form that asks for the token, with what is wrong.
func (a *admin) ask(w http.ResponseWriter, status int, problem string) {
	if status == http.StatusUnauthorized {
		w.Header().Set("WWW-Authenticate", `Bearer realm="onrecord"`)
	}
	a.write(w, status, view{Problem: problem})
}

// view is what the template shows: parts, or the form when there are none.
type view struct {
	Parts   []gathered
	At      time.Time
	Every   int // the page loads itself every so many seconds; 0 for not
	Problem string
}

// Style is the page's own, which its security policy names.
func (view) Style() template.CSS { return template.CSS(adminStyle) } // not a stranger's

// Often is how often the page can load itself, in seconds.
func (view) Often() int { return often }

// Hours is how long somebody stays signed in.
func (view) Hours() int { return int(sessionLength.Hours()) }

func (a *admin) write(w http.ResponseWriter, status int, v view) {
	page, err := adminPage().Clone()
	if err == nil {
		page.Funcs(template.FuncMap{"ago": func(t time.Time) string { return ago(t, v.At) }})
	}
	var b bytes.Buffer
	if err == nil {
		err = page.Execute(&b, v)
	}
	if err != nil {
		a.log.Error("the admin page could not be made", "error", err)
		http.Error(w, "The page could not be made; the log says why.", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes()) // whoever asked may have gone
}
