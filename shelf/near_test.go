package shelf_test

import (
	"testing"

	"onrecord/news"
	"onrecord/shelf"
	"onrecord/store"
	"onrecord/store/storetest"
)

// TestNearest: of two libraries the nearest of both, an article in both once, as
// the place's own has it.
func TestNearest(t *testing.T) {
	s, err := store.Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	const own = "server-1"
	room := storetest.Newsroom{Seed: 3}
	put := func(library string, n int, v ...float32) string {
		t.Helper()
		a, r := room.Article(n)
		if _, _, err := s.Add(t.Context(), library, a, r); err != nil {
			t.Fatal(err)
		}
		list, err := s.Vectorless(t.Context(), "m", 0, 1)
		if err != nil || len(list) != 1 {
			t.Fatalf("%d, %v", len(list), err)
		}
		if err := s.KeepVectors(t.Context(), "m", list[0].Key, map[int][]float32{1: v}); err != nil {
			t.Fatal(err)
		}
		return a.ID
	}
	both := put(own, 1, 1, 1)
	put(news.HomeLibrary, 1, 1, 0) // the shared copy is nearer, and does not count
	shared := put(news.HomeLibrary, 2, 2, 1)
	mine := put(own, 3, 1, 9)
	sh := shelf.New(s)
	for _, c := range []struct {
		name, library, article string
		limit                  int
		want                   []string
	}{
		{"both", shelf.Both(own, news.HomeLibrary), "", 9, []string{shared, both, mine}},
		{"the best", shelf.Both(own, news.HomeLibrary), "", 2, []string{shared, both}},
		{"an article in both", shelf.Both(own, news.HomeLibrary), both, 9, []string{both}},
		{"shared alone", news.HomeLibrary, "", 9, []string{both, shared}},
		{"own alone", own, "", 9, []string{both, mine}},
	} {
		t.Run(c.name, func(t *testing.T) {
			got, err := sh.Nearest(t.Context(), c.library, c.article, "m", []float32{1, 0}, c.limit)
			if err != nil {
				t.Fatal(err)
			}
			var ids []string
			for _, n := range got {
				ids = append(ids, n.Article.ID)
			}
			if len(ids) != len(c.want) {
				t.Fatalf("%v, want %v", ids, c.want)
			}
			for i := range ids {
				if ids[i] != c.want[i] {
					t.Errorf("%v, want %v", ids, c.want)
				}
			}
		})
	}
}
