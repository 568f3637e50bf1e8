package answer

import "slices"

// Without leaves a speaker out, by name; where nobody else speaks of the topic
// it leaves all as it is.
func (s Sides) Without(name string) Sides {
	others := slices.DeleteFunc(slices.Clone(s.sides), func(one Side) bool { return one.Speaker.Name == name })
	if len(others) > 0 && len(others) < len(s.sides) {
		s.sides, s.without = others, true
	}
	return s
}

// Others tells that a speaker has been left out, so that those listed are the
// others.
func (s Sides) Others() bool { return s.without }
