package storetest

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/news"
	"onrecord/store"
)

// testVectors: the vectors of paragraphs are found by their direction, and go
// when their version does.
func testVectors(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	ctx := t.Context()
	const model = "m"
	first, r := room.Article(1)
	add(t, s, "server-1", first, r)
	second, r2 := room.Article(2)
	add(t, s, "server-1", second, r2)
	add(t, s, "server-2", second, r2)
	without := func(want int) []store.Vectorless {
		t.Helper()
		list, err := s.Vectorless(ctx, model, 0, 10)
		if err != nil || len(list) != want {
			t.Fatalf("%d articles without vectors, %v; want %d", len(list), err, want)
		}
		return list
	}
	keep := func(key int64, vectors map[int][]float32) {
		t.Helper()
		if err := s.KeepVectors(ctx, model, key, vectors); err != nil {
			t.Fatal(err)
		}
	}
	nearest := func(library, article string, v []float32, limit int, want ...news.Near) {
		t.Helper()
		got, err := s.Nearest(ctx, library, article, model, v, limit)
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got, cmp.Comparer(func(a, b []news.Near) bool {
			return len(a) == len(b) && (len(a) == 0 || cmp.Equal(a[0], b[0]) && cmp.Equal(a[len(a)-1], b[len(b)-1]))
		})); diff != "" {
			t.Error(diff)
		}
	}
	list := without(3)
	if rest, err := s.Vectorless(ctx, model, list[0].Key, 10); err != nil || len(rest) != 2 || rest[0].Key != list[1].Key {
		t.Errorf("behind the first: %d, %v", len(rest), err)
	}
	keys := map[string]int64{}
	for _, one := range list[1:] { // the last added is the one of server-2
		keys[one.Article.ID] = one.Key
	}
	keep(list[0].Key, nil) // nothing to embed
	keep(keys[first.ID], map[int][]float32{1: {1, 0, 0}, 2: {0.5, 0.5, 0}})
	keep(keys[second.ID], map[int][]float32{1: {0, -3e30, 0}, 2: {200, 0, 0}})
	without(0)
	a, b := first.Ref(), second.Ref()
	a.Version, b.Version = 1, 1
	equal := []news.Near{{Article: a, Paragraph: 1, Score: 1_000_000}, {Article: b, Paragraph: 2, Score: 1_000_000}}
	if b.ID < a.ID {
		equal[0], equal[1] = equal[1], equal[0]
	}
	half := news.Near{Article: a, Paragraph: 2, Score: 707_107}
	nearest("server-1", "", []float32{7, 0, 0}, 10, equal[0], equal[1], half)
	nearest("server-1", "", []float32{7, 0, 0}, 1, equal[0])
	nearest("server-1", first.ID, []float32{0, 1, 0}, 10, half)
	nearest("server-1", "", []float32{1, 0}, 10) // another length
	nearest("server-2", "", []float32{1, 0, 0}, 10)
	nearest("nowhere", "", []float32{1, 0, 0}, 10)
	for _, bad := range [][]float32{{}, {0, 0}, {float32(math.NaN()), 1}, {float32(math.Inf(1))}, make([]float32, 5000)} {
		if err := s.KeepVectors(ctx, model, keys[first.ID], map[int][]float32{1: bad}); err == nil {
			t.Errorf("a vector of %d numbers without direction was kept", len(bad))
		}
		nearest("server-1", "", bad, 10)
	}

	changed := *second
	changed.Title += " again"
	add(t, s, "server-1", &changed, r2)
	nearest("server-1", "", []float32{0, -1, 0}, 10)
	without(1)
	if err := s.Remove(ctx, "server-1", first.ID); err != nil {
		t.Fatal(err)
	}
	nearest("server-1", "", []float32{1, 0, 0}, 10)
	keep(keys[first.ID], map[int][]float32{1: {1, 0, 0}}) // too late
	nearest("server-1", "", []float32{1, 0, 0}, 10)
}
