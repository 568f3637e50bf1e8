package main

import "errors"

// everything reads all settings there are and returns every complaint, each
// once. A new group of settings is added here.
func (s *settings) everything() error {
	s.home()
	_, _ = s.library("") // each group's complaints are among those of s
	_, _ = s.discord()
	_, _ = s.fetching()
	_, _ = s.ops()
	_, _ = s.model()
	_, _ = s.gateway()
	_, _ = s.traces()
	_, _ = s.replicas()
	seen := map[string]bool{}
	var each []error
	for _, c := range s.complaints {
		if !seen[c.Error()] {
			seen[c.Error()] = true
			each = append(each, c)
		}
	}
	return errors.Join(each...)
}
