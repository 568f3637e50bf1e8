package answer

import (
	"bytes"
	"encoding/json"
	"fmt"
	"image"
	"image/png"
	"net/http"
	"strings"
	"testing"
	"time"

	"onrecord/browsertest"
)

// browser is a page of a real Chromium.
type browser struct {
	t *testing.T
	*browsertest.Page
}

// startBrowser opens one, or skips the test where there is none.
func startBrowser(t *testing.T) *browser {
	t.Helper()
	return &browser{t, browsertest.Start(t).Page(t, 1000, 800)}
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
	b.Go("about:blank")
	b.Go(address)
	// The browser looks for the words a moment after the page has loaded.
	shot := b.Picture(false)
	img := decoded(b.t, shot)
	for range 20 {
		next := b.Picture(false)
		if !bytes.Equal(next, shot) {
			shot, img = next, decoded(b.t, next)
		} else if painted(img) {
			break
		} else {
			time.Sleep(50 * time.Millisecond)
		}
	}
	boxes := b.Eval(wordBoxes)
	var words []struct {
		Word       string
		X, Y, W, H float64
	}
	if err := json.Unmarshal([]byte(boxes), &words); err != nil {
		b.t.Fatalf("%v: %q", err, boxes)
	}
	var out []string
	for _, w := range words {
		if green(img, image.Rect(int(w.X), int(w.Y), int(w.X+w.W), int(w.Y+w.H))) > .3 {
			out = append(out, w.Word)
		}
	}
	return strings.Join(out, " ")
}

func decoded(t *testing.T, shot []byte) image.Image {
	t.Helper()
	img, err := png.Decode(bytes.NewReader(shot))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// painted tells whether anything on a picture is highlighted.
func painted(img image.Image) bool {
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
