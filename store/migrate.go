package store

import (
	"context"
	"database/sql"
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"strconv"
	"strings"
)

// The schema, a folder a database, files in the order of their numbers. A file
// is never changed once released: a change is a new file in both folders.
//
//go:embed schema
var schemas embed.FS

// migration is one numbered file.
type migration struct {
	number int
	name   string
	text   string
}

func (d dialect) migrations() ([]migration, error) {
	files, err := fs.Glob(schemas, "schema/"+d.schema+"/*.sql")
	if err != nil {
		return nil, err
	}
	var out []migration
	for _, path := range files { // Glob sorts
		text, err := schemas.ReadFile(path)
		if err != nil {
			return nil, err
		}
		name := path[strings.LastIndexByte(path, '/')+1:]
		number, err := strconv.Atoi(name[:4])
		if err != nil || number != len(out)+1 {
			return nil, fmt.Errorf("schema file %s is out of order", path)
		}
		out = append(out, migration{number, name, string(text)})
	}
	return out, nil
}

// state is what a database was found to be.
type state struct {
	empty   bool // holds no tables at all
	ours    bool // has the table of migrations
	version int  // the number of the last migration
}

// queryer is a connection, a transaction or a pool.
type queryer interface {
	QueryContext(ctx context.Context, query string, args ...any) (*sql.Rows, error)
	ExecContext(ctx context.Context, query string, args ...any) (sql.Result, error)
}

// look finds out what a database is, and changes nothing.
func (d dialect) look(ctx context.Context, q queryer) (state, error) {
	rows, err := q.QueryContext(ctx, d.tables)
	if err != nil {
		return state{}, err
	}
	st := state{empty: true}
	if err := each(rows, func() error {
		var name string
		if err := rows.Scan(&name); err != nil {
			return err
		}
		st.empty = false
		st.ours = st.ours || name == "migration"
		return nil
	}); err != nil || !st.ours {
		return st, err
	}
	rows, err = q.QueryContext(ctx, `SELECT COALESCE(MAX(number), 0) FROM migration WHERE program = 'onrecord'`)
	if err != nil {
		return st, err
	}
	return st, each(rows, func() error { return rows.Scan(&st.version) })
}

var (
	errNewer   = errors.New("written by a newer version")
	errForeign = errors.New("another program's database")
)

// current tells whether the schema is the program's own. A database of another
// program, or of a newer version of this one, is an error.
func (d dialect) current(st state) (bool, error) {
	all, err := d.migrations()
	switch {
	case err != nil:
		return false, err
	case !st.empty && !st.ours:
		return false, errForeign
	case st.version > len(all):
		return false, errNewer
	}
	return st.version == len(all), nil
}

// migrate brings the schema up to date, whole or not at all. Another process
// may be doing the same at the same time.
func (d dialect) migrate(ctx context.Context, db *sql.DB) error {
	tx, err := db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	if d.lock != "" {
		if _, err := tx.ExecContext(ctx, d.lock); err != nil {
			return err
		}
	}
	st, err := d.look(ctx, tx)
	if err != nil {
		return err
	}
	if done, err := d.current(st); done || err != nil {
		return err
	}
	if !st.ours {
		if _, err := tx.ExecContext(ctx, `CREATE TABLE migration (program TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (program, number))`); err != nil {
			return err
		}
	}
	all, err := d.migrations()
	if err != nil {
		return err
	}
	for _, m := range all[st.version:] {
		if _, err := tx.ExecContext(ctx, m.text); err != nil {
			return fmt.Errorf("migration %s: %w", m.name, err)
		}
		if _, err := tx.ExecContext(ctx, d.rebind(`INSERT INTO migration (program, number, name) VALUES ('onrecord', ?, ?)`), m.number, m.name); err != nil {
			return err
		}
	}
	return tx.Commit()
}
