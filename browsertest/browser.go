package browsertest

import (
	"context"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gorilla/websocket"
)

// Browser is a running Chromium. It ends with the test that started it, and is
// used by one goroutine at a time.
type Browser struct {
	conn  *websocket.Conn
	last  int // number of a call
	pages map[string]*Page
}

// patience is how long anything may take on a busy machine.
const patience = time.Minute

// Start starts Chromium, or skips the test where there is none.
func Start(t testing.TB) *Browser {
	t.Helper()
	program := find()
	if program == "" {
		t.Skip("there is no Chromium here, so pages are not looked at in a browser: install chromium to run this test")
	}
	dir, err := os.MkdirTemp("", "onrecord-chromium-")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { remove(dir) })
	ctx, stop := context.WithCancel(context.Background())
	cmd := exec.CommandContext(ctx, program, "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--hide-scrollbars",
		"--disable-extensions", "--no-first-run", "--disable-background-networking", "--user-data-dir="+dir, "--remote-debugging-port=0", "about:blank")
	cmd.WaitDelay = time.Second
	if err := cmd.Start(); err != nil {
		stop()
		t.Fatalf("start Chromium: %v", err)
	}
	t.Cleanup(func() {
		stop()
		_ = cmd.Wait() // it was killed
	})
	conn, resp, err := websocket.DefaultDialer.Dial(debugger(t, dir), nil)
	if err != nil {
		t.Fatalf("reach Chromium: %v", err)
	}
	_ = resp.Body.Close()
	t.Cleanup(func() { _ = conn.Close() })
	return &Browser{conn: conn, pages: map[string]*Page{}}
}

// find is where Chromium is, "" for nowhere.
func find() string {
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome", "google-chrome-stable"} {
		if path, err := exec.LookPath(name); err == nil {
			return path
		}
	}
	return ""
}

// debugger waits until the browser has written where it is spoken to.
func debugger(t testing.TB, dir string) string {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(20 * time.Millisecond) {
		data, err := os.ReadFile(filepath.Join(dir, "DevToolsActivePort"))
		if at := strings.Fields(string(data)); err == nil && len(at) == 2 {
			return fmt.Sprintf("ws://127.0.0.1:%s%s", at[0], at[1])
		}
	}
	t.Fatal("Chromium does not start")
	return ""
}

// remove deletes a browser's folder, which one that ends may still write to.
func remove(dir string) {
	for range 20 {
		if os.RemoveAll(dir) == nil {
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
}
