package main

import (
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// browser is a headless Chromium with one page, driven over its debugging
// protocol.
type browser struct {
	t       *testing.T
	ws      *websocket.Conn
	session string // the page's
	last    int    // number of a command
}

// browse opens a page of that width in Chromium; the test is skipped where there
// is none.
func browse(t *testing.T, address string, width int) *browser {
	t.Helper()
	chromium, err := exec.LookPath("chromium")
	if err != nil {
		t.Skip("there is no chromium to look at the page with")
	}
	dir, err := os.MkdirTemp("", "onrecord-chromium-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = os.RemoveAll(dir) }) // a browser that ends may still be writing
	ctx, stop := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, chromium, "--headless", "--no-sandbox", "--disable-gpu", "--hide-scrollbars", "--remote-debugging-port=0",
		"--user-data-dir="+dir, fmt.Sprintf("--window-size=%d,900", width), "about:blank")
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		stop()
		_ = cmd.Wait()
	})
	var at []string
	eventually(t, "Chromium does not start", func() bool {
		data, err := os.ReadFile(filepath.Join(dir, "DevToolsActivePort"))
		at = strings.Fields(string(data))
		return err == nil && len(at) == 2
	})
	ws, resp, err := websocket.DefaultDialer.Dial("ws://127.0.0.1:"+at[0]+at[1], nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	t.Cleanup(func() { _ = ws.Close() })
	b := &browser{t: t, ws: ws}
	var target struct {
		TargetID string `json:"targetId"`
	}
	b.do("", "Target.createTarget", map[string]any{"url": address}, &target)
	var session struct {
		SessionID string `json:"sessionId"`
	}
	b.do("", "Target.attachToTarget", map[string]any{"targetId": target.TargetID, "flatten": true}, &session)
	b.session = session.SessionID
	b.awaits("document.getElementById('status')?.textContent || ''", "The bot is connected.")
	return b
}

// eventually waits until ok.
func eventually(t *testing.T, what string, ok func() bool) {
	t.Helper()
	for end := time.Now().Add(30 * time.Second); !ok(); time.Sleep(20 * time.Millisecond) {
		if time.Now().After(end) {
			t.Fatal(what)
		}
	}
}

// do sends one command and reads what it returns.
func (b *browser) do(session, method string, params, into any) {
	b.t.Helper()
	b.last++
	request := map[string]any{"id": b.last, "method": method, "params": params}
	if session != "" {
		request["sessionId"] = session
	}
	_ = b.ws.SetReadDeadline(time.Now().Add(30 * time.Second))
	if err := b.ws.WriteJSON(request); err != nil {
		b.t.Fatal(err)
	}
	for {
		var r struct {
			ID     int
			Result json.RawMessage
			Error  *struct{ Message string }
		}
		if err := b.ws.ReadJSON(&r); err != nil {
			b.t.Fatal(err)
		}
		if r.ID != b.last {
			continue // an event
		}
		if r.Error != nil {
			b.t.Fatalf("%s: %s", method, r.Error.Message)
		}
		if into != nil {
			if err := json.Unmarshal(r.Result, into); err != nil {
				b.t.Fatal(err)
			}
		}
		return
	}
}

// eval evaluates JavaScript to a text.
func (b *browser) eval(js string) string {
	b.t.Helper()
	var r struct {
		Result struct{ Value any }
		Thrown *struct{ Text string } `json:"exceptionDetails"`
	}
	b.do(b.session, "Runtime.evaluate", map[string]any{"expression": js, "awaitPromise": true, "returnByValue": true}, &r)
	if r.Thrown != nil {
		b.t.Fatalf("%s: %s", js, r.Thrown.Text)
	}
	return fmt.Sprint(r.Result.Value)
}

// shows waits until the page shows words.
func (b *browser) shows(words string) {
	b.t.Helper()
	b.awaits("document.body ? document.body.innerText : ''", words)
}

// offers waits until the suggestions hold words.
func (b *browser) offers(words string) {
	b.t.Helper()
	b.awaits("document.getElementById('offers').innerText", words)
}

// awaits waits until what JavaScript evaluates to holds words.
func (b *browser) awaits(js, words string) {
	b.t.Helper()
	for end := time.Now().Add(20 * time.Second); ; time.Sleep(50 * time.Millisecond) {
		text := b.eval(js)
		if strings.Contains(text, words) {
			return
		}
		if time.Now().After(end) {
			b.t.Fatalf("there is no %q in %s:\n%s", words, js, text)
		}
	}
}

// keys are pressed by their names, and other texts typed.
var keys = map[string]int{"Enter": 13, "Tab": 9, "Escape": 27, "ArrowDown": 40, "ArrowUp": 38, " ": 32}

// press types texts and presses keys, one after the other.
func (b *browser) press(what ...string) {
	b.t.Helper()
	for _, w := range what {
		code, named := keys[w]
		if !named {
			b.do(b.session, "Input.insertText", map[string]any{"text": w}, nil)
			continue
		}
		text := map[string]string{"Enter": "\r", " ": " "}[w]
		for _, kind := range []string{"keyDown", "keyUp"} {
			b.do(b.session, "Input.dispatchKeyEvent", map[string]any{"type": kind, "key": w, "code": w, "windowsVirtualKeyCode": code, "text": text}, nil)
		}
	}
}

// picture is the whole page as PNG.
func (b *browser) picture() []byte {
	b.t.Helper()
	var shot struct{ Data string }
	b.do(b.session, "Page.captureScreenshot", map[string]any{"format": "png", "captureBeyondViewport": true}, &shot)
	data, err := base64.StdEncoding.DecodeString(shot.Data)
	if err != nil {
		b.t.Fatal(err)
	}
	return data
}
