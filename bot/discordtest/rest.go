package discordtest

import (
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"
	"time"
)

// route is one operation of the REST interface. Its template is that of
// Discord's description, so that it names the schema of the body too.
type route struct {
	method, template string
	auth             bool // needs the bot's token
	handle           func(*Server, *call) reply
}

// call is one request on its way through a route.
type call struct {
	operation string
	args      map[string]string // what stands in the template's braces
	body      json.RawMessage
	query     string
}

// reply is what a route answers: a body to be sent as JSON, or an error.
type reply struct {
	status int
	body   any
	code   int // Discord's error code
	reason string
	errors []complaint
}

func ok(body any) reply { return reply{status: http.StatusOK, body: body} }

func fail(status, code int, reason string, errors ...complaint) reply {
	return reply{status: status, code: code, reason: reason, errors: errors}
}

func invalid(errors []complaint) reply { return fail(400, 50035, "Invalid Form Body", errors...) }

var routes = []route{
	{"GET", "/gateway", false, (*Server).getGateway},
	{"GET", "/gateway/bot", true, (*Server).getGatewayBot},
	{"GET", "/applications/@me", true, (*Server).getApplication},
	{"GET", "/users/@me", true, (*Server).getMe},
	{"GET", "/applications/{application_id}/commands", true, (*Server).getCommands},
	{"PUT", "/applications/{application_id}/commands", true, (*Server).putCommands},
	{"POST", "/channels/{channel_id}/messages", true, (*Server).postMessage},
	{"POST", "/channels/{channel_id}/typing", true, (*Server).postTyping},
	{"POST", "/interactions/{interaction_id}/{interaction_token}/callback", false, (*Server).postCallback},
	{"POST", "/webhooks/{webhook_id}/{webhook_token}", false, (*Server).postFollowUp},
	{"PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", false, (*Server).patchReply},
	{"DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", false, (*Server).deleteReply},
	{"PATCH", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", false, (*Server).patchReply},
	{"DELETE", "/webhooks/{webhook_id}/{webhook_token}/messages/{message_id}", false, (*Server).deleteReply},
}

// match returns the arguments when path fits the template.
func (r route) match(method string, path []string) (map[string]string, bool) {
	want := strings.Split(strings.Trim(r.template, "/"), "/")
	if method != r.method || len(path) != len(want) {
		return nil, false
	}
	args := map[string]string{}
	for i, w := range want {
		switch {
		case strings.HasPrefix(w, "{"):
			args[strings.Trim(w, "{}")] = path[i]
		case w != path[i]:
			return nil, false
		}
	}
	return args, true
}

// ServeHTTP implements http.Handler: the gateway at /ws, REST below /api.
func (s *Server) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	if strings.HasPrefix(r.URL.Path, "/ws") {
		s.serveGateway(w, r)
		return
	}
	data, err := io.ReadAll(io.LimitReader(r.Body, 10<<20))
	if err != nil {
		return
	}
	if f := s.fault(r.Method, r.URL.Path); f != nil {
		s.note(Request{r.Method, r.URL.Path, data, f.Status}, nil)
		f.write(w)
		return
	}
	rep := s.dispatch(r, data)
	req := Request{r.Method, r.URL.Path, data, rep.status}
	if rep.status >= 400 {
		s.note(req, &Refusal{req, rep.code, rep.String()})
	} else {
		s.note(req, nil)
	}
	header := w.Header()
	header.Set("X-RateLimit-Limit", "50")
	header.Set("X-RateLimit-Remaining", "49")
	header.Set("X-RateLimit-Reset-After", "1.000")
	header.Set("X-RateLimit-Bucket", "discordtest")
	rep.write(w)
}

func (s *Server) note(req Request, refused *Refusal) {
	s.update(func() {
		s.requests = append(s.requests, req)
		if refused != nil {
			s.refusals = append(s.refusals, *refused)
		}
	})
}

func (s *Server) dispatch(r *http.Request, data json.RawMessage) reply {
	path := splitPath(r.URL.Path)
	for _, route := range routes {
		args, matched := route.match(r.Method, path)
		if !matched {
			continue
		}
		if route.auth && !s.authorised(r.Header.Get("Authorization")) {
			return fail(401, 0, "401: Unauthorized")
		}
		c := &call{operation: route.method + " " + route.template, args: args, body: data, query: r.URL.RawQuery}
		if errs := s.opts.Description.check(c.operation, data); len(errs) > 0 {
			return invalid(errs)
		}
		return route.handle(s, c)
	}
	return fail(404, 0, "404: Not Found")
}

