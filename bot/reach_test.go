package bot_test

import (
	"net/http"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"onrecord/bot"
	"onrecord/bot/discordtest"
)

// hanging holds the requests for the gateway's address until it is released.
type hanging struct {
	next    http.RoundTripper
	release chan struct{}
	held    atomic.Int32
	passed  atomic.Int32
}

func (h *hanging) RoundTrip(r *http.Request) (*http.Response, error) {
	if strings.HasSuffix(r.URL.Path, "/gateway") {
		h.held.Add(1)
		<-h.release
		defer h.passed.Add(1)
	}
	return h.next.RoundTrip(r)
}

// TestGatewayOutOfReach: a process whose way to the gateway hangs leaves its
// shards to one that has a way, long before opening would time out; and when its
// own way is free at last it does not take the sessions from that one.
func TestGatewayOutOfReach(t *testing.T) {
	t.Parallel()
	address := filepath.Join(t.TempDir(), "shards.db")
	srv := discordtest.New(t, discordtest.Options{Shards: 2, MaxConcurrency: 2})
	a, _ := sharing(t, srv, address, "a", nil)
	a.holds(t, 2)
	h := &hanging{next: srv.Client().Transport, release: make(chan struct{})}
	b, _ := sharing(t, srv, address, "b", func(c *bot.Config) {
		c.OpenTimeout, c.HTTPClient = time.Hour, &http.Client{Transport: h}
	})
	a.holds(t, 1)
	a.holds(t, 2)
	if log := b.log.String(); !strings.Contains(log, "out of Discord's reach") {
		t.Error("the process did not say that it leaves the shards")
	}
	_, begun, resumed := srv.Connections()
	close(h.release)
	b.until(t, func() string {
		if h.passed.Load() < h.held.Load() {
			return "the request hangs"
		}
		return ""
	})
	wantText(t, srv.Mention(closure), "eighteen months")
	time.Sleep(300 * time.Millisecond) // what it must not do it would do now
	if _, now, again := srv.Connections(); now != begun || again != resumed {
		t.Errorf("%d sessions were begun, %d taken up by the process that had given up", now-begun, again-resumed)
	}
}
