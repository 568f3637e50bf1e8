package main

import (
	"slices"
	"strings"
)

// unknown finds settings that nothing reads because their names are misspelt: one
// sentence each, by name. Other programs' variables are left alone: only names
// that begin with ONRECORD_ count, and those that are nearly one of ours.
func (s *settings) unknown() []string {
	var ours []string
	list, _ := s.list()
	for _, one := range list {
		ours = append(ours, one.Name)
	}
	names := slices.Clone(s.names)
	slices.Sort(names)
	var found []string
	for _, name := range slices.Compact(names) {
		if slices.Contains(ours, name) || s.getenv(name) == "" || othersRead(name) {
			continue
		}
		nearest, steps := "", 3
		for _, known := range ours {
			if n := edits(name, known); n < steps {
				nearest, steps = known, n
			}
		}
		switch {
		case nearest != "":
			found = append(found, "nothing reads "+name+": "+nearest+" may be meant")
		case strings.HasPrefix(name, "ONRECORD_"):
			found = append(found, "nothing reads "+name+": no setting has this name")
		}
	}
	return found
}

// othersRead tells names that begin like ours and are somebody else's:
// compose.yaml's, and those that Kubernetes makes of a service called onrecord.
func othersRead(name string) bool {
	return name == "ONRECORD_MEMORY" || name == "ONRECORD_PORT" ||
		strings.HasPrefix(name, "ONRECORD_PORT_") || strings.HasPrefix(name, "ONRECORD_SERVICE_")
}

// edits counts the letters to add, take away or replace between two short names
// (Levenshtein 1966).
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		before := row[0]
		row[0] = i + 1
		for j := range len(b) {
			change := before
			if a[i] != b[j] {
				change++
			}
			before = row[j+1]
			row[j+1] = min(change, row[j]+1, before+1)
		}
	}
	return row[len(b)]
}
