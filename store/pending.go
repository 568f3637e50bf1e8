package store

import (
	"database/sql"
	"slices"
)

// An article's index waits in the table pending until there are maxPending of
// its library, or maxPendingBytes; then all of them are appended to the lists of
// their terms at once. One article has some hundred terms, each on a page of its
// own; of many articles most pages are shared. A question looks through what
// waits, so both bounds also bound that.
const (
	maxPending      = 64
	maxPendingBytes = 512 << 10
)

// waiting are the indexes of a library's articles that are not in its lists, at
// one version of it, in the order of their sequence.
type waiting struct {
	version int64
	rows    []waitingRow
}

type waitingRow struct {
	seq   int64
	terms []byte // as in body.terms
}

func (w *waiting) cost() int {
	n := 100
	for _, r := range w.rows {
		n += 50 + len(r.terms)
	}
	return n
}

// addTo appends what waits to the lists of the terms.
func (w *waiting) addTo(lists map[string]*list) error {
	if len(w.rows) == 0 {
		return nil
	}
	wanted := make([]string, 0, len(lists))
	for term := range lists {
		wanted = append(wanted, term)
	}
	slices.Sort(wanted)
	for _, r := range w.rows {
		next := 0
		err := eachTerm(r.terms, func(term, at []byte) bool {
			for next < len(wanted) && wanted[next] < string(term) {
				next++
			}
			if next < len(wanted) && wanted[next] == string(term) {
				lists[wanted[next]].append(r.seq, at)
			}
			return next < len(wanted)
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// append puts an article's places behind the others of its run.
func (l *list) append(seq int64, at []byte) {
	if n := len(l.chunks); n == 0 || l.chunks[n-1].number != seq>>chunkBits {
		l.chunks = append(l.chunks, chunk{number: seq >> chunkBits})
	}
	last := &l.chunks[len(l.chunks)-1]
	last.data = append(append(last.data, byte(seq&(1<<chunkBits-1))), at...)
}

// waitingSize is how much waits in a library.
type waitingSize struct{ rows, bytes int }

// addPending lets an article's index wait, and ends the waiting when enough do.
func (c *change) addPending(seq int64, terms []byte) error {
	if c.waiting == nil {
		c.waiting = &waitingSize{}
		if err := c.queryHot(countPending, []any{c.lib.id << 32, (c.lib.id + 1) << 32}, func(rows *sql.Rows) error {
			return rows.Scan(&c.waiting.rows, &c.waiting.bytes)
		}); err != nil {
			return err
		}
	}
	if err := c.execHot(insertPending, c.lib.id<<32|seq, terms); err != nil {
		return err
	}
	c.waiting.rows++
	c.waiting.bytes += len(terms)
	if c.waiting.rows < maxPending && c.waiting.bytes < maxPendingBytes {
		return nil
	}
	return c.settlePending()
}

// settlePending appends everything that waits to the lists of its terms.
func (c *change) settlePending() error {
	lists := map[string]*list{}
	bounds := []any{c.lib.id << 32, (c.lib.id + 1) << 32}
	if err := c.queryHot(selectPending, bounds, func(rows *sql.Rows) error {
		var key int64
		var terms []byte
		if err := rows.Scan(&key, &terms); err != nil {
			return err
		}
		return eachTerm(terms, func(term, at []byte) bool {
			l := lists[string(term)]
			if l == nil {
				l = &list{}
				lists[string(term)] = l
			}
			l.append(key&0xffffffff, at)
			return true
		})
	}); err != nil {
		return err
	}
	if err := c.execHot(deletePending, bounds...); err != nil {
		return err
	}
	c.waiting = nil
	return c.addPostings(lists)
}

// dropPending takes an article's index out of what waits; it tells whether it
// was there.
func (c *change) dropPending(key int64) (dropped bool, err error) {
	err = c.query(`DELETE FROM pending WHERE key = ? RETURNING key`, []any{key}, func(*sql.Rows) error {
		dropped = true
		return nil
	})
	c.waiting = nil // counted anew
	return dropped, err
}

const (
	countPending  = `SELECT COUNT(*), COALESCE(SUM(LENGTH(terms)), 0) FROM pending WHERE key > ? AND key < ?`
	selectPending = `SELECT key, terms FROM pending WHERE key > ? AND key < ? ORDER BY key`
	insertPending = `INSERT INTO pending (key, terms) VALUES (?, ?)`
	deletePending = `DELETE FROM pending WHERE key > ? AND key < ?`
)
