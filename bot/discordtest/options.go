package discordtest

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// Kinds of option, by Discord's numbers.
const (
	optionSubcommand = 1
	optionGroup      = 2
	optionString     = 3
	optionInteger    = 4
	optionBoolean    = 5
	optionUser       = 6
	optionChannel    = 7
	optionRole       = 8
	optionNumber     = 10
	optionAttachment = 11
)

// Command uses a slash command with options given as name, value, name, value.
// A subcommand is named after its command ("article add"); the value of an
// attachment, user, channel or role is its ID. Command fails where Discord would
// not let the person do it: the command or an option is not registered, one is
// missing, its value does not fit, or the place or person may not.
func (s *Server) Command(u Use, name string, options ...string) (*Pending, error) {
	cmd, leaf, err := s.slash(u, name)
	if err != nil {
		return nil, err
	}
	given, resolved, err := s.options(name, leaf, options, false)
	if err != nil {
		return nil, err
	}
	for _, o := range leaf {
		if o.Required && !slices.ContainsFunc(given, func(m map[string]any) bool { return m["name"] == o.Name }) {
			return nil, fmt.Errorf("/%s: Discord would not send it without the option %q", name, o.Name)
		}
	}
	used := "/" + name
	for i := 0; i < len(options); i += 2 {
		used += " " + options[i] + ": " + options[i+1]
	}
	return s.beginUsing(used, u, kindCommand, nil, commandData(cmd, name, given, resolved)), nil
}

// Type types into an option of a slash command that completes; typed is the
// option's value so far.
func (s *Server) Type(u Use, name, option, typed string, options ...string) (*Pending, error) {
	cmd, leaf, err := s.slash(u, name)
	if err != nil {
		return nil, err
	}
	given, resolved, err := s.options(name, leaf, append([]string{option, typed}, options...), true)
	if err != nil {
		return nil, err
	}
	i := slices.IndexFunc(leaf, func(o CommandOption) bool { return o.Name == option })
	if !leaf[i].Autocomplete {
		return nil, fmt.Errorf("/%s: the option %q does not complete", name, option)
	}
	given[0]["focused"] = true
	return s.begin(u, kindComplete, nil, commandData(cmd, name, given, resolved)), nil
}

// commandData wraps the options of a subcommand in its names.
func commandData(cmd Command, name string, given []map[string]any, resolved map[string]any) map[string]any {
	words := strings.Fields(name)
	for i := len(words) - 1; i > 0; i-- {
		kind := optionSubcommand
		if i == 1 && len(words) == 3 {
			kind = optionGroup
		}
		given = []map[string]any{{"name": words[i], "type": kind, "options": given}}
	}
	data := map[string]any{"id": cmd.ID, "name": cmd.Name, "type": 1, "options": given}
	if len(resolved) > 0 {
		data["resolved"] = resolved
	}
	return data
}

// slash finds a slash command, and the options of the subcommand that is named.
func (s *Server) slash(u Use, name string) (Command, []CommandOption, error) {
	words := strings.Fields(name)
	if len(words) == 0 {
		return Command{}, nil, fmt.Errorf("a slash command without a name")
	}
	cmd, err := s.command(u, 1, words[0])
	if err != nil {
		return Command{}, nil, err
	}
	options := cmd.Options
	for _, w := range words[1:] {
		i := slices.IndexFunc(options, func(o CommandOption) bool { return o.Name == w && o.Type <= optionGroup })
		if i < 0 {
			return Command{}, nil, fmt.Errorf("/%s: there is no subcommand %q", name, w)
		}
		options = options[i].Options
	}
	if len(options) > 0 && options[0].Type <= optionGroup {
		return Command{}, nil, fmt.Errorf("/%s: Discord would send only one of its subcommands", name)
	}
	return cmd, options, nil
}

