package discordtest

import (
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
)

// getCommands lists the registered commands; their words in other languages
// come only to who asks for them.
func (s *Server) getCommands(c *call) reply {
	s.mu.Lock()
	defer s.mu.Unlock()
	if q, _ := url.ParseQuery(c.query); q.Get("with_localizations") == "true" {
		return ok(append([]json.RawMessage{}, s.rawCommands...))
	}
	list := []any{}
	for _, raw := range s.rawCommands {
		var v any
		_ = json.Unmarshal(raw, &v)
		list = append(list, withoutLocalizations(v))
	}
	return ok(list)
}

func withoutLocalizations(v any) any {
	switch v := v.(type) {
	case map[string]any:
		delete(v, "name_localizations")
		delete(v, "description_localizations")
		for _, child := range v {
			withoutLocalizations(child)
		}
	case []any:
		for _, child := range v {
			withoutLocalizations(child)
		}
	}
	return v
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
	kept := []json.RawMessage{}
	for i := range cmds {
		cmds[i].ID = s.newID(0)
		raw[i]["id"], raw[i]["application_id"], raw[i]["version"] = cmds[i].ID, ApplicationID, cmds[i].ID
		raw[i]["type"], raw[i]["nsfw"], raw[i]["dm_permission"] = cmds[i].Type, false, nil
		for _, key := range []string{"default_member_permissions", "name_localizations", "description_localizations"} {
			if _, has := raw[i][key]; !has {
				raw[i][key] = nil
			}
		}
		if _, has := raw[i]["description"]; !has {
			raw[i]["description"] = ""
		}
		data, err := json.Marshal(raw[i])
		if err != nil {
			return fail(400, 50109, "The request body contains invalid JSON.")
		}
		kept = append(kept, data)
	}
	slices.Reverse(kept) // Discord promises no order
	s.update(func() { s.commands, s.rawCommands, s.writes = cmds, kept, s.writes+1 })
	return ok(kept)
}

func (s *Server) deleteCommand(c *call) reply {
	var rep reply
	s.update(func() {
		i := slices.IndexFunc(s.commands, func(k Command) bool { return k.ID == c.args["command_id"] })
		if i < 0 {
			rep = fail(404, 10063, "Unknown application command")
			return
		}
		s.commands = slices.Delete(slices.Clone(s.commands), i, i+1)
		s.rawCommands = slices.DeleteFunc(slices.Clone(s.rawCommands), func(raw json.RawMessage) bool {
			var k Command
			return json.Unmarshal(raw, &k) == nil && k.ID == c.args["command_id"]
		})
		rep = reply{status: http.StatusNoContent}
	})
	return rep
}

// Forget loses the command of that name, as another program's registering does.
func (s *Server) Forget(name string) {
	s.mu.Lock()
	var id string
	for _, c := range s.commands {
		if c.Name == name {
			id = c.ID
		}
	}
	s.mu.Unlock()
	s.deleteCommand(&call{args: map[string]string{"command_id": id}})
}

// Register adds a command, given as JSON, as another program does.
func (s *Server) Register(command string) {
	cmds, errs := checkCommands(json.RawMessage("[" + command + "]"))
	if len(errs) > 0 {
		panic("discordtest: " + invalid(errs).String()) // a mistake in the test
	}
	s.update(func() {
		cmds[0].ID = snowflake(s.now(), s.ids.Add(1))
		raw := map[string]any{}
		_ = json.Unmarshal([]byte(command), &raw)
		raw["id"], raw["type"] = cmds[0].ID, cmds[0].Type
		data, _ := json.Marshal(raw) // it was read from JSON
		s.commands = append(slices.Clone(s.commands), cmds...)
		s.rawCommands = append(slices.Clone(s.rawCommands), data)
	})
}
