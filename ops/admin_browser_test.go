package ops

import (
	"context"
	"fmt"
	"net/http/httptest"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/browsertest"
)

// hostile are names that try to be more than words.
var hostile = []string{
	`<script>document.title = "owned"</script>`,
	`"><img src=x onerror="document.title='owned'">`,
	`javascript:document.title='owned'`,
	"</style></table></body><h1>owned</h1>",
	"\u202eelbisiver\u202c \u2066tfel\u2069",
	strings.Repeat("unbroken", 400),
	strings.Repeat("宽", 3000),
	"a\x00b\x1b[31mc",
	"\xff\xfe",
}

// hostileParts show them wherever words can stand.
func hostileParts() []Part {
	var rows []Row
	for i, name := range hostile {
		rows = append(rows, Row{ID: fmt.Sprint("row-", i), Cells: []Cell{Text(name), Wrong(name), Number(1_234_567), At(time.Now().Add(-time.Hour)), Link(name, "row-0")}})
	}
	return []Part{
		{ID: "strange", Name: "Strange names", Read: func(context.Context) ([]Table, error) {
			return []Table{{Caption: hostile[0], Head: []string{"name", "state", "questions", "seen", "library"}, Rows: rows, Remark: hostile[1]}}, nil
		}},
		{ID: "broken", Name: "Broken", Read: func(context.Context) ([]Table, error) { panic("no") }},
		secretParts()[1],
	}
}

// TestAdminInABrowser uses the page as a person does who has no mouse, and whose
// browser runs no scripts.
func TestAdminInABrowser(t *testing.T) {
	t.Parallel()
	s := httptest.NewServer(adminHandler(hostileParts(), adminToken))
	defer s.Close()
	p := browsertest.Start(t).Page(t, 1000, 900)
	p.NoScripts()
	p.Go(s.URL + "/admin")
	legible(t, p, "signing in")

	// The field has the focus, or Tab gives it.
	for range 3 {
		if what, _ := p.Focus(); what == "Token" {
			break
		}
		p.Press("Tab")
	}
	if what, shows := p.Focus(); what != "Token" || !shows {
		t.Fatalf("the focus is on %q, which shows: %v", what, shows)
	}
	p.Loading(func() { p.Press("not the token", "Enter") })
	p.Shows("That is not the token.")
	if text := p.Eval("document.body.innerText"); strings.Contains(text, "Strange names") {
		t.Errorf("a wrong token shows\n%s", text)
	}
	for range 3 {
		if what, _ := p.Focus(); what == "Token" {
			break
		}
		p.Press("Tab")
	}
	p.Press(adminToken, "Tab")
	if what, shows := p.Focus(); what != "Sign in" || !shows {
		t.Errorf("after the field comes %q, which shows: %v", what, shows)
	}
	p.Loading(func() { p.Press("Enter") })
	p.Shows("Strange names")
	for _, words := range []string{"This part could not be read", "No job is under way.", "1,234,567", "1 h ago", `<script>document.title = "owned"</script>`} {
		p.Shows(words)
	}
	if title := p.Eval("document.title"); title != "On Record: how it is doing" {
		t.Errorf("the title is %q", title)
	}
	if n := p.Eval("document.querySelectorAll('script, img, iframe, link, h1:not(:first-of-type)').length"); n != "0" {
		t.Errorf("%s elements came from names", n)
	}
	if text := p.Eval("document.body.textContent"); strings.ContainsAny(text, "\u202e\u2066\x00\x1b") {
		t.Error("characters that can't be seen came from names")
	}
	legible(t, p, "the page")

	// By Tab one gets everywhere, and sees where one is.
	p.Go(s.URL + "/admin")
	var passed []string
	for range 12 {
		p.Press("Tab")
		what, shows := p.Focus()
		if !shows {
			t.Errorf("the focus on %q does not show", what)
		}
		passed = append(passed, what)
	}
	for _, want := range []string{"Skip to the content", "Load again", "Load every 30 s", "Sign out", "Strange names", "Jobs"} {
		if !slices.Contains(passed, want) {
			t.Errorf("Tab passes %q and not %q", passed, want)
		}
	}
	p.Eval("document.querySelector('form button').focus()")
	p.Loading(func() { p.Press("Enter") })
	p.Shows("Token")
	p.Go(s.URL + "/admin")
	if text := p.Eval("document.body.innerText"); strings.Contains(text, "Strange names") {
		t.Errorf("after signing out the page shows\n%s", text)
	}
	for _, address := range p.Requests {
		if address != "about:blank" && !strings.HasPrefix(address, s.URL+"/admin") {
			t.Errorf("the page asked for %s", address)
		}
	}
}

// legible holds what a page shows to be read by everybody.
func legible(t *testing.T, p *browsertest.Page, what string) {
	t.Helper()
	for _, wrong := range p.Unfit() {
		t.Errorf("%s: %s", what, wrong)
	}
}
