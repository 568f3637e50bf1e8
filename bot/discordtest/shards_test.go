package discordtest_test

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/bwmarrin/discordgo"
	"github.com/gorilla/websocket"

	"onrecord/bot/discordtest"
)

// shardSession is a session on one shard, which tells what messages it hears.
func shardSession(t *testing.T, srv *discordtest.T, shard, of int) (*discordgo.Session, chan string) {
	t.Helper()
	s := session(t, srv)
	s.ShardID, s.ShardCount = shard, of
	s.Identify.Shard = &[2]int{shard, of}
	s.SyncEvents = true
	heard := make(chan string, 8)
	s.AddHandler(func(_ *discordgo.Session, m *discordgo.MessageCreate) { heard <- m.Content })
	return s, heard
}

func TestShardsHearTheirServers(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t, discordtest.Options{Shards: 2})
	var heard [2]chan string
	for i := range heard {
		var s *discordgo.Session
		s, heard[i] = shardSession(t, srv, i, 2)
		if err := s.Open(); err != nil {
			t.Fatal(err)
		}
		t.Cleanup(func() { _ = s.Close() })
	}
	for i := range heard {
		server := fmt.Sprint(uint64(i) << 22)
		srv.Send(discordtest.Post{Server: server, Content: "@bot " + server})
	}
	srv.Send(discordtest.Post{Direct: true, Content: "direct"})
	for i, want := range []string{"0", "4194304"} {
		if got := <-heard[i]; !strings.HasSuffix(got, want) {
			t.Errorf("shard %d heard %q", i, got)
		}
	}
	if got := <-heard[0]; got != "direct" {
		t.Errorf("shard 0 heard %q", got)
	}
}

func TestShardsKeepTheRules(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name      string
		opts      discordtest.Options
		shard, of int
		want      int // close code
	}{
		{"no such shard", discordtest.Options{}, 2, 2, 4010},
		{"too few", discordtest.Options{Shards: 3}, 0, 2, 4011},
	} {
		srv := discordtest.New(t, c.opts)
		s, _ := shardSession(t, srv, c.shard, c.of)
		s.ShardCount = 0
		var closed *websocket.CloseError
		if err := s.Open(); !errors.As(err, &closed) || closed.Code != c.want {
			t.Errorf("%s: %v", c.name, err)
		}
	}
	for _, c := range []struct {
		name          string
		opts          discordtest.Options
		first, second int
		want          string // the refusal, "" for none
	}{
		{"one at a time", discordtest.Options{IdentifyEvery: time.Minute}, 0, 1, "not 1m0s"},
		{"two at a time", discordtest.Options{IdentifyEvery: time.Minute, MaxConcurrency: 2}, 0, 1, ""},
		{"two of the same turn", discordtest.Options{IdentifyEvery: time.Minute, MaxConcurrency: 2}, 0, 2, "not 1m0s"},
		{"twice the same", discordtest.Options{OneSession: true}, 1, 1, "a second session on shard 1 of 4"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			srv := discordtest.New(t, c.opts)
			srv.Lenient = true
			for i, shard := range []int{c.first, c.second} {
				if i == 1 && c.want != "" {
					tooSoon(t, srv, shard)
					continue
				}
				s, _ := shardSession(t, srv, shard, 4)
				if err := s.Open(); err != nil {
					t.Fatal(err)
				}
				t.Cleanup(func() { _ = s.Close() })
			}
			refused := ""
			for _, r := range srv.Refusals() {
				refused += r.Reason
			}
			if !strings.Contains(refused, c.want) || c.want == "" && refused != "" {
				t.Errorf("refused %q, want %q", refused, c.want)
			}
		})
	}
}

// tooSoon identifies over a bare socket and wants an invalid session.
func tooSoon(t *testing.T, srv *discordtest.T, shard int) {
	t.Helper()
	ws := dial(t, srv)
	if err := ws.WriteJSON(object{"op": 2, "d": object{"token": discordtest.Token, "intents": 512, "shard": []int{shard, 4}}}); err != nil {
		t.Fatal(err)
	}
	var e struct{ Op int }
	if err := ws.ReadJSON(&e); err != nil || e.Op != 9 {
		t.Errorf("op %d, %v; want an invalid session", e.Op, err)
	}
}

// dial opens a bare socket and reads the Hello.
func dial(t *testing.T, srv *discordtest.T) *websocket.Conn {
	t.Helper()
	address, err := session(t, srv).Gateway()
	if err != nil {
		t.Fatal(err)
	}
	ws, resp, err := websocket.DefaultDialer.Dial(address, nil)
	if err != nil {
		t.Fatal(err)
	}
	_ = resp.Body.Close()
	t.Cleanup(func() { _ = ws.Close() })
	var hello struct{ Op int }
	if err := ws.ReadJSON(&hello); err != nil || hello.Op != 10 {
		t.Fatal(hello, err)
	}
	return ws
}

func TestGatewayHoldsSendersToItsRules(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		send func(*websocket.Conn) error
		want int
	}{
		{"too much at once", func(ws *websocket.Conn) error { return ws.WriteJSON(object{"op": 2, "d": strings.Repeat("x", 5000)}) }, 4002},
		{"no JSON", func(ws *websocket.Conn) error { return ws.WriteMessage(websocket.TextMessage, []byte("?")) }, 4002},
		{"no such operation", func(ws *websocket.Conn) error { return ws.WriteJSON(object{"op": 99}) }, 4001},
		{"not identified", func(ws *websocket.Conn) error { return ws.WriteJSON(object{"op": 3}) }, 4003},
		{"too often", func(ws *websocket.Conn) (err error) {
			for range 121 {
				err = errors.Join(err, ws.WriteJSON(object{"op": 1}))
			}
			return err
		}, 4008},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			srv := discordtest.New(t)
			srv.Lenient = true
			ws := dial(t, srv)
			if err := c.send(ws); err != nil {
				t.Fatal(err)
			}
			for {
				_, _, err := ws.ReadMessage()
				if err == nil {
					continue // acknowledged heartbeats
				}
				var closed *websocket.CloseError
				if !errors.As(err, &closed) || closed.Code != c.want {
					t.Errorf("got %v, want close code %d", err, c.want)
				}
				return
			}
		})
	}
}
