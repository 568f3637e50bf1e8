package answer

import (
	"math"
	"sync"

	"github.com/hashicorp/golang-lru/v2/simplelru"
)

// ready keeps what was used last, up to a total cost in bytes, about: a few
// large libraries weigh as much as many small ones. The last one used is kept
// whatever it costs. It is safe for concurrent use.
type ready[K comparable, V any] struct {
	mu    sync.Mutex
	most  int
	total int
	last  *simplelru.LRU[K, costly[V]]
}

type costly[V any] struct {
	value V
	cost  int
}

func newReady[K comparable, V any](most int) *ready[K, V] {
	r := &ready[K, V]{most: most}
	last, err := simplelru.NewLRU(math.MaxInt, func(_ K, gone costly[V]) { r.total -= gone.cost })
	if err != nil {
		panic(err) // only for a size below one
	}
	r.last = last
	return r
}

// Get returns what is kept under a key.
func (r *ready[K, V]) Get(key K) (V, bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	c, ok := r.last.Get(key)
	return c.value, ok
}

// Add keeps a value, in place of the one before.
func (r *ready[K, V]) Add(key K, value V, cost int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.last.Remove(key)
	r.last.Add(key, costly[V]{value, cost})
	for r.total += cost; r.total > r.most && r.last.Len() > 1; {
		r.last.RemoveOldest()
	}
}

// Purge lets go of everything.
func (r *ready[K, V]) Purge() {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.last.Purge()
}
