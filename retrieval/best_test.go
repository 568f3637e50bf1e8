package retrieval

import (
	"fmt"
	"math/rand/v2"
	"reflect"
	"testing"

	"onrecord/news"
)

// TestBestHits: keeping the best of many is sorting all and cutting the rest,
// also where scores and dates tie.
func TestBestHits(t *testing.T) {
	r := rand.New(rand.NewPCG(1, 2))
	for _, c := range []struct{ hits, most int }{{0, 5}, {1, 5}, {5, 5}, {6, 5}, {300, 40}, {300, 1}, {40, 1 << 30}} {
		t.Run(fmt.Sprintf("%d of %d", c.most, c.hits), func(t *testing.T) {
			var all []Hit
			top := bestHits{most: c.most}
			for i := range c.hits {
				h := Hit{Article: news.Ref{ID: fmt.Sprint(r.IntN(9)), Version: 1}, Paragraph: i, Score: float64(r.IntN(6)), published: int64(r.IntN(3))}
				all = append(all, h)
				top.offer(&h)
			}
			sortHits(all)
			sortHits(top.hits)
			want := all[:min(c.most, len(all))]
			if len(want) != len(top.hits) || len(want) > 0 && !reflect.DeepEqual(want, top.hits) {
				t.Errorf("kept %v\nwant %v", top.hits, want)
			}
		})
	}
}
