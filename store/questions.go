package store

import (
	"context"
	"database/sql"
	"time"

	"onrecord/news"
)

// KeepQuestion keeps a question; the same event is kept once.
func (s *Store) KeepQuestion(ctx context.Context, q news.KeptQuestion) error {
	for _, text := range []string{q.ID, q.Person, q.Place, q.Outcome} {
		if !clean(text) || len(text) > maxLibrary {
			return sentence("A question to be kept needs names of valid UTF-8 text.", nil)
		}
	}
	if q.ID == "" || !clean(q.Words) || len(q.Words) > maxText {
		return sentence("A question to be kept must be valid UTF-8 text.", nil)
	}
	err := s.write(ctx, func(tx *sql.Tx) error {
		_, err := tx.ExecContext(ctx, s.d.rebind(`INSERT INTO question (id, person, place, at, outcome, words) VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`),
			q.ID, q.Person, q.Place, q.At.Unix(), q.Outcome, q.Words)
		return err
	})
	return s.failed("keep a question", err)
}

// Questions calls f with every question of a place ("" for all) that is kept,
// the oldest first. f must not use the store.
func (s *Store) Questions(ctx context.Context, place string, f func(news.KeptQuestion) error) error {
	query, args := `SELECT id, person, place, at, outcome, words FROM question`, []any(nil)
	if place != "" {
		query, args = query+` WHERE place = ?`, []any{place}
	}
	err := s.read(ctx, query+` ORDER BY at, id`, args, func(rows *sql.Rows) error {
		var q news.KeptQuestion
		var at int64
		if err := rows.Scan(&q.ID, &q.Person, &q.Place, &at, &q.Outcome, &q.Words); err != nil {
			return err
		}
		q.At = time.Unix(at, 0).UTC()
		return f(q)
	})
	return s.failed("read questions", err)
}

// ForgetQuestions deletes the questions that a place has kept.
func (s *Store) ForgetQuestions(ctx context.Context, place string) error {
	_, err := s.affect(ctx, `DELETE FROM question WHERE place = ?`, place)
	return s.failed("forget questions", err)
}

// Purge deletes the questions asked, and the claims made, before those times.
func (s *Store) Purge(ctx context.Context, questions, claims time.Time) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		if _, err := tx.ExecContext(ctx, s.d.rebind(`DELETE FROM question WHERE at < ?`), questions.Unix()); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, s.d.rebind(`DELETE FROM claim WHERE at < ?`), claims.Unix())
		return err
	})
	return s.failed("purge what is old", err)
}
