package browsertest

import (
	"encoding/json"
	"fmt"
	"strings"
	"testing"
	"time"
)

// Page is one page of a browser, with cookies of its own. What goes wrong with
// it ends the test that opened it.
type Page struct {
	// Requests are the addresses that the page has asked for so far, in order.
	Requests []string

	t       testing.TB
	browser *Browser
	session string
	loads   int // how often a document has loaded whole
}

// Page opens an empty page with a window of that size, which closes with the
// test.
func (b *Browser) Page(t testing.TB, width, height int) *Page {
	t.Helper()
	p := &Page{t: t, browser: b}
	var apart struct {
		ID string `json:"browserContextId"`
	}
	p.must(b.call("", "Target.createBrowserContext", nil, &apart))
	var target struct {
		ID string `json:"targetId"`
	}
	p.must(b.call("", "Target.createTarget", map[string]any{"url": "about:blank", "browserContextId": apart.ID}, &target))
	var attached struct {
		ID string `json:"sessionId"`
	}
	p.must(b.call("", "Target.attachToTarget", map[string]any{"targetId": target.ID, "flatten": true}, &attached))
	p.session = attached.ID
	b.pages[p.session] = p
	t.Cleanup(func() {
		delete(b.pages, p.session)
		_ = b.call("", "Target.disposeBrowserContext", map[string]any{"browserContextId": apart.ID}, nil) // it may have ended first
	})
	p.Call("Page.enable", nil, nil)
	p.Call("Network.enable", nil, nil)
	p.Resize(width, height)
	return p
}

// note keeps what is told of later.
func (p *Page) note(m message) {
	switch m.Method {
	case "Page.loadEventFired":
		p.loads++
	case "Network.requestWillBeSent":
		var e struct{ Request struct{ URL string } }
		if json.Unmarshal(m.Params, &e) == nil {
			p.Requests = append(p.Requests, e.Request.URL)
		}
	}
}

func (p *Page) must(err error) {
	p.t.Helper()
	if err != nil {
		p.t.Fatal(err)
	}
}

// Call calls a method of the DevTools protocol on the page; into gets the
// result, nil for nobody.
func (p *Page) Call(method string, params, into any) {
	p.t.Helper()
	p.must(p.browser.call(p.session, method, params, into))
}

// Go opens an address and waits until the page has loaded whole.
func (p *Page) Go(address string) {
	p.t.Helper()
	p.Loading(func() {
		var opened struct{ ErrorText string }
		p.Call("Page.navigate", map[string]any{"url": address}, &opened)
		if opened.ErrorText != "" {
			p.t.Fatalf("open %s: %s", address, opened.ErrorText)
		}
	})
}

// Loading does what makes another page load, and waits until it has.
func (p *Page) Loading(do func()) {
	p.t.Helper()
	before := p.loads
	do()
	for p.loads == before {
		_, err := p.browser.read()
		p.must(err)
	}
}

// Eval evaluates JavaScript to a text, also in a page that may run none itself.
// A promise is waited for.
func (p *Page) Eval(js string) string {
	p.t.Helper()
	var r struct {
		Result struct{ Value any }
		Thrown *struct {
			Text      string
			Exception struct{ Description string }
		} `json:"exceptionDetails"`
	}
	p.Call("Runtime.evaluate", map[string]any{"expression": js, "awaitPromise": true, "returnByValue": true}, &r)
	if r.Thrown != nil {
		p.t.Fatalf("%s: %s %s", js, r.Thrown.Text, r.Thrown.Exception.Description)
	}
	return fmt.Sprint(r.Result.Value)
}

// Await waits until what JavaScript evaluates to holds words.
func (p *Page) Await(js, words string) {
	p.t.Helper()
	for end := time.Now().Add(patience); ; time.Sleep(50 * time.Millisecond) {
		text := p.Eval(js)
		if strings.Contains(text, words) {
			return
		}
		if time.Now().After(end) {
			p.t.Fatalf("there is no %q in %s:\n%s", words, js, text)
		}
	}
}

// Shows waits until the page shows words.
func (p *Page) Shows(words string) {
	p.t.Helper()
	p.Await("document.body ? document.body.innerText : ''", words)
}
