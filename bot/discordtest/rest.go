package discordtest

import (
	"encoding/json"
	"io"
	"net/http"
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
	w.Header().Set("Date", s.Now().UTC().Format(http.TimeFormat))
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
