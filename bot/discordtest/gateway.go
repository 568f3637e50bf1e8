package discordtest

import (
	"encoding/json"
	"net/http"
	"strings"
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
	Polite         Greeting = iota
	Silent                  // no Hello at all
	ReconnectFirst          // op 7 in place of READY
	InvalidFirst            // op 9 in place of READY or RESUMED
	Hangup                  // the socket closes before Hello
)

// session is what the gateway remembers of an identified bot, so that it can
// be resumed.
type session struct {
	id      string
	intents int
	log     []event // everything sent, in order; seq is the index plus one
	conn    *conn   // nil while the bot is away
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
}

func (c *conn) send(v any) {
	c.writing.Lock()
	defer c.writing.Unlock()
	_ = c.ws.SetWriteDeadline(time.Now().Add(5 * time.Second))
	if c.ws.WriteJSON(v) != nil {
		_ = c.ws.Close() // the bot will come back and resume
	}
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
					sess.conn = nil
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
		case in.Op == opHeartbeat:
			c.send(event{Op: opAck})
			s.update(func() { s.heartbeats++ })
		case in.Op == opIdentify && known:
			c.close(4005, "Already authenticated.")
			return
		case in.Op != opIdentify && in.Op != opResume && !known:
			c.close(4003, "Not authenticated.")
			return
		case greeting == ReconnectFirst:
			c.send(event{Op: opReconnect})
		case greeting == InvalidFirst:
			greeting = Polite
			c.send(map[string]any{"op": opInvalid, "d": false})
		case in.Op == opIdentify:
			if !s.identify(c, in.Data) {
				return
			}
		case in.Op == opResume:
			if !s.resume(c, in.Data) {
				c.send(map[string]any{"op": opInvalid, "d": false})
			}
		}
	}
}

func (s *Server) identify(c *conn, data json.RawMessage) bool {
	var id struct {
		Token   string `json:"token"`
		Intents int    `json:"intents"`
	}
	_ = json.Unmarshal(data, &id)
	s.mu.Lock()
	token := s.token
	s.mu.Unlock()
	switch {
	case strings.TrimPrefix(id.Token, "Bot ") != token:
		c.close(4004, "Authentication failed.")
		return false
	case id.Intents&^knownIntents != 0:
		c.close(4013, "Invalid intent(s).")
		return false
	case id.Intents&privilegedIntents&^s.opts.Privileged != 0:
		c.close(4014, "Disallowed intent(s).")
		return false
	}
	sess := &session{id: s.newID(0), intents: id.Intents, conn: c}
	s.update(func() {
		s.sessions[sess.id] = sess
		s.identified++
		s.dispatch1(sess, "READY", map[string]any{
			"v": 9, "user": User{ID: BotID, Username: "On Record", Bot: true}, "session_id": sess.id, "session_type": "normal",
			"resume_gateway_url": "ws://" + s.addr + "/ws", "guilds": []any{map[string]any{"id": GuildID, "unavailable": true}},
			"application": map[string]any{"id": ApplicationID, "flags": 0}})
	})
	return true
}

func (s *Server) resume(c *conn, data json.RawMessage) bool {
	var r struct {
		Token     string `json:"token"`
		SessionID string `json:"session_id"`
		Seq       int64  `json:"seq"`
	}
	_ = json.Unmarshal(data, &r)
	done := false
	s.update(func() {
		if strings.TrimPrefix(r.Token, "Bot ") != s.token {
			c.close(4004, "Authentication failed.")
			return
		}
		sess := s.sessions[r.SessionID]
		if sess == nil || r.Seq > int64(len(sess.log)) {
			return
		}
		sess.conn = c
		for _, e := range sess.log[r.Seq:] {
			c.send(e)
		}
		s.resumed++
		s.dispatch1(sess, "RESUMED", map[string]any{})
		done = true
	})
	return done
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
				delete(s.sessions, id)
			}
		}
	})
}

// dispatch1 sends one event to one session and keeps it for a resume; s.mu is
// held.
func (s *Server) dispatch1(sess *session, kind string, payload any) {
	data, err := json.Marshal(payload)
	if err != nil {
		panic("discordtest: " + err.Error()) // payloads are ours
	}
	e := event{Op: opDispatch, Data: data, Seq: int64(len(sess.log) + 1), Type: kind}
	sess.log = append(sess.log, e)
	if sess.conn != nil {
		sess.conn.send(e)
	}
}
