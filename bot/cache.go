package bot

import lru "github.com/hashicorp/golang-lru/v2"

// newCache remembers the last n things by their names.
func newCache[V any](n int) *lru.Cache[string, V] {
	all, err := lru.New[string, V](n)
	if err != nil {
		panic(err) // only a size below one is refused
	}
	return all
}

// retain returns a cache of n things with those of another one that are to be kept,
// in their order. It is a new one because a map keeps the room that it once had.
func retain[V any](all *lru.Cache[string, V], n int, keep func(name string, v V) bool) *lru.Cache[string, V] {
	left := newCache[V](n)
	for _, name := range all.Keys() { // the oldest first
		if v, ok := all.Peek(name); ok && keep(name, v) {
			left.Add(name, v)
		}
	}
	return left
}
