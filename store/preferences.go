package store

import (
	"context"
	"database/sql"
	"strings"
)

// maxPreference bounds a preference's name and value, in bytes.
const maxPreference = 1000

// Preferences returns what a place has chosen of the things named; what it has
// not chosen is not in the map. A place is named like its library and needs none.
func (s *Store) Preferences(ctx context.Context, place string, names ...string) (map[string]string, error) {
	chosen := map[string]string{}
	if len(names) == 0 || !named(place) {
		return chosen, nil
	}
	args := []any{place}
	for _, n := range names {
		if clean(n) {
			args = append(args, n)
		}
	}
	query := `SELECT name, value FROM preference WHERE place = ? AND name IN (` + strings.TrimSuffix(strings.Repeat("?, ", len(args)-1), ", ") + `)`
	err := s.read(ctx, query, args, func(rows *sql.Rows) error {
		var name, value string
		err := rows.Scan(&name, &value)
		chosen[name] = value
		return err
	})
	return chosen, s.failed("read what "+place+" has chosen", err)
}

// SetPreference keeps what a place has chosen; "" goes back to the usual.
func (s *Store) SetPreference(ctx context.Context, place, name, value string) error {
	if err := checkLibrary(place); err != nil {
		return err
	}
	if name == "" || len(name) > maxPreference || len(value) > maxPreference || !clean(name) || !clean(value) {
		return sentence("A setting must be valid UTF-8 text of at most 1000 bytes.", nil)
	}
	err := s.write(ctx, func(tx *sql.Tx) error {
		if value == "" {
			_, err := tx.ExecContext(ctx, s.d.rebind(`DELETE FROM preference WHERE place = ? AND name = ?`), place, name)
			return err
		}
		_, err := tx.ExecContext(ctx, s.d.rebind(`INSERT INTO preference (place, name, value) VALUES (?, ?, ?)
			ON CONFLICT (place, name) DO UPDATE SET value = excluded.value`), place, name, value)
		return err
	})
	return s.failed("keep what "+place+" has chosen", err)
}

// Holds tells whether a library has an article.
func (s *Store) Holds(ctx context.Context, library string) (holds bool, err error) {
	if !named(library) {
		return false, nil
	}
	err = s.read(ctx, `SELECT 1 FROM library l JOIN article a ON a.library = l.id WHERE l.name = ? AND a.newest = 1 LIMIT 1`, []any{library}, func(*sql.Rows) error {
		holds = true
		return nil
	})
	return holds, s.failed("look into library "+library, err)
}
