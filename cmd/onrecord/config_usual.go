package main

import "cmp"

// or reads a setting, which is as usual where nobody has set it.
func (s *settings) or(name, usual string) string {
	s.usually(name, usual)
	return cmp.Or(s.getenv(name), usual)
}

// usually notes what a setting is that nobody has set, for who lists them.
func (s *settings) usually(name, value string) {
	if s.usual != nil {
		s.usual[name] = value
	}
}
