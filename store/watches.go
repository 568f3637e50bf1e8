package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"onrecord/news"
)

// AddWatch keeps a watch; one that is there already is left as it is.
func (s *Store) AddWatch(ctx context.Context, w news.Watch) error {
	if err := checkLibrary(w.Library); err != nil {
		return err
	}
	if w.Speaker == "" || len(w.Speaker) > maxName || !clean(w.Speaker) {
		return sentence("Whom to watch is a name of valid UTF-8 text.", nil)
	}
	_, err := s.affect(ctx, `INSERT INTO watch (library, id, speaker, channel, person, since, due, owner, lease) VALUES (?, ?, ?, ?, ?, ?, ?, '', 0) ON CONFLICT (library, id) DO NOTHING`,
		w.Library, w.ID, w.Speaker, w.Channel, w.Person, w.Since.UnixMilli(), w.Due.UnixMilli())
	return s.failed("watch "+w.Speaker, err)
}

// RemoveWatch ends a watch, or fails with news.ErrNotFound.
func (s *Store) RemoveWatch(ctx context.Context, library, id string) error {
	gone := fmt.Errorf("watch %q: %w", id, news.ErrNotFound)
	if !named(library, id) {
		return gone
	}
	removed, err := s.affect(ctx, `DELETE FROM watch WHERE library = ? AND id = ?`, library, id)
	if err == nil && !removed {
		return gone
	}
	return s.failed("end watch "+id, err)
}

const watchColumns = `library, id, speaker, channel, person, since, due`

func scanWatch(rows *sql.Rows) (w news.Watch, err error) {
	var since, due int64
	err = rows.Scan(&w.Library, &w.ID, &w.Speaker, &w.Channel, &w.Person, &since, &due)
	w.Since, w.Due = clockTime(since), clockTime(due)
	return w, err
}

// Watches lists a library's watches, by speaker.
func (s *Store) Watches(ctx context.Context, library string) ([]news.Watch, error) {
	var out []news.Watch
	if !named(library) {
		return nil, nil
	}
	err := s.read(ctx, `SELECT `+watchColumns+` FROM watch WHERE library = ? ORDER BY speaker, id`, []any{library}, func(rows *sql.Rows) error {
		w, err := scanWatch(rows)
		out = append(out, w)
		return err
	})
	return out, s.failed("list watches", err)
}

// ClaimWatch takes a watch that is due and that no other process has in hand,
// until lease; nil when there is none.
func (s *Store) ClaimWatch(ctx context.Context, owner string, now, lease time.Time) (*news.Watch, error) {
	var found []news.Watch
	at := now.UnixMilli()
	if err := s.read(ctx, `SELECT `+watchColumns+` FROM watch WHERE due <= ? AND lease < ? ORDER BY due, library, id LIMIT 8`, []any{at, at}, func(rows *sql.Rows) error {
		w, err := scanWatch(rows)
		found = append(found, w)
		return err
	}); err != nil {
		return nil, s.failed("look for a watch that is due", err)
	}
	for i := range found {
		won, err := s.affect(ctx, `UPDATE watch SET owner = ?, lease = ? WHERE library = ? AND id = ? AND due <= ? AND lease < ?`,
			owner, lease.UnixMilli(), found[i].Library, found[i].ID, at, at)
		if err != nil {
			return nil, s.failed("take a watch", err)
		}
		if won {
			return &found[i], nil
		}
	}
	return nil, nil
}

// EndWatch notes what has been sent and when to look again, and lets the watch
// go, unless another process has it by now.
func (s *Store) EndWatch(ctx context.Context, w news.Watch, owner string) error {
	_, err := s.affect(ctx, `UPDATE watch SET since = ?, due = ?, owner = '', lease = 0 WHERE library = ? AND id = ? AND owner = ?`,
		w.Since.UnixMilli(), w.Due.UnixMilli(), w.Library, w.ID, owner)
	return s.failed("end watch "+w.ID, err)
}
