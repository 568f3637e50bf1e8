package discordtest

import (
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"net"
	"net/http"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"golang.org/x/time/rate"
)

// Who is who on a new server.
const (
	Token         = "MTExMTExMTExMTExMTExMTEx.fake.discordtest-bot-token"
	ApplicationID = "111111111111111111"
	BotID         = ApplicationID
	GuildID       = "222222222222222222"
	ChannelID     = "333333333333333333"
	DMChannelID   = "444444444444444444"
	AdaID         = "555555555555555555" // the person who does things unless another is named
)

// Options say how a server behaves. The zero value is a Discord that keeps its
// rules and has no faults.
type Options struct {
	// Description checks request bodies beside the built-in limits; nil for none.
	Description *Description
	// Privileged are the privileged intents switched on in the portal.
	Privileged int
	// Heartbeat is the interval the gateway asks for, 41.25 s when zero.
	Heartbeat time.Duration
	// Permissions are the bot's in new servers, [Usual] when 0.
	Permissions int64
	// ServersOnly says that the portal does not let people install the bot for
	// themselves.
	ServersOnly bool
	// RateLimits holds each route to a limit like Discord's present ones, beside
	// the global limit, which always holds.
	RateLimits bool

	// FirstReply is how long an interaction takes a first reply, [FirstReply] when 0;
	// of a server that [New] starts for a test it is longer, so that a slow machine
	// fails none.
	FirstReply time.Duration
	// Shards is how many /gateway/bot recommends, 1 when 0.
	Shards int
	// MaxConcurrency is how many shards may identify in IdentifyEvery, 1 when 0.
	// Discord's own period is 5 s; shards are not held to it when it is 0.
	MaxConcurrency int
	IdentifyEvery  time.Duration
	// OneSession refuses a session on a shard that has a connected one, which
	// Discord would allow: both would get every event.
	OneSession bool
}

// Server is a Discord in this process. Its methods are safe for concurrent use.
type Server struct {
	opts  Options
	http  *http.Server
	addr  string
	ids   atomic.Uint64
	serve sync.WaitGroup // the HTTP server and the gateway's connections
	rest  *http.Transport

	mu           sync.Mutex
	changed      chan struct{} // closed and made anew whenever something below changes
	skew         time.Duration // how far Advance has moved the clock
	commands     []Command
	rawCommands  []json.RawMessage
	writes       int        // times the commands were overwritten
	messages     []*Message // oldest first
	byID         map[string]*Message
	replies      map[string]*Message // the bot's first, by what it replies to
	answered     map[string]int      // how many there are
	nonces       map[string]*Message
	guilds       map[string]*Guild
	channels     map[string]*Channel
	files        map[string]*Attachment
	interactions map[string]*interaction // by token
	sessions     map[string]*session
	gone         []*session // that can't be resumed
	conns        map[*conn]bool
	identified   int
	resumed      int
	heartbeats   int
	refusals     []Refusal
	requests     []Request
	faults       []*Fault
	delayed      int // requests that have met one with a delay
	greetings    []Greeting
	deaf         bool          // heartbeats are not acknowledged
	readyAfter   time.Duration // READY and RESUMED wait so long
	shuffle      int           // events to be held back and sent in reverse
	held         []heldEvent
	identifies   map[int]time.Time // the last, by shard modulo max_concurrency
	requestRate  *rate.Limiter
	windows      map[string]*window
	throttled    int
	token        string
	endpoint     *endpoint // of interactions, nil for the gateway
	recommended  int       // shards, 0 for as the options say
	startless    int       // replies to /gateway/bot that allow no session
	startsAfter  time.Duration
}

// Request is one REST request that the server received.
type Request struct {
	Method, Path string
	Body         json.RawMessage
	Status       int
}

// Refusal is a request that Discord would not have accepted.
type Refusal struct {
	Request
	Code   int
	Reason string
}

// Start starts a server on a port of its own. Close it when done.
func Start(opts Options) (*Server, error) {
	ln, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, fmt.Errorf("start the fake Discord: %w", err)
	}
	opts.FirstReply = cmp.Or(opts.FirstReply, FirstReply)
	if opts.Heartbeat == 0 {
		opts.Heartbeat = 41250 * time.Millisecond
	}
	s := &Server{
		opts:         opts,
		addr:         ln.Addr().String(),
		changed:      make(chan struct{}),
		nonces:       map[string]*Message{},
		byID:         map[string]*Message{},
		replies:      map[string]*Message{},
		answered:     map[string]int{},
		guilds:       map[string]*Guild{},
		channels:     map[string]*Channel{DMChannelID: {ID: DMChannelID, Name: "On Record", Kind: DirectChannel}},
		files:        map[string]*Attachment{},
		identifies:   map[int]time.Time{},
		requestRate:  newRequestRate(),
		windows:      map[string]*window{},
		interactions: map[string]*interaction{},
		sessions:     map[string]*session{},
		conns:        map[*conn]bool{},
		token:        Token,
		rest:         &http.Transport{MaxIdleConnsPerHost: 64},
	}
	s.guild(GuildID).Name = "The newsroom"
	s.http = &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second}
	s.serve.Go(func() { _ = s.http.Serve(ln) })
	return s, nil
}

