package main

import (
	"context"
	"slices"
	"sort"

	"onrecord/retrieval"
)

// engine is one way of keeping and searching the corpus: onrecord, or a [peer].
type engine interface {
	// find returns how many of the best 20 paragraphs it has.
	find(ctx context.Context, q query) (int, error)
	close() error
}

// best is how many results every engine returns.
const best = 20

// engines are made by name in a folder of their own; fresh is false for one
// that was built before.
var engines = map[string]func(ctx context.Context, place string, fresh bool) (engine, error){
	"onrecord on SQLite":     openStore,
	"onrecord on PostgreSQL": openStore,
	"plain index in memory":  openMemory,
	"bleve":                  openBleve,
	"SQLite FTS5 bm25()":     openFTS5,
}

// hit is a paragraph with its score.
type hit struct {
	doc   int
	score float64
}

// better orders hits, ties by number.
func better(a, b hit) bool {
	return a.score > b.score || a.score == b.score && a.doc < b.doc
}

// top is the best hits in order. Nearly all that are offered are worse than the
// worst that is kept.
type top []hit

func (t *top) offer(h hit) {
	kept := *t
	if len(kept) == best && !better(h, kept[best-1]) {
		return
	}
	at := sort.Search(len(kept), func(i int) bool { return better(h, kept[i]) })
	kept = slices.Insert(kept, at, h)
	*t = kept[:min(len(kept), best)]
}

// words are a document's terms as the peers get them, repeated as often as they
// occur, without those that say who is credited.
func words(d retrieval.Doc) []string {
	var out []string
	for _, t := range d.Terms {
		if t.Term[0] > 0x7f {
			continue
		}
		for range t.Count {
			out = append(out, t.Term)
		}
	}
	return out
}
