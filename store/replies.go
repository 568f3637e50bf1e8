package store

import (
	"context"
	"database/sql"
	"time"
)

// maxReply bounds a model's reply, in bytes.
const maxReply = 64 << 10

// Reply returns what a model replied to a prompt of a place, "" when that is not
// kept.
func (s *Store) Reply(ctx context.Context, place, key string) (string, error) {
	if !named(place, key) {
		return "", nil
	}
	var words string
	err := s.read(ctx, `SELECT words FROM reply WHERE place = ? AND key = ?`, []any{place, key}, func(rows *sql.Rows) error {
		return rows.Scan(&words)
	})
	return words, s.failed("read a reply of the model", err)
}

// KeepReply keeps what a model replied to a prompt, for a month. In a database
// that can only be read it does nothing.
func (s *Store) KeepReply(ctx context.Context, place, key, words string) error {
	if s.readOnly {
		return nil
	}
	if !named(place, key, words) || len(place) > maxLibrary || len(key) > maxName || len(words) > maxReply {
		return sentence("A reply to keep must be valid UTF-8 text of bounded length.", nil)
	}
	day := time.Now().UTC().Format(time.DateOnly)
	err := s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, s.d.rebind(`INSERT INTO reply (place, key, day, words) VALUES (?, ?, ?, ?)
			ON CONFLICT (place, key) DO UPDATE SET day = excluded.day, words = excluded.words`), place, key, day, words)
		return err
	})
	return s.failed("keep a reply of the model", err)
}
