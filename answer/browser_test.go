package answer

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// browser is a real Chromium without a window, spoken to over its DevTools
// protocol, one call at a time.
type browser struct {
	t    *testing.T
	conn *websocket.Conn
	last int
}

// startBrowser starts Chromium, or skips the test where there is none.
func startBrowser(t *testing.T) *browser {
	t.Helper()
	program := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if path, err := exec.LookPath(name); err == nil && program == "" {
			program = path
		}
	}
	if program == "" {
		t.Skip("there is no Chromium here, so links are not tried in a browser")
	}
	dir, err := os.MkdirTemp("", "onrecord-chromium-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) }) // a browser that ends may still be writing
	ctx, stop := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, program, "--headless=new", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--disable-extensions", "--no-first-run",
		"--disable-background-networking", "--user-data-dir="+dir, "--remote-debugging-port=0", "--window-size=1000,1400", "about:blank")
	cmd.WaitDelay = time.Second
	if err := cmd.Start(); err != nil {
		t.Skipf("Chromium does not start: %v", err)
	}
	t.Cleanup(func() { stop(); cmd.Wait() })
	for range 200 {
		time.Sleep(100 * time.Millisecond)
		data, err := os.ReadFile(filepath.Join(dir, "DevToolsActivePort"))
		if err != nil {
			continue
		}
		port, _, _ := strings.Cut(string(data), "\n")
		if at := pageOf(port); at != "" {
			b := &browser{t: t}
			if b.conn, _, err = websocket.DefaultDialer.Dial(at, nil); err != nil {
				t.Fatal(err)
			}
			t.Cleanup(func() { b.conn.Close() })
			b.call("Page.enable", nil, nil)
			return b
		}
	}
	t.Skip("Chromium does not answer")
	return nil
}

// pageOf is where the browser's first page is spoken to, "" while there is none.
func pageOf(port string) string {
	res, err := http.Get("http://127.0.0.1:" + port + "/json/list")
	if err != nil {
		return ""
	}
	defer res.Body.Close()
	var pages []struct {
		Type string `json:"type"`
		At   string `json:"webSocketDebuggerUrl"`
	}
	if json.NewDecoder(res.Body).Decode(&pages) != nil {
		return ""
	}
	for _, p := range pages {
		if p.Type == "page" {
			return p.At
		}
	}
	return ""
}

// call calls a method and waits for its result; event, if not "", is waited for
// as well.
func (b *browser) call(method string, params, result any, event ...string) {
	b.t.Helper()
	b.last++
	b.conn.SetReadDeadline(time.Now().Add(30 * time.Second))
	if params == nil {
		params = struct{}{}
	}
	if err := b.conn.WriteJSON(map[string]any{"id": b.last, "method": method, "params": params}); err != nil {
		b.t.Fatalf("%s: %v", method, err)
	}
	answered := false
	for !answered || len(event) > 0 {
		var m struct {
			ID     int             `json:"id"`
			Method string          `json:"method"`
			Result json.RawMessage `json:"result"`
			Error  json.RawMessage `json:"error"`
		}
		if err := b.conn.ReadJSON(&m); err != nil {
			b.t.Fatalf("%s: %v", method, err)
		}
		if len(event) > 0 && m.Method == event[0] {
			event = event[1:]
		}
		if m.ID != b.last {
			continue
		}
		answered = true
		if m.Error != nil {
			b.t.Fatalf("%s: %s", method, m.Error)
		}
		if result != nil {
			if err := json.Unmarshal(m.Result, result); err != nil {
				b.t.Fatalf("%s: %v", method, err)
			}
		}
	}
}

// wordBoxes is a script that tells where each character of the page's text
// stands in the window. It changes nothing on the page.
const wordBoxes = `(() => {
  const out = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let n; n = walker.nextNode();) {
    if (/^(SCRIPT|STYLE)$/.test(n.parentElement.tagName)) continue;
    for (const m of n.data.matchAll(/[\p{L}\p{N}\p{M}]+/gu)) {
      const r = document.createRange(); r.setStart(n, m.index); r.setEnd(n, m.index + m[0].length);
      const b = r.getClientRects()[0];
      if (b && b.bottom > 0 && b.top < innerHeight) out.push({word: m[0], x: b.left, y: b.top, w: b.width, h: b.height});
    }
  }
  return JSON.stringify(out);
})()`

// highlighted opens an address and returns the words that the browser then
// shows highlighted, which the page paints green.
func (b *browser) highlighted(address string) string {
	b.t.Helper()
	b.call("Page.navigate", map[string]any{"url": "about:blank"}, nil, "Page.loadEventFired")
	b.call("Page.navigate", map[string]any{"url": address}, nil, "Page.loadEventFired")
	var shot struct{ Data []byte }
	var boxes struct {
		Result struct{ Value string }
	}
	// The browser looks for the words a moment after the page has loaded.
	for range 20 {
		b.call("Page.captureScreenshot", map[string]any{"format": "png"}, &shot)
		if painted(shot.Data, b.t) {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	b.call("Page.captureScreenshot", map[string]any{"format": "png"}, &shot)
	b.call("Runtime.evaluate", map[string]any{"expression": wordBoxes}, &boxes)
	img, err := png.Decode(bytes.NewReader(shot.Data))
	if err != nil {
		b.t.Fatal(err)
	}
	var words []struct {
		Word       string
		X, Y, W, H float64
	}
	if err := json.Unmarshal([]byte(boxes.Result.Value), &words); err != nil {
		b.t.Fatalf("%v: %q", err, boxes.Result.Value)
	}
	var out []string
	for _, w := range words {
		if green(img, image.Rect(int(w.X), int(w.Y), int(w.X+w.W), int(w.Y+w.H))) > .3 {
			out = append(out, w.Word)
		}
	}
	return strings.Join(out, " ")
}

// painted tells whether anything on a picture is highlighted.
func painted(data []byte, t *testing.T) bool {
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	for y := img.Bounds().Min.Y; y < img.Bounds().Max.Y; y += 4 {
		for x := img.Bounds().Min.X; x < img.Bounds().Max.X; x += 3 {
			if isGreen(img, x, y) {
				return true
			}
		}
	}
	return false
}

// green is the share of a box that is highlighted.
func green(img image.Image, box image.Rectangle) float64 {
	box = box.Intersect(img.Bounds())
	n, all := 0, 0
	for y := box.Min.Y; y < box.Max.Y; y++ {
		for x := box.Min.X; x < box.Max.X; x++ {
			if all++; isGreen(img, x, y) {
				n++
			}
		}
	}
	return float64(n) / float64(max(1, all))
}

func isGreen(img image.Image, x, y int) bool {
	r, g, bl, _ := img.At(x, y).RGBA()
	return g > 0xd000 && r < 0x6000 && bl < 0x6000
}

// green paint for what a fragment names, and nothing that moves.
const paint = `<style>::target-text{background-color:#00ff00;color:#000}html{scroll-behavior:auto!important}</style>`

// saved is a server of saved pages by path; each is shown with paint.
func saved(pages map[string]string) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		page, ok := pages[r.URL.Path]
		if !ok {
			http.NotFound(w, r)
			return
		}
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, page+paint)
	})
}
