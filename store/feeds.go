package store

import (
	"context"
	"database/sql"
	"fmt"
	"time"

	"onrecord/news"
)

// AddFeed lets a library follow a feed, due at once; one that it follows
// already gets the new channel and filters. entries are what the feed shows that
// is not to be taken any more.
func (s *Store) AddFeed(ctx context.Context, f news.Feed, entries []string, now time.Time) error {
	for _, text := range []string{f.Address, f.Title, f.Channel, f.Word, f.Speaker} {
		if len(text) > maxName || !clean(text) {
			return sentence(fmt.Sprintf("A feed's address, title and filters have at most %d bytes of valid UTF-8 text.", maxName), nil)
		}
	}
	if err := checkLibrary(f.Library); err != nil {
		return err
	}
	err := s.write(ctx, func(tx *sql.Tx) error {
		for _, st := range []struct {
			query string
			args  []any
		}{
			{`INSERT INTO feed (library, id, address, title, channel, word, speaker, added) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
				ON CONFLICT (library, id) DO UPDATE SET title = excluded.title, channel = excluded.channel, word = excluded.word, speaker = excluded.speaker`,
				[]any{f.Library, f.ID, f.Address, f.Title, f.Channel, f.Word, f.Speaker, now.UnixMilli()}},
			// What was unchanged for others is new to who follows it from now on.
			{`INSERT INTO source (address, etag, modified, due, polled, quiet, failures, problem, owner, lease) VALUES (?, '', '', ?, 0, 0, 0, '', '', 0)
				ON CONFLICT (address) DO UPDATE SET etag = '', modified = '', due = excluded.due, failures = 0, quiet = 0`,
				[]any{f.Address, now.UnixMilli()}},
		} {
			if _, err := tx.ExecContext(ctx, s.d.rebind(st.query), st.args...); err != nil {
				return err
			}
		}
		return s.putEntries(ctx, tx, f.Library, f.ID, entries, now)
	})
	return s.failed("follow feed "+f.Address, err)
}

func (s *Store) putEntries(ctx context.Context, tx *sql.Tx, library, feed string, entries []string, now time.Time) error {
	for _, e := range entries {
		if _, err := tx.ExecContext(ctx, s.d.rebind(`INSERT INTO entry (library, feed, id, seen) VALUES (?, ?, ?, ?) ON CONFLICT (library, feed, id) DO UPDATE SET seen = excluded.seen`),
			library, feed, e, now.UnixMilli()); err != nil {
			return err
		}
	}
	return nil
}

// RemoveFeed ends a library's following of a feed, or fails with
// news.ErrNotFound. Its articles stay.
func (s *Store) RemoveFeed(ctx context.Context, library, id string) error {
	gone := fmt.Errorf("feed %q: %w", id, news.ErrNotFound)
	if !named(library, id) {
		return gone
	}
	err := s.write(ctx, func(tx *sql.Tx) error {
		result, err := tx.ExecContext(ctx, s.d.rebind(`DELETE FROM feed WHERE library = ? AND id = ?`), library, id)
		if err != nil {
			return err
		}
		if n, err := result.RowsAffected(); err != nil || n == 0 {
			return gone
		}
		if _, err := tx.ExecContext(ctx, s.d.rebind(`DELETE FROM entry WHERE library = ? AND feed = ?`), library, id); err != nil {
			return err
		}
		_, err = tx.ExecContext(ctx, `DELETE FROM source WHERE address NOT IN (SELECT address FROM feed)`)
		return err
	})
	return s.failed("remove feed "+id, err)
}

const feedColumns = `library, id, address, title, channel, word, speaker, added`

func (s *Store) feeds(ctx context.Context, rest string, args ...any) ([]news.Feed, error) {
	var out []news.Feed
	err := s.read(ctx, `SELECT `+feedColumns+` FROM feed WHERE `+rest+` ORDER BY library, added, id`, args, func(rows *sql.Rows) error {
		var f news.Feed
		var added int64
		err := rows.Scan(&f.Library, &f.ID, &f.Address, &f.Title, &f.Channel, &f.Word, &f.Speaker, &added)
		f.Added = clockTime(added)
		out = append(out, f)
		return err
	})
	return out, s.failed("list feeds", err)
}

// Feeds lists what a library follows, in the order in which it began.
func (s *Store) Feeds(ctx context.Context, library string) ([]news.Feed, error) {
	if !named(library) {
		return nil, nil
	}
	return s.feeds(ctx, `library = ?`, library)
}

// Followers lists who follows an address.
func (s *Store) Followers(ctx context.Context, address string) ([]news.Feed, error) {
	return s.feeds(ctx, `address = ?`, address)
}

// Feed returns one of a library's feeds, or news.ErrNotFound.
func (s *Store) Feed(ctx context.Context, library, id string) (news.Feed, error) {
	if named(library, id) {
		found, err := s.feeds(ctx, `library = ? AND id = ?`, library, id)
		if err != nil || len(found) > 0 {
			return append(found, news.Feed{})[0], err
		}
	}
	return news.Feed{}, fmt.Errorf("feed %q: %w", id, news.ErrNotFound)
}

// TakeEntries puts the jobs of a feed's new entries in the queue and notes all
// that the feed shows now, so that each is taken once; both or neither.
// forget drops what it has not shown since then.
func (s *Store) TakeEntries(ctx context.Context, f news.Feed, shown []string, jobs []news.Job, now, forget time.Time) error {
	err := s.write(ctx, func(tx *sql.Tx) error {
		for _, j := range jobs {
			if _, err := tx.ExecContext(ctx, s.d.rebind(insertJob+` ON CONFLICT (library, id) DO NOTHING`), jobValues(j, now)...); err != nil {
				return err
			}
		}
		if err := s.putEntries(ctx, tx, f.Library, f.ID, shown, now); err != nil {
			return err
		}
		_, err := tx.ExecContext(ctx, s.d.rebind(`DELETE FROM entry WHERE library = ? AND feed = ? AND seen < ?`), f.Library, f.ID, forget.UnixMilli())
		return err
	})
	return s.failed("take entries of feed "+f.Address, err)
}

// Taken lists which of these entries of a feed have been noted before.
func (s *Store) Taken(ctx context.Context, f news.Feed) (map[string]bool, error) {
	out := map[string]bool{}
	err := s.read(ctx, `SELECT id FROM entry WHERE library = ? AND feed = ?`, []any{f.Library, f.ID}, func(rows *sql.Rows) error {
		var id string
		err := rows.Scan(&id)
		out[id] = true
		return err
	})
	return out, s.failed("list entries of feed "+f.Address, err)
}