// Close ends the server and every connection to it, and waits for them.
func (s *Server) Close() {
	_ = s.http.Close()
	s.mu.Lock()
	for c := range s.conns {
		_ = c.ws.Close()
	}
	s.mu.Unlock()
	s.rest.CloseIdleConnections()
	s.serve.Wait()
}

// URL is the server's address, for a bot that is told to use another Discord.
func (s *Server) URL() string { return "http://" + s.addr }

// Client returns a client for the bot's REST requests: those to discord.com
// and to where Discord keeps attachments go to the server, others fail.
func (s *Server) Client() *http.Client { return &http.Client{Transport: rewriter{s.addr, s.rest}} }

// ClientOf is [Server.Client] for a server in another process, by its [Server.URL].
func ClientOf(url string) *http.Client {
	return &http.Client{Transport: rewriter{strings.TrimPrefix(url, "http://"), &http.Transport{MaxIdleConnsPerHost: 64}}}
}

type rewriter struct {
	addr string
	rest *http.Transport
}

// CloseIdleConnections lets http.Client.CloseIdleConnections reach them.
func (r rewriter) CloseIdleConnections() { r.rest.CloseIdleConnections() }

// RoundTrip implements http.RoundTripper.
func (r rewriter) RoundTrip(req *http.Request) (*http.Response, error) {
	if host := req.URL.Hostname(); host != "discord.com" && !slices.Contains(cdnHosts, host) {
		return nil, fmt.Errorf("discordtest: a request to %s would leave the fake Discord", host)
	}
	req = req.Clone(req.Context())
	req.URL.Scheme, req.URL.Host, req.Host = "http", r.addr, ""
	return r.rest.RoundTrip(req)
}

// Now is the server's clock.
func (s *Server) Now() time.Time {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.now()
}

func (s *Server) now() time.Time { return time.Now().Add(s.skew) }

// Advance moves the server's clock, to let interactions go stale.
func (s *Server) Advance(d time.Duration) {
	s.update(func() { s.skew += d })
}

// update changes state and wakes whoever waits for it.
func (s *Server) update(change func()) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change()
	close(s.changed)
	s.changed = make(chan struct{})
}

// wait returns when ok, which is called with the server locked, says so, or
// with ctx's error.
func (s *Server) wait(ctx context.Context, ok func() bool) error {
	for {
		s.mu.Lock()
		done, changed := ok(), s.changed
		s.mu.Unlock()
		if done {
			return nil
		}
		select {
		case <-changed:
		case <-ctx.Done():
			return ctx.Err()
		}
	}
}

// SetToken changes the bot's token, as a reset in the portal does.
func (s *Server) SetToken(token string) { s.update(func() { s.token = token }) }

// Commands are the registered commands.
func (s *Server) Commands() []Command {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.commands)
}

// CommandWrites counts how often the commands were overwritten.
func (s *Server) CommandWrites() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.writes
}

// Refusals are the requests that were refused for what they asked, scripted
// faults not among them.
func (s *Server) Refusals() []Refusal {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.refusals)
}

// Requests are all REST requests so far, in order of arrival.
func (s *Server) Requests() []Request {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}

// Messages are all messages so far, oldest first, ephemeral and deleted ones
// included.
func (s *Server) Messages() []Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	out := make([]Message, len(s.messages))
	for i, m := range s.messages {
		out[i] = *m
	}
	return out
}

// BotMessages are those of Messages that the bot wrote and did not delete.
func (s *Server) BotMessages() []Message {
	return slices.DeleteFunc(s.Messages(), func(m Message) bool { return m.Author.ID != BotID || m.Deleted })
}

// Pings are all notifications that the bot's messages caused.
func (s *Server) Pings() []string {
	var out []string
	for _, m := range s.Messages() {
		if m.Author.ID == BotID {
			out = append(out, m.Pings...)
		}
	}
	return out
}

// message returns the message with that ID, nil for none and for one that was
// deleted; s.mu is held.
func (s *Server) message(id string) *Message {
	if m := s.byID[id]; m != nil && !m.Deleted {
		return m
	}
	return nil
}

// seen is message for who does not hold s.mu.
func (s *Server) seen(id string) *Message {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.message(id)
}

// splitPath turns "/api/v9/channels/3/messages" into its segments after the
// version.
func splitPath(path string) []string {
	parts := strings.Split(strings.Trim(path, "/"), "/")
	if len(parts) >= 2 && parts[0] == "api" && strings.HasPrefix(parts[1], "v") {
		return parts[2:]
	}
	return parts
}
