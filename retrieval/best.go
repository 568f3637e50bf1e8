package retrieval

import "slices"

// bestHits keeps the best hits of many, so that thousands need not be sorted
// for the sake of forty: a heap with the worst of those kept on top.
type bestHits struct {
	most int
	hits []Hit
}

// offer takes a hit unless enough better ones are there.
func (b *bestHits) offer(h *Hit) {
	switch {
	case len(b.hits) < b.most:
		b.hits = append(b.hits, *h)
		for i := len(b.hits) - 1; i > 0; {
			up := (i - 1) / 2
			if !before(&b.hits[up], &b.hits[i]) {
				break
			}
			b.hits[up], b.hits[i] = b.hits[i], b.hits[up]
			i = up
		}
	case before(h, &b.hits[0]):
		b.hits[0] = *h
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

// wants tells whether offer would keep a hit.
func (b *bestHits) wants(h *Hit) bool {
	return len(b.hits) < b.most || before(h, &b.hits[0])
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

func sortHits(hits []Hit) {
	slices.SortFunc(hits, func(a, b Hit) int {
		switch {
		case before(&a, &b):
			return -1
		case before(&b, &a):
			return 1
		}
		return 0
	})
}
