package ops

import (
	"bytes"
	"context"
	"crypto/sha256"
	"crypto/subtle"
	_ "embed"
	"html/template"
	"net/http"
	"sync"
	"time"
)

// Overview is what the admin page shows, table by table.
type Overview struct {
	Title  string
	At     time.Time
	Tables []Table
}

// Table is a table of the admin page. All its text is escaped when shown.
type Table struct {
	Name   string
	Head   []string
	Rows   [][]string
	Empty  string // said in place of a table without rows
	Remark string
}

//go:embed admin.html
var adminText string

var adminPage = sync.OnceValue(func() *template.Template {
	return template.Must(template.New("admin").Parse(adminText))
})

// adminCookie holds the token for a browser's session.
const adminCookie = "onrecord_admin"

// addAdmin adds the admin page: a form that asks for the token, and the
// overview for whoever has given it. Scripts may send it as a bearer token.
func addAdmin(mux *http.ServeMux, c Config) {
	mux.HandleFunc("GET /admin", func(w http.ResponseWriter, r *http.Request) {
		if !admitted(r, c.AdminToken) {
			showAdmin(w, http.StatusUnauthorized, adminData{})
			return
		}
		ctx, cancel := context.WithTimeout(r.Context(), 10*time.Second)
		defer cancel()
		o, err := c.Admin(ctx)
		if err != nil {
			c.Logger.Error("the admin page could not be filled", "error", err)
			showAdmin(w, http.StatusServiceUnavailable, adminData{Problem: "What this page shows could not be read; the log says why."})
			return
		}
		showAdmin(w, http.StatusOK, adminData{Overview: &o})
	})
	mux.HandleFunc("POST /admin", func(w http.ResponseWriter, r *http.Request) {
		r.Body = http.MaxBytesReader(w, r.Body, 4<<10)
		if !same(r.PostFormValue("token"), c.AdminToken) {
			showAdmin(w, http.StatusUnauthorized, adminData{Problem: "That is not the token."})
			return
		}
		http.SetCookie(w, &http.Cookie{
			Name: adminCookie, Value: session(c.AdminToken), Path: "/admin",
			HttpOnly: true, SameSite: http.SameSiteStrictMode, Secure: r.TLS != nil,
		})
		http.Redirect(w, r, "/admin", http.StatusSeeOther)
	})
}

type adminData struct {
	Overview *Overview
	Problem  string
}

func showAdmin(w http.ResponseWriter, status int, d adminData) {
	var b bytes.Buffer
	if err := adminPage().Execute(&b, d); err != nil {
		http.Error(w, "the page could not be made", http.StatusInternalServerError)
		return
	}
	w.Header().Set("Content-Type", "text/html; charset=utf-8")
	w.WriteHeader(status)
	_, _ = w.Write(b.Bytes())
}

// admitted tells whether a request carries the token, or the cookie that was
// given for it.
func admitted(r *http.Request, token string) bool {
	if c, err := r.Cookie(adminCookie); err == nil && same(c.Value, session(token)) {
		return true
	}
	const bearer = "Bearer "
	h := r.Header.Get("Authorization")
	return len(h) > len(bearer) && h[:len(bearer)] == bearer && same(h[len(bearer):], token)
}

// session is what the cookie holds: not the token itself.
func session(token string) string {
	sum := sha256.Sum256([]byte("onrecord admin session\n" + token))
	const digits = "0123456789abcdef"
	out := make([]byte, 0, 2*len(sum))
	for _, b := range sum {
		out = append(out, digits[b>>4], digits[b&15])
	}
	return string(out)
}

// same compares without telling by its time how much was right.
func same(a, b string) bool {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}