func (s *Server) authorised(header string) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	return header == "Bot "+s.token
}

// String says why a request was refused.
func (r reply) String() string {
	parts := []string{r.reason}
	for _, e := range r.errors {
		parts = append(parts, fmt.Sprintf("%s: %s %s", e.path, e.code, e.message))
	}
	return strings.Join(parts, "; ")
}

// write sends the reply, errors in the shape that Discord gives them: nested by
// key, with a list called _errors at the place that is wrong.
func (r reply) write(w http.ResponseWriter) {
	body := r.body
	if r.status >= 400 {
		e := map[string]any{"code": r.code, "message": r.reason}
		if len(r.errors) > 0 {
			e["errors"] = nest(r.errors)
		}
		body = e
	}
	if body == nil {
		w.WriteHeader(r.status)
		return
	}
	w.Header().Set("Content-Type", "application/json")
	w.WriteHeader(r.status)
	_ = json.NewEncoder(w).Encode(body)
}

func nest(errs []complaint) map[string]any {
	root := map[string]any{}
	for _, e := range errs {
		at := root
		for key := range strings.SplitSeq(e.path, ".") {
			if key == "" {
				continue
			}
			next, isMap := at[key].(map[string]any)
			if !isMap {
				next = map[string]any{}
				at[key] = next
			}
			at = next
		}
		list, _ := at["_errors"].([]any)
		at["_errors"] = append(list, map[string]string{"code": e.code, "message": e.message})
	}
	return root
}

func (s *Server) getGateway(*call) reply {
	return ok(map[string]any{"url": "ws://" + s.addr + "/ws"})
}

func (s *Server) getGatewayBot(*call) reply {
	remaining, resetAfter := 999, 4*time.Hour
	s.update(func() {
		if s.startless > 0 {
			s.startless--
			remaining, resetAfter = 0, s.startsAfter
		}
	})
	return ok(map[string]any{"url": "ws://" + s.addr + "/ws", "shards": 1, "session_start_limit": map[string]any{
		"total": 1000, "remaining": remaining, "reset_after": resetAfter.Milliseconds(), "max_concurrency": 1}})
}

func (s *Server) getMe(*call) reply {
	return ok(User{ID: BotID, Username: "On Record", Bot: true})
}

func (s *Server) getApplication(*call) reply {
	return ok(map[string]any{"id": ApplicationID, "name": "On Record", "flags": 0})
}

func (s *Server) getCommands(*call) reply {
	s.mu.Lock()
	defer s.mu.Unlock()
	return ok(append([]json.RawMessage{}, s.rawCommands...))
}

func (s *Server) putCommands(c *call) reply {
	cmds, errs := checkCommands(c.body)
	if len(errs) > 0 {
		return invalid(errs)
	}
	var raw []map[string]any
	if err := json.Unmarshal(c.body, &raw); err != nil {
		return fail(400, 50109, "The request body contains invalid JSON.")
	}
	var kept []json.RawMessage
	for i := range cmds {
		cmds[i].ID = s.newID(0)
		raw[i]["id"], raw[i]["application_id"], raw[i]["version"] = cmds[i].ID, ApplicationID, cmds[i].ID
		raw[i]["type"], raw[i]["nsfw"], raw[i]["dm_permission"] = cmds[i].Type, false, nil
		data, err := json.Marshal(raw[i])
		if err != nil {
			return fail(400, 50109, "The request body contains invalid JSON.")
		}
		kept = append(kept, data)
	}
	s.update(func() { s.commands, s.rawCommands, s.writes = cmds, kept, s.writes+1 })
	return ok(kept)
}

func (s *Server) postTyping(*call) reply { return reply{status: http.StatusNoContent} }