// command finds a registered command that the person may use in the place.
func (s *Server) command(u Use, kind int, name string) (Command, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, c := range s.commands {
		if c.Type != kind || c.Name != name {
			continue
		}
		if len(c.Contexts) > 0 && !slices.Contains(c.Contexts, u.context()) {
			return Command{}, fmt.Errorf("the command %q is not shown in such a place", name)
		}
		install := 0
		if u.Own {
			install = 1
		}
		if len(c.Integrations) > 0 && !slices.Contains(c.Integrations, install) {
			return Command{}, fmt.Errorf("the command %q is not shown to who has installed the bot this way", name)
		}
		needs, limited := c.permissions()
		has := u.Permissions
		if limited && !u.Direct && has&Administrator == 0 && (has&needs != needs || needs == 0) {
			return Command{}, fmt.Errorf("the command %q is not shown to people with the permissions %d", name, has)
		}
		return c, nil
	}
	return Command{}, fmt.Errorf("no command %q of type %d is registered", name, kind)
}

// permissions are those that a person needs; limited tells whether any. None at
// all but limited means administrators only.
func (c Command) permissions() (needs int64, limited bool) {
	text := strings.Trim(string(c.DefaultMemberPermissions), `"`)
	if text == "" || text == "null" {
		return 0, false
	}
	needs, err := strconv.ParseInt(text, 10, 64)
	return needs, err == nil
}

// options turns names and values into what an interaction carries. Completion
// takes values that are not finished.
func (s *Server) options(name string, registered []CommandOption, options []string, completing bool) ([]map[string]any, map[string]any, error) {
	if len(options)%2 != 0 {
		return nil, nil, fmt.Errorf("/%s: an option without a value", name)
	}
	given, resolved := []map[string]any{}, map[string]any{}
	for i := 0; i < len(options); i += 2 {
		j := slices.IndexFunc(registered, func(o CommandOption) bool { return o.Name == options[i] })
		if j < 0 {
			return nil, nil, fmt.Errorf("/%s has no option %q", name, options[i])
		}
		o := registered[j]
		value, err := s.value(o, options[i+1], resolved)
		if err == nil && !completing {
			err = o.takes(options[i+1])
		}
		if err != nil && !(completing && i == 0) {
			return nil, nil, fmt.Errorf("/%s: option %q: %w", name, o.Name, err)
		}
		given = append(given, map[string]any{"name": o.Name, "type": o.Type, "value": value})
	}
	return given, resolved, nil
}

// value is an option's value as its kind has it; what an ID stands for goes into
// resolved.
func (s *Server) value(o CommandOption, text string, resolved map[string]any) (any, error) {
	resolve := func(kind string, v any) {
		if resolved[kind] == nil {
			resolved[kind] = map[string]any{}
		}
		resolved[kind].(map[string]any)[text] = v
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	switch o.Type {
	case optionInteger:
		n, err := strconv.ParseInt(text, 10, 54)
		return n, err
	case optionNumber:
		return json.Number(text), nil
	case optionBoolean:
		b, err := strconv.ParseBool(text)
		return b, err
	case optionAttachment:
		a := s.files[text]
		if a == nil {
			return nil, fmt.Errorf("there is no attachment %s", text)
		}
		resolve("attachments", a)
	case optionUser:
		resolve("users", User{ID: text, Username: nameOf(text)})
	case optionChannel:
		c := s.channels[text]
		if c == nil {
			return nil, fmt.Errorf("there is no channel %s", text)
		}
		resolve("channels", c.show())
	case optionRole:
		resolve("roles", s.role(text))
	}
	return text, nil
}

// role is a role by its ID; s.mu is held.
func (s *Server) role(id string) Role {
	for _, g := range s.guilds {
		for _, r := range g.Roles {
			if r.ID == id {
				return r
			}
		}
	}
	return Role{ID: id, Name: "role"}
}

// takes tells why a text does not fit an option, if so.
func (o CommandOption) takes(text string) error {
	if o.Type != optionString {
		return nil
	}
	n := len([]rune(text))
	if n < o.MinLength || o.MaxLength > 0 && n > o.MaxLength || n > 6000 {
		return fmt.Errorf("no place for %d characters (from %d to %d)", n, o.MinLength, o.MaxLength)
	}
	if len(o.Choices) > 0 && !slices.ContainsFunc(o.Choices, func(c Choice) bool { return c.Value == text }) {
		return fmt.Errorf("%q is not one of its choices", text)
	}
	return nil
}
