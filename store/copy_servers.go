package store

import (
	"context"
	"database/sql"
	"strings"
)

// What is copied of servers and people beside their libraries. Claims are not:
// they mean something for minutes.
var serverTables = []struct{ name, columns string }{
	{"preference", "place, name, value"},
	{"vote", "answer, person, place, at, helpful, outcome, question, spans, reason"},
	{"question", "id, person, place, at, outcome, words"},
}

// copyServers copies what servers chose and people said. What is there already
// is left alone.
func copyServers(ctx context.Context, from, to *Store) error {
	for _, t := range serverTables {
		n := strings.Count(t.columns, ",") + 1
		insert := to.d.rebind(`INSERT INTO ` + t.name + ` (` + t.columns + `) VALUES (` + strings.TrimSuffix(strings.Repeat("?, ", n), ", ") + `) ON CONFLICT DO NOTHING`)
		if err := to.write(ctx, func(tx *sql.Tx) error {
			return from.read(ctx, `SELECT `+t.columns+` FROM `+t.name, nil, func(rows *sql.Rows) error {
				values, into := make([]any, n), make([]any, n)
				for i := range values {
					into[i] = &values[i]
				}
				if err := rows.Scan(into...); err != nil {
					return err
				}
				_, err := tx.ExecContext(ctx, insert, values...)
				return err
			})
		}); err != nil {
			return to.failed("copy what servers chose and people said", err)
		}
	}
	return nil
}
