package bot_test

import (
	"fmt"
	"path/filepath"
	"strconv"
	"testing"

	"onrecord/bot"
	"onrecord/bot/discordtest"
	"onrecord/store"
)

// Two processes share four shards: the fake Discord refuses a second session on
// one, and every server's question is answered once, also after one of the two
// has left.
func TestShards(t *testing.T) {
	t.Parallel()
	address := filepath.Join(t.TempDir(), "shards.db")
	srv := discordtest.New(t, discordtest.Options{Shards: 4, MaxConcurrency: 4, OneSession: true})
	process := func(name string) *running {
		s, err := store.Open(t.Context(), address)
		if err != nil {
			t.Fatal(err)
		}
		r := start(t, srv, func(c *bot.Config) {
			c.Shards, c.Process, c.Claims, c.Sessions = s, name, insistent{s}, s
		})
		t.Cleanup(func() { r.stop(); <-r.done; s.Close() })
		return r
	}
	a := process("a")
	a.holds(t, 4)
	b := process("b")
	a.holds(t, 2)
	b.holds(t, 2)
	askEverywhere(t, srv)
	a.stop()
	b.holds(t, 4)
	askEverywhere(t, srv)
}

// askEverywhere asks in servers of all shards and wants one answer for each.
func askEverywhere(t *testing.T, srv *discordtest.T) {
	t.Helper()
	const servers = 8
	before := len(srv.BotMessages())
	for n := range servers {
		server := strconv.Itoa(n<<22 | 1) // of shard n mod 4
		wantText(t, srv.Ask(discordtest.Post{Content: "@bot " + closure, Server: server}), "eighteen months")
	}
	if got := len(srv.BotMessages()) - before; got != servers {
		t.Errorf("%d answers to %d questions", got, servers)
	}
}

// holds waits until a process holds that many shards, all connected, and knows
// that Discord has the commands.
func (r *running) holds(t *testing.T, want int) {
	t.Helper()
	r.until(t, func() string {
		now := r.bot.Status()
		connected := 0
		for _, s := range now.Shards {
			if s.Connected {
				connected++
			}
		}
		if len(now.Shards) != want || connected != want || !now.Registered {
			return fmt.Sprintf("the process holds %+v, want %d shards; commands registered: %v", now.Shards, want, now.Registered)
		}
		return ""
	})
}
