package ops

import (
	"slices"
	"strings"
)

// Described is what there is to know of a metric beside its numbers.
type Described struct {
	Name, Help string
	Kind       string // counter, gauge or histogram
	Labels     []string
}

// Described lists the metrics by name, without those of the Go runtime and of the
// process, which are Prometheus's own.
func (m *Metrics) Described() []Described {
	m.mu.Lock()
	defer m.mu.Unlock()
	out := slices.Clone(m.list)
	slices.SortFunc(out, func(a, b Described) int { return strings.Compare(a.Name, b.Name) })
	return out
}

// note remembers a metric. One that is there several times, with other fixed
// labels, is one.
func (m *Metrics) note(kind, name, help string, labels ...string) {
	m.mu.Lock()
	defer m.mu.Unlock()
	if !slices.ContainsFunc(m.list, func(d Described) bool { return d.Name == name }) {
		m.list = append(m.list, Described{name, help, kind, labels})
	}
}
