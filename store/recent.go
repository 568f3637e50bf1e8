package store

import (
	queue "container/list"
	"sync"
)

// recent keeps what was used last, up to a total cost (about its bytes), so
// that memory stays flat however large the library is. Values are shared and
// never changed.
type recent[K comparable, V any] struct {
	mu    sync.Mutex
	limit int
	total int
	// holds keeps the last value put whatever it costs: for what takes so long
	// to make that every question would.
	holds bool
	order *queue.List // of *entry, the latest first
	byKey map[K]*queue.Element
}

type entry[K comparable, V any] struct {
	key   K
	value V
	cost  int
}

func newRecent[K comparable, V any](limit int) *recent[K, V] {
	return &recent[K, V]{limit: limit, order: queue.New(), byKey: map[K]*queue.Element{}}
}

func (r *recent[K, V]) get(key K) (v V, ok bool) {
	r.mu.Lock()
	defer r.mu.Unlock()
	e := r.byKey[key]
	if e == nil {
		return v, false
	}
	r.order.MoveToFront(e)
	return e.Value.(*entry[K, V]).value, true
}

// put keeps a value; one dearer than half the limit is let go at once, unless r
// holds it.
func (r *recent[K, V]) put(key K, value V, cost int) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if e := r.byKey[key]; e != nil {
		r.drop(e)
	}
	if cost > r.limit/2 && !r.holds {
		return
	}
	r.byKey[key] = r.order.PushFront(&entry[K, V]{key, value, cost})
	r.total += cost
	for r.total > r.limit && (!r.holds || r.order.Len() > 1) {
		r.drop(r.order.Back())
	}
}

// clear lets go of everything, and tells whether there was anything.
func (r *recent[K, V]) clear() bool {
	r.mu.Lock()
	defer r.mu.Unlock()
	had := len(r.byKey) > 0
	r.order, r.byKey, r.total = queue.New(), map[K]*queue.Element{}, 0
	return had
}

func (r *recent[K, V]) drop(e *queue.Element) {
	old := r.order.Remove(e).(*entry[K, V])
	delete(r.byKey, old.key)
	r.total -= old.cost
}
