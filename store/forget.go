package store

import (
	"context"
	"database/sql"

	"onrecord/news"
)

// forgotten is the name that keeps the number of the last library deleted from
// being given out again: what is remembered of a library goes by its number.
const forgotten = "forgotten"

// What is kept under the number of a library, the keys of its articles, and its
// name.
var (
	byNumber = []string{"credit", "posting", "removed", "setting", "vector"}
	byKey    = []string{"pending", "body"}
	byName   = []string{"job", "shelf", "feed", "entry", "watch"}
)

// ForgetPerson deletes all that is kept of a person, at once: votes, questions,
// what is sent to them, what they spent on a model, and their own library with
// its settings. own is the name of that library. What they set up for a channel
// stays with its server, without their name.
func (s *Store) ForgetPerson(ctx context.Context, person, own string) (news.Forgotten, error) {
	var f news.Forgotten
	if person == "" || !named(person, own) {
		return f, nil
	}
	err := s.write(ctx, func(tx *sql.Tx) error {
		e := eraser{ctx: ctx, tx: tx, d: s.d}
		f.Votes = e.delete(`DELETE FROM vote WHERE person = ?`, person)
		f.Questions = e.delete(`DELETE FROM question WHERE person = ?`, person)
		f.Others = e.delete(`DELETE FROM preference WHERE place = ?`, own)
		f.Others += e.delete(`DELETE FROM watch WHERE person = ? AND channel = ''`, person)
		e.delete(`UPDATE watch SET person = '' WHERE person = ?`, person)
		e.delete(`DELETE FROM spending WHERE kind = ? AND id = ?`, string(news.UserAccount), person)
		e.delete(`DELETE FROM reply WHERE place = ?`, own)
		f.Others += e.delete(`DELETE FROM spending WHERE kind = ? AND id = ?`, string(news.UserAccount), person)
		f.Others += e.delete(`DELETE FROM reply WHERE place = ?`, own)
		for _, table := range byName {
			f.Others += e.delete(`DELETE FROM `+table+` WHERE library = ?`, own)
		}
		f.Articles = e.library(own)
		return e.err
	})
	s.wrote(own)
	return f, s.failed("forget somebody", err)
}

// eraser deletes, and keeps the first error.
type eraser struct {
	ctx context.Context
	tx  *sql.Tx
	d   dialect
	err error
}

// delete runs a statement and tells how many rows it changed.
func (e *eraser) delete(query string, args ...any) int {
	if e.err != nil {
		return 0
	}
	result, err := e.tx.ExecContext(e.ctx, e.d.rebind(query), args...)
	if err != nil {
		e.err = err
		return 0
	}
	n, err := result.RowsAffected()
	e.err = err
	return int(n)
}

// number reads one number, 0 when there is none.
func (e *eraser) number(query string, args ...any) (n int64) {
	if e.err != nil {
		return 0
	}
	rows, err := e.tx.QueryContext(e.ctx, e.d.rebind(query), args...)
	if err != nil {
		e.err = err
		return 0
	}
	e.err = each(rows, func() error { return rows.Scan(&n) })
	return n
}

// library deletes a library and tells how many articles it had. Holding its row
// first makes whoever else writes it wait.
func (e *eraser) library(name string) (articles int) {
	id := e.number(`UPDATE library SET version = version + 1 WHERE name = ? RETURNING id`, name)
	if id == 0 || e.err != nil {
		return 0
	}
	articles = int(e.number(`SELECT COUNT(*) FROM article WHERE library = ? AND newest = 1`, id))
	for _, table := range byNumber {
		e.delete(`DELETE FROM `+table+` WHERE library = ?`, id)
	}
	for _, table := range byKey {
		e.delete(`DELETE FROM `+table+` WHERE key IN (SELECT key FROM article WHERE library = ?)`, id)
	}
	e.delete(`DELETE FROM article WHERE library = ?`, id)
	if e.number(`SELECT COALESCE(MAX(id), 0) FROM library`) > id {
		e.delete(`DELETE FROM library WHERE id = ?`, id)
		return articles
	}
	e.delete(`DELETE FROM library WHERE name = ?`, forgotten)
	e.delete(`UPDATE library SET name = ?, docs = 0, length = 0 WHERE id = ?`, forgotten, id)
	return articles
}
