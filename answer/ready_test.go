package answer

import "testing"

func TestReady(t *testing.T) {
	r := newReady[string, int](100)
	for i, add := range []struct {
		key  string
		cost int
	}{{"a", 40}, {"b", 40}, {"a", 50}, {"c", 30}} { // b goes, being older than a
		r.Add(add.key, i, add.cost)
	}
	for key, want := range map[string]int{"a": 2, "b": -1, "c": 3} {
		got, ok := r.Get(key)
		if !ok {
			got = -1
		}
		if got != want {
			t.Errorf("%s holds %d, want %d", key, got, want)
		}
	}
	r.Add("large", 4, 1000)
	if _, ok := r.Get("large"); !ok || r.last.Len() != 1 || r.total != 1000 {
		t.Errorf("%d kept at %d beside one that is too large, itself: %v", r.last.Len(), r.total, ok)
	}
	r.Add("d", 5, 10)
	if r.Purge(); r.last.Len() != 0 || r.total != 0 {
		t.Errorf("%d kept at %d after all was let go", r.last.Len(), r.total)
	}
}