func (s *Server) postMessage(c *call) reply {
	b, errs := checkMessage(c.body, "")
	if len(errs) > 0 {
		return invalid(errs)
	}
	if b.empty() {
		return fail(400, 50006, "Cannot send an empty message")
	}
	channel := c.args["channel_id"]
	m := &Message{ID: s.newID(0), Channel: channel}
	var nonce string
	s.mu.Lock()
	var repliedTo string
	if ref := b.Reference; ref != nil {
		to := s.message(ref.MessageID)
		if to == nil && (ref.FailIfNotExists == nil || *ref.FailIfNotExists) {
			s.mu.Unlock()
			return invalid([]complaint{{"message_reference", "REPLIES_UNKNOWN_MESSAGE", "Unknown message"}})
		}
		if to != nil {
			m.ReplyTo, repliedTo = to.ID, to.Author.ID
		}
	}
	var enforce struct {
		Enforce bool `json:"enforce_nonce"`
	}
	_ = json.Unmarshal(c.body, &enforce)
	if n, isText := b.Nonce.(string); isText && enforce.Enforce && n != "" {
		nonce = channel + "/" + n
	}
	if before := s.nonces[nonce]; nonce != "" && before != nil {
		s.mu.Unlock()
		return ok(s.show(before))
	}
	s.mu.Unlock()
	m.write(b, c.body)
	m.Pings = pings(b.Content, b.AllowedMentions, false, repliedTo)
	s.update(func() {
		s.messages = append(s.messages, m)
		if nonce != "" {
			s.nonces[nonce] = m
		}
	})
	return ok(s.show(m))
}

// write sets what the bot's message says from a request.
func (m *Message) write(b body, raw json.RawMessage) {
	m.Author = User{ID: BotID, Username: "On Record", Bot: true}
	var parts struct {
		Embeds []Embed `json:"embeds"`
	}
	_ = json.Unmarshal(raw, &parts)
	m.Content, m.Embeds, m.Components, m.Body = b.Content, parts.Embeds, b.Components, raw
}

// show is a message as REST and gateway give it.
func (s *Server) show(m *Message) map[string]any {
	s.mu.Lock()
	defer s.mu.Unlock()
	return m.show()
}

func (m *Message) show() map[string]any {
	kind := 0
	out := map[string]any{"id": m.ID, "channel_id": m.Channel, "author": m.Author, "content": m.Content,
		"timestamp": "2026-01-01T00:00:00.000000+00:00", "edited_timestamp": nil, "tts": false, "mention_everyone": false,
		"mentions": []any{}, "mention_roles": []any{}, "attachments": []any{}, "embeds": []any{}, "components": []any{},
		"pinned": false, "flags": m.Flags}
	var raw map[string]any
	if json.Unmarshal(m.Body, &raw) == nil {
		for _, key := range []string{"embeds", "components"} {
			if v, has := raw[key]; has && v != nil {
				out[key] = v
			}
		}
	}
	if m.ReplyTo != "" {
		kind = 19
		out["message_reference"] = map[string]any{"message_id": m.ReplyTo, "channel_id": m.Channel}
	}
	out["type"] = kind
	return out
}

// Fault is a scripted answer to REST requests in place of the real one.
type Fault struct {
	// Method and Path say which requests: Path is a part of the address.
	Method, Path string
	// Times is how many requests to answer so; they count down.
	Times int
	// Status is the HTTP status, 0 to cut the connection without one.
	Status int
	// RetryAfter in seconds goes with a 429.
	RetryAfter float64
	Global     bool
	// HTML sends a page, as the network in front of Discord does.
	HTML bool
}

// Fail scripts a fault.
func (s *Server) Fail(f Fault) { s.update(func() { s.faults = append(s.faults, &f) }) }

// fault returns the first scripted fault for a request, nil for none.
func (s *Server) fault(method, path string) *Fault {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, f := range s.faults {
		if f.Times > 0 && (f.Method == "" || f.Method == method) && strings.Contains(path, f.Path) {
			f.Times--
			return f
		}
	}
	return nil
}

func (f *Fault) write(w http.ResponseWriter) {
	if f.Status == 0 {
		panic(http.ErrAbortHandler) // closes the connection, as net/http documents
	}
	if f.Status == 429 {
		after := strconv.FormatFloat(f.RetryAfter, 'f', 3, 64)
		w.Header().Set("Retry-After", strconv.Itoa(int(f.RetryAfter+0.999)))
		if f.Global {
			w.Header().Set("X-RateLimit-Global", "true")
		} else if !f.HTML {
			w.Header().Set("X-RateLimit-Remaining", "0")
			w.Header().Set("X-RateLimit-Reset-After", after)
		}
		if !f.HTML {
			w.Header().Set("Content-Type", "application/json")
			w.WriteHeader(429)
			_, _ = fmt.Fprintf(w, `{"message":"You are being rate limited.","retry_after":%s,"global":%t}`, after, f.Global)
			return
		}
	}
	w.Header().Set("Content-Type", "text/html")
	w.WriteHeader(f.Status)
	_, _ = io.WriteString(w, "<html><body>"+http.StatusText(f.Status)+"</body></html>")
}
