package discordtest

import (
	"encoding/json"
	"io"
	"net/http"
	"strings"
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
	host      string // as the bot spelled it
}

var routes = []route{
	{"GET", "/gateway", false, (*Server).getGateway},
	{"GET", "/gateway/bot", true, (*Server).getGatewayBot},
	{"GET", "/applications/@me", true, (*Server).getApplication},
	{"GET", "/users/@me", true, (*Server).getMe},
	{"GET", "/applications/{application_id}/commands", true, (*Server).getCommands},
	{"PUT", "/applications/{application_id}/commands", true, (*Server).putCommands},
	{"DELETE", "/applications/{application_id}/commands/{command_id}", true, (*Server).deleteCommand},
	{"GET", "/users/@me/guilds", true, (*Server).getGuilds},
	{"POST", "/users/@me/channels", true, (*Server).postDirect},
	{"GET", "/channels/{channel_id}", true, (*Server).getChannel},
	{"PATCH", "/channels/{channel_id}", true, (*Server).patchChannel},
	{"POST", "/channels/{channel_id}/messages", true, (*Server).postMessage},
	{"GET", "/channels/{channel_id}/messages", true, (*Server).getMessages},
	{"GET", "/channels/{channel_id}/messages/{message_id}", true, (*Server).getMessage},
	{"PATCH", "/channels/{channel_id}/messages/{message_id}", true, (*Server).editMessage},
	{"DELETE", "/channels/{channel_id}/messages/{message_id}", true, (*Server).deleteMessage},
	{"POST", "/channels/{channel_id}/messages/{message_id}/threads", true, (*Server).startThread},
	{"POST", "/channels/{channel_id}/threads", true, (*Server).startThreadAlone},
	{"POST", "/channels/{channel_id}/typing", true, (*Server).postTyping},
	{"POST", "/interactions/{interaction_id}/{interaction_token}/callback", false, (*Server).postCallback},
	{"POST", "/webhooks/{webhook_id}/{webhook_token}", false, (*Server).postFollowUp},
	{"GET", "/webhooks/{webhook_id}/{webhook_token}/messages/@original", false, (*Server).getReply},
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

// ServeHTTP implements http.Handler: the gateway at /ws, files below
// /attachments, REST below /api.
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
	f := s.fault(r.Method, r.URL.Path)
	if f != nil && !f.Done {
		f.linger(r)
		s.note(Request{r.Method, r.URL.Path, data, f.Status}, nil)
		f.write(w)
		return
	}
	if strings.HasPrefix(r.URL.Path, "/attachments/") {
		s.serveFile(f.spoil(w, r), r)
		return
	}
	rep, limit := s.limited(r)
	if rep == nil {
		done := s.route(r, data)
		rep = &done
	}
	req := Request{r.Method, r.URL.Path, data, rep.status}
	if rep.status >= 400 && rep.status != http.StatusTooManyRequests {
		s.note(req, &Refusal{req, rep.code, rep.String()})
	} else {
		s.note(req, nil)
	}
	limit.write(w.Header())
	rep.write(f.spoil(w, r))
}

func (s *Server) note(req Request, refused *Refusal) {
	s.update(func() {
		s.requests = append(s.requests, req)
		if refused != nil {
			s.refusals = append(s.refusals, *refused)
		}
	})
}

// route finds the route of a request and takes it.
func (s *Server) route(r *http.Request, data json.RawMessage) reply {
	path := splitPath(r.URL.Path)
	for _, route := range routes {
		args, matched := route.match(r.Method, path)
		if !matched {
			continue
		}
		if route.auth && !s.authorised(r.Header.Get("Authorization")) {
			return fail(401, 0, "401: Unauthorized")
		}
		c := &call{operation: route.method + " " + route.template, args: args, body: data, query: r.URL.RawQuery, host: r.Host}
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

func (s *Server) postTyping(*call) reply { return reply{status: http.StatusNoContent} }
