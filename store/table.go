package store

import (
	"context"
	"crypto/sha256"
	"database/sql"
	"encoding/binary"
	"fmt"
	"math"
	"slices"
	"strings"
)

// table is a table of the schema, for copying databases whole.
type table struct {
	name    string
	columns []column
}

type column struct {
	name    string
	integer bool
}

// tables lists the tables of the schema in the order in which they were made,
// so that a row comes after those that it refers to. The database must be of
// SQLite; PostgreSQL's tables have the same names and columns.
func (s *Store) tables(ctx context.Context) ([]table, error) {
	var out []table
	if err := s.read(ctx, `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' AND name NOT IN ('migration', 'backup') ORDER BY rowid`, nil, func(rows *sql.Rows) error {
		var t table
		err := rows.Scan(&t.name)
		out = append(out, t)
		return err
	}); err != nil {
		return nil, err
	}
	for i := range out {
		if err := s.read(ctx, `SELECT name, type FROM pragma_table_info(?) ORDER BY cid`, []any{out[i].name}, func(rows *sql.Rows) error {
			var name, kind string
			err := rows.Scan(&name, &kind)
			out[i].columns = append(out[i].columns, column{name, strings.EqualFold(kind, "INTEGER")})
			return err
		}); err != nil {
			return nil, err
		}
	}
	return out, nil
}

// names are the columns' names, joined by commas.
func (t table) names() string {
	var out []string
	for _, c := range t.columns {
		out = append(out, c.name)
	}
	return strings.Join(out, ", ")
}

// rows calls f for every row of the table; the values are f's to keep.
func (t table) rows(ctx context.Context, tx *sql.Tx, f func(values []any) error) error {
	rows, err := tx.QueryContext(ctx, `SELECT `+t.names()+` FROM `+t.name)
	if err != nil {
		return err
	}
	return each(rows, func() error {
		values, into := make([]any, len(t.columns)), make([]any, len(t.columns))
		for i := range values {
			into[i] = &values[i]
		}
		if err := rows.Scan(into...); err != nil {
			return err
		}
		if t.ownOf(values) {
			return nil
		}
		return f(values)
	})
}

// ownOf tells whether a row means something in its own database only: how far
// reading again has got is told in that database's keys.
func (t table) ownOf(values []any) bool {
	return t.name == "setting" && slices.Contains(values, any(bookmarkSetting))
}

// moved returns a row as it reads where the libraries' numbers are higher by
// so many: a key is its library's number << 32 | sequence.
func (t table) moved(values []any, by int64) []any {
	if by == 0 {
		return values
	}
	out := slices.Clone(values)
	for i, c := range t.columns {
		n, ok := out[i].(int64)
		switch {
		case !ok || !c.integer:
		case c.name == "library", t.name == "library" && c.name == "id":
			out[i] = n + by
		case c.name == "key":
			out[i] = n + by<<32
		}
	}
	return out
}

// rowSum sums rows up whatever order they come in: databases list them in
// different ones.
type rowSum struct {
	rows int64
	sum  [sha256.Size]byte
}

func (s *rowSum) add(values []any) error {
	h := sha256.New()
	var n [8]byte
	for _, v := range values {
		var tag byte
		var text string
		number := uint64(0)
		switch v := v.(type) {
		case nil:
			tag = 'n'
		case int64:
			tag, number = 'i', uint64(v)
		case bool:
			tag = 'i'
			if v {
				number = 1
			}
		case float64:
			tag, number = 'f', math.Float64bits(v)
		case string:
			tag, text = 's', v
			number = uint64(len(v))
		case []byte:
			tag, text = 'b', string(v)
			number = uint64(len(v))
		default:
			return fmt.Errorf("a value of type %T can't be summed up", v)
		}
		binary.BigEndian.PutUint64(n[:], number)
		h.Write([]byte{tag})
		h.Write(n[:])
		h.Write([]byte(text))
	}
	s.rows++
	for i, b := range h.Sum(nil) {
		s.sum[i] ^= b // no two rows are the same: each has a key
	}
	return nil
}
