package retrieval

import (
	"slices"
	"sort"
)

// bestHits keeps the best hits of many, so that thousands need not be sorted
// for the sake of forty: a heap with the worst of those kept on top.
type bestHits struct {
	most int
	hits []Hit
}

// firstHits is how many hits there is room for at first; the next step is all
// that are wanted, if that is not too far.
const firstHits = 32

// offer takes a hit unless enough better ones are there. The hit's counts are
// copied, into those of the hit that it replaces if there is one.
func (b *bestHits) offer(h *Hit) {
	switch {
	case len(b.hits) < b.most:
		switch n := len(b.hits); {
		case n == 0:
			b.hits = slices.Grow(b.hits, min(b.most, firstHits))
		case n == cap(b.hits) && b.most <= 8*n:
			b.hits = slices.Grow(b.hits, b.most-n)
		}
		b.hits = append(b.hits, *h)
		b.hits[len(b.hits)-1].counts = slices.Clone(h.counts)
		for i := len(b.hits) - 1; i > 0; {
			up := (i - 1) / 2
			if !before(&b.hits[up], &b.hits[i]) {
				break
			}
			b.hits[up], b.hits[i] = b.hits[i], b.hits[up]
			i = up
		}
	case before(h, &b.hits[0]):
		room := b.hits[0].counts[:0]
		b.hits[0] = *h
		b.hits[0].counts = append(room, h.counts...)
		for i := 0; ; {
			worst := i
			for _, down := range []int{2*i + 1, 2*i + 2} {
				if down < len(b.hits) && before(&b.hits[worst], &b.hits[down]) {
					worst = down
				}
			}
			if worst == i {
				break
			}
			b.hits[i], b.hits[worst] = b.hits[worst], b.hits[i]
			i = worst
		}
	}
}

// before is the order of hits, which is total: by score, then the newest, then
// by article and paragraph.
func before(a, b *Hit) bool {
	switch {
	case a.Score != b.Score:
		return a.Score > b.Score
	case a.published != b.published:
		return a.published > b.published
	case a.Article.ID != b.Article.ID:
		return a.Article.ID < b.Article.ID
	}
	return a.Paragraph < b.Paragraph
}

func sortHits(hits []Hit) { sort.Sort(inOrder(hits)) }

// inOrder sorts hits where they lie: they are large, and a function would be
// given copies to compare.
type inOrder []Hit

func (h inOrder) Len() int           { return len(h) }
func (h inOrder) Less(i, j int) bool { return before(&h[i], &h[j]) }
func (h inOrder) Swap(i, j int)      { h[i], h[j] = h[j], h[i] }
