package store

import (
	"database/sql"
	"strings"
)

// batch is how many rows one statement writes or reads.
const batch = 64

// addPostings appends an article's places to the lists of its terms.
func (c *change) addPostings(seq int64, x termIndex) error {
	insert := func(n int) string {
		// Joining bytes in SQL saves reading the row first. SQLite calls what ||
		// joins text, so it is told what it is.
		return `INSERT INTO posting (library, term, chunk, data) VALUES ` + strings.TrimSuffix(strings.Repeat("(?, ?, ?, ?), ", n), ", ") +
			` ON CONFLICT (library, term, chunk) DO UPDATE SET data = ` + c.d.join
	}
	var full *sql.Stmt
	for from := 0; from < len(x.terms); from += batch {
		to := min(from+batch, len(x.terms))
		args := make([]any, 0, 4*batch)
		for i := from; i < to; i++ {
			data := append([]byte{byte(seq & (1<<chunkBits - 1))}, x.places[i]...)
			args = append(args, c.lib.id, x.terms[i], seq>>chunkBits, data)
		}
		if to-from < batch {
			return c.exec(insert(to-from), args...)
		}
		if full == nil {
			var err error
			if full, err = c.tx.PrepareContext(c.ctx, c.d.rebind(insert(batch))); err != nil {
				return err
			}
			defer full.Close()
		}
		if _, err := full.ExecContext(c.ctx, args...); err != nil {
			return err
		}
	}
	return nil
}

// removePostings takes an article's places out of the lists of its terms.
func (c *change) removePostings(seq int64, x termIndex) error {
	for _, term := range x.terms {
		var data []byte
		if err := c.query(`SELECT data FROM posting WHERE library = ? AND term = ? AND chunk = ?`, []any{c.lib.id, term, seq >> chunkBits}, func(rows *sql.Rows) error {
			return rows.Scan(&data)
		}); err != nil {
			return err
		}
		left, err := without(data, byte(seq&(1<<chunkBits-1)))
		if err != nil {
			return err
		}
		if len(left) == 0 {
			err = c.exec(`DELETE FROM posting WHERE library = ? AND term = ? AND chunk = ?`, c.lib.id, term, seq>>chunkBits)
		} else {
			err = c.exec(`UPDATE posting SET data = ? WHERE library = ? AND term = ? AND chunk = ?`, left, c.lib.id, term, seq>>chunkBits)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// without is a row of postings with one article taken out.
func without(data []byte, slot byte) ([]byte, error) {
	var left []byte
	for len(data) > 0 {
		_, rest, err := places(data[1:], nil)
		if err != nil {
			return nil, err
		}
		if data[0] != slot {
			left = append(left, data[:len(data)-len(rest)]...)
		}
		data = rest
	}
	return left, nil
}
