package bot

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
)

// CommandState compares one command as Discord has it with ours.
type CommandState struct {
	// Name is as people see it: "/ask", or a menu entry's.
	Name string
	// State is one of the states below.
	State State
	// Parts are what differs of a changed command, in words such as "options".
	Parts []string
}

// State tells how a command that Discord has stands to ours.
type State string

// The states of a command.
const (
	Current State = "current" // the same
	Missing State = "missing" // ours, which Discord does not have
	Changed State = "changed" // differs
	Foreign State = "foreign" // not ours
)

// difference compares the commands that Discord has with those wanted: ours in
// their order, then foreign ones by name. Discord keeps no order of its own.
func difference(have, want []registration) []CommandState {
	type key struct {
		kind int
		name string
	}
	old := map[key]registration{}
	for _, r := range have {
		old[key{r.Type, r.Name}] = r
	}
	var out []CommandState
	for _, w := range want {
		k := key{w.Type, w.Name}
		h, there := old[k]
		delete(old, k)
		c := CommandState{Name: w.title(), State: Missing}
		if there {
			c.State, c.Parts = Current, parts(h, w)
			if len(c.Parts) > 0 {
				c.State = Changed
			}
		}
		out = append(out, c)
	}
	foreign := slices.SortedFunc(maps.Values(old), func(a, b registration) int {
		if a.Type != b.Type {
			return a.Type - b.Type
		}
		return bytes.Compare([]byte(a.Name), []byte(b.Name))
	})
	for _, r := range foreign {
		out = append(out, CommandState{Name: r.title(), State: Foreign})
	}
	return out
}

// title is a command's name as people see it.
func (r registration) title() string {
	if r.Type == commandSlash {
		return "/" + r.Name
	}
	return r.Name
}

// parts names what differs between two registrations of one command.
func parts(a, b registration) []string {
	fields := [2]map[string]json.RawMessage{a.fields(), b.fields()}
	words := []struct{ key, word string }{
		{"description", "description"},
		{"options", "options"},
		{"name_localizations", "name in other languages"},
		{"description_localizations", "description in other languages"},
		{"default_member_permissions", "who may use it"},
		{"contexts", "where it is shown"},
		{"integration_types", "where it is shown"},
	}
	var out []string
	for _, w := range words {
		if !bytes.Equal(fields[0][w.key], fields[1][w.key]) && !slices.Contains(out, w.word) {
			out = append(out, w.word)
		}
	}
	return out
}

// fields is a registration as JSON, key by key; lists that are sets are sorted.
func (r registration) fields() map[string]json.RawMessage {
	r.Contexts = slices.Sorted(slices.Values(r.Contexts))
	r.Integrations = slices.Sorted(slices.Values(r.Integrations))
	text, err := json.Marshal(r)
	if err != nil {
		panic(err) // texts and numbers
	}
	out := map[string]json.RawMessage{}
	if err := json.Unmarshal(text, &out); err != nil {
		panic(err)
	}
	return out
}

// current tells whether nothing needs to be registered.
func current(states []CommandState) bool {
	return !slices.ContainsFunc(states, func(c CommandState) bool { return c.State != Current })
}
