package main

import (
	"context"
	"sort"
)

// memory is a plain inverted index in memory, the limit of what is possible:
// one list a term and server, nothing on disk.
type memory struct {
	servers map[string]*memoryServer
}

type memoryServer struct {
	lengths  []int
	total    int
	articles map[string][2]int // by ID: its documents
	lists    map[string][]memoryEntry
}

type memoryEntry struct{ doc, count int32 }

func openMemory(context.Context, string, bool) (engine, error) {
	return &memory{servers: map[string]*memoryServer{}}, nil
}

func (m *memory) add(_ context.Context, p page) error {
	s := m.servers[p.server]
	if s == nil {
		s = &memoryServer{articles: map[string][2]int{}, lists: map[string][]memoryEntry{}}
		m.servers[p.server] = s
	}
	from := len(s.lengths)
	for _, d := range p.docs {
		doc := int32(len(s.lengths))
		s.lengths = append(s.lengths, d.Length)
		s.total += d.Length
		for _, t := range d.Terms {
			s.lists[t.Term] = append(s.lists[t.Term], memoryEntry{doc, int32(t.Count)})
		}
	}
	s.articles[p.article] = [2]int{from, len(s.lengths)}
	return nil
}

func (m *memory) finish(context.Context) error { return nil }

func (m *memory) find(_ context.Context, q query) (int, error) {
	s := m.servers[q.server]
	from, to := 0, len(s.lengths)
	if q.article != "" {
		from, to = s.articles[q.article][0], s.articles[q.article][1]
	}
	mean := float64(s.total) / float64(len(s.lengths))
	scores := make([]float64, to-from)
	for _, term := range q.terms {
		list := s.lists[term]
		idf := weight(len(s.lengths), len(list))
		for i := sort.Search(len(list), func(i int) bool { return int(list[i].doc) >= from }); i < len(list) && int(list[i].doc) < to; i++ {
			e := list[i]
			scores[int(e.doc)-from] += idf * saturate(int(e.count), s.lengths[e.doc], mean)
		}
	}
	var best top
	for i, score := range scores {
		if score > 0 {
			best.offer(hit{i, score})
		}
	}
	return len(best), nil
}

func (m *memory) close() error { return nil }
