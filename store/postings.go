package store

import (
	"database/sql"
	"maps"
	"slices"
	"strings"
)

// addPostings appends to the lists of terms what comes behind it. The terms go
// in order, so that neighbours share their pages.
func (c *change) addPostings(lists map[string]*list) error {
	var args []any
	for _, term := range slices.Sorted(maps.Keys(lists)) {
		for _, chunk := range lists[term].chunks {
			args = append(args, c.lib.id, term, chunk.number, chunk.data)
		}
	}
	for _, rows := range []int{64, 8, 1} {
		for ; len(args) >= 4*rows; args = args[4*rows:] {
			if err := c.execHot(c.d.insertPostings(rows), args[:4*rows]...); err != nil {
				return err
			}
		}
	}
	return nil
}

// insertPostings is the statement for so many rows. Joining bytes in SQL saves
// reading the row first. SQLite calls what || joins text, so it is told what it
// is.
func (d dialect) insertPostings(rows int) string {
	return `INSERT INTO posting (library, term, chunk, data) VALUES ` + strings.TrimSuffix(strings.Repeat("(?, ?, ?, ?), ", rows), ", ") +
		` ON CONFLICT (library, term, chunk) DO UPDATE SET data = ` + d.join
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
