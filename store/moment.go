package store

import (
	"context"
	"sync"
)

// moment is what one question has looked up and would look up again: the rows of
// libraries, and of single articles asked about.
type moment struct {
	mu        sync.Mutex
	libraries map[string]library
	newest    map[articleName]found
}

// articleName names an article by its library and ID.
type articleName struct {
	library int64
	id      string
}

// found is the newest version of an article: its key, and what candidates tell.
type found struct {
	key  int64
	head *head
}

type momentKey struct{ *Store }

// Moment returns a context for one question: in it a library and the newest
// version of an article stay what they were when they were first looked up, which
// saves looking again before every step. What changes meanwhile is seen by the
// next question. A context that is for one question already is returned as it is.
func (s *Store) Moment(ctx context.Context) context.Context {
	if s.moment(ctx) != nil {
		return ctx
	}
	return context.WithValue(ctx, momentKey{s}, &moment{libraries: map[string]library{}, newest: map[articleName]found{}})
}

// moment returns the moment that ctx is for, nil for none.
func (s *Store) moment(ctx context.Context) *moment {
	m, _ := ctx.Value(momentKey{s}).(*moment)
	return m
}

// library returns a library as it was first found. Nil has none.
func (m *moment) library(name string) (l library, ok bool) {
	if m == nil {
		return l, false
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	l, ok = m.libraries[name]
	return l, ok
}

func (m *moment) keepLibrary(name string, l library) {
	if m != nil {
		m.mu.Lock()
		defer m.mu.Unlock()
		m.libraries[name] = l
	}
}

// article returns an article's newest version as it was first found.
func (m *moment) article(name articleName) (f found, ok bool) {
	if m == nil {
		return f, false
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	f, ok = m.newest[name]
	return f, ok
}

func (m *moment) keepArticle(name articleName, f found) {
	if m != nil {
		m.mu.Lock()
		defer m.mu.Unlock()
		m.newest[name] = f
	}
}
