package discordtest

import (
	"encoding/json"
	"net/http"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gorilla/websocket"
)

// Gateway operations.
const (
	opDispatch  = 0
	opHeartbeat = 1
	opIdentify  = 2
	opResume    = 6
	opReconnect = 7
	opInvalid   = 9
	opHello     = 10
	opAck       = 11
)

// Intents that decide what a session is sent.
const (
	IntentGuilds         = 1 << 0
	IntentGuildMessages  = 1 << 9
	IntentDirectMessages = 1 << 12
	IntentMessageContent = 1 << 15

	privilegedIntents = 1<<1 | 1<<8 | IntentMessageContent
	knownIntents      = 1<<26 - 1
)

// Greeting is how the gateway receives a connection.
type Greeting int

// The greetings. Polite is the rule; the others are scripted with
// [Server.Greet] and used up in order.
const (
	Polite           Greeting = iota
	Silent                    // no Hello at all
	ReconnectFirst            // op 7 in place of READY
	InvalidFirst              // op 9 in place of READY or RESUMED, not resumable
	InvalidResumable          // the same, resumable
	Hangup                    // the socket closes before Hello
)

// CloseAs greets with a close code in place of READY or RESUMED.
func CloseAs(code int) Greeting { return Greeting(code) }

// session is what the gateway remembers of an identified bot, so that it can
// be resumed.
type session struct {
	id      string
	intents int
	shard   [2]int         // which of how many
	log     []event        // everything sent, in order; seq is the index plus one
	sent    map[int64]bool // what a socket has taken, by seq
	conn    *conn          // nil while the bot is away
	away    time.Time      // since when it is
}

type event struct {
	Op   int             `json:"op"`
	Data json.RawMessage `json:"d"`
	Seq  int64           `json:"s,omitempty"`
	Type string          `json:"t,omitempty"`
}

// conn is one websocket.
type conn struct {
	ws      *websocket.Conn
	writing sync.Mutex
	closed  atomic.Bool // by the server: what the bot says to that is no goodbye
	sends   sendRate
}

// send writes a packet and tells whether the socket took it.
func (c *conn) send(v any) bool {
	c.writing.Lock()
	defer c.writing.Unlock()
	_ = c.ws.SetWriteDeadline(time.Now().Add(5 * time.Second))
	if c.closed.Load() || c.ws.WriteJSON(v) != nil {
		_ = c.ws.Close() // the bot will come back and resume
		return false
	}
	return true
}

func (c *conn) close(code int, text string) {
	c.closed.Store(true)
	_ = c.ws.WriteControl(websocket.CloseMessage, websocket.FormatCloseMessage(code, text), time.Now().Add(time.Second))
	_ = c.ws.Close()
}

func (s *Server) serveGateway(w http.ResponseWriter, r *http.Request) {
	up := websocket.Upgrader{CheckOrigin: func(*http.Request) bool { return true }}
	ws, err := up.Upgrade(w, r, nil)
	if err != nil {
		return
	}
	c := &conn{ws: ws}
	greeting := Polite
	s.update(func() {
		s.conns[c] = true
		if len(s.greetings) > 0 {
			greeting, s.greetings = s.greetings[0], s.greetings[1:]
		}
	})
	s.serve.Add(1)
	defer s.serve.Done()
	defer func() {
		_ = ws.Close()
		s.update(func() {
			delete(s.conns, c)
			for _, sess := range s.sessions {
				if sess.conn == c {
					sess.conn, sess.away = nil, s.now()
				}
			}
		})
	}()
	if greeting == Hangup {
		return
	}
	if greeting != Silent {
		c.send(map[string]any{"op": opHello, "d": map[string]any{"heartbeat_interval": s.opts.Heartbeat.Milliseconds()}})
	}
	s.read(c, greeting)
}

// read serves one connection until it ends.
func (s *Server) read(c *conn, greeting Greeting) {
	for {
		var in event
		_, data, err := c.ws.ReadMessage()
		if websocket.IsCloseError(err, 1000, 1001) && !c.closed.Load() {
			s.forget(c) // the bot said goodbye: nothing to resume
		}
		if err != nil {
			return
		}
		if json.Unmarshal(data, &in) != nil {
			c.close(4002, "Error while decoding payload.")
			return
		}
		known := s.authenticated(c)
		switch {
		case len(data) > maxSend:
			c.close(4002, "Error while decoding payload.")
			return
		case !c.sends.allow(time.Now()):
			s.refuseSend(in.Op, "more than 120 sends in 60 s")
			c.close(4008, "Rate limited.")
			return
		case in.Op == opHeartbeat:
			deaf := false
			s.update(func() { s.heartbeats++; deaf = s.deaf })
			if !deaf {
				c.send(event{Op: opAck})
			}
		case in.Op != opIdentify && in.Op != opResume && (in.Op < 3 || in.Op > 4) && in.Op != 8:
			c.close(4001, "Unknown opcode.")
			return
		case in.Op == opIdentify && known:
			c.close(4005, "Already authenticated.")
			return
		case in.Op != opIdentify && in.Op != opResume && !known:
			c.close(4003, "Not authenticated.")
			return
		case greeting == ReconnectFirst:
			c.send(event{Op: opReconnect})
		case greeting == InvalidFirst, greeting == InvalidResumable:
			c.send(map[string]any{"op": opInvalid, "d": greeting == InvalidResumable})
			greeting = Polite
		case greeting >= 1000:
			c.close(int(greeting), "scripted")
			return
		case in.Op == opIdentify:
			if !s.identify(c, in.Data) {
				return
			}
		case in.Op == opResume && known:
			c.close(4005, "Already authenticated.")
			return
		case in.Op == opResume:
			if !s.resume(c, in.Data) {
				c.send(map[string]any{"op": opInvalid, "d": false})
			}
		}
	}
}

// authenticated tells whether a session runs over the connection.
func (s *Server) authenticated(c *conn) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, sess := range s.sessions {
		if sess.conn == c {
			return true
		}
	}
	return false
}

// forget drops the session of a connection.
func (s *Server) forget(c *conn) {
	s.update(func() {
		for id, sess := range s.sessions {
			if sess.conn == c {
				s.gone = append(s.gone, sess)
				delete(s.sessions, id)
			}
		}
	})
}
