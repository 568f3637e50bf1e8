package store

import (
	"context"
	"database/sql"
	"strings"
)

// followed are the tables of what libraries follow and when their articles came,
// with their columns, the library's name first. Jobs are not among them: they
// are work of the processes at the database that they are in.
var followed = []struct{ table, columns string }{
	{"shelf", "library, article, version, came, feed, etag, modified, pinned"},
	{"feed", "library, id, address, title, channel, word, speaker, added"},
	{"entry", "library, feed, id, seen"},
	{"watch", "library, id, speaker, channel, person, since, due"},
}

// copyFollowed copies what all libraries follow, those without an article too;
// what is there already stays.
func copyFollowed(ctx context.Context, from, to *Store) error {
	return to.write(ctx, func(tx *sql.Tx) error {
		for _, f := range followed {
			columns, rest := f.columns, ""
			if f.table == "watch" { // nobody has it in hand yet
				columns, rest = columns+", owner, lease", ", '', 0"
			}
			n := len(strings.Split(f.columns, ","))
			insert := to.d.rebind(`INSERT INTO ` + f.table + ` (` + columns + `) VALUES (?` + strings.Repeat(", ?", n-1) + rest + `) ON CONFLICT DO NOTHING`)
			var rows [][]any
			if err := from.read(ctx, `SELECT `+f.columns+` FROM `+f.table, nil, func(r *sql.Rows) error {
				values, into := make([]any, n), make([]any, n)
				for i := range values {
					into[i] = &values[i]
				}
				rows = append(rows, values)
				return r.Scan(into...)
			}); err != nil {
				return err
			}
			for _, values := range rows {
				if _, err := tx.ExecContext(ctx, insert, values...); err != nil {
					return err
				}
			}
		}
		_, err := tx.ExecContext(ctx, to.d.rebind(`INSERT INTO source (address, etag, modified, due, polled, quiet, failures, problem, owner, lease)
			SELECT DISTINCT address, '', '', 0, 0, 0, 0, '', '', 0 FROM feed WHERE true ON CONFLICT DO NOTHING`))
		return err
	})
}
