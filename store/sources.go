package store

import (
	"context"
	"database/sql"
	"time"

	"onrecord/news"
)

const sourceColumns = `address, etag, modified, due, polled, quiet, failures, problem`

func scanSource(rows *sql.Rows) (f news.FeedSource, err error) {
	var due, polled int64
	err = rows.Scan(&f.Address, &f.ETag, &f.Modified, &due, &polled, &f.Quiet, &f.Failures, &f.Problem)
	f.Due, f.Polled = clockTime(due), clockTime(polled)
	return f, err
}

// Source tells how polling an address goes; ok is false where nobody follows it.
func (s *Store) Source(ctx context.Context, address string) (f news.FeedSource, ok bool, err error) {
	err = s.read(ctx, `SELECT `+sourceColumns+` FROM source WHERE address = ?`, []any{address}, func(rows *sql.Rows) (err error) {
		f, err = scanSource(rows)
		ok = true
		return err
	})
	return f, ok, s.failed("read source "+address, err)
}

// Sources lists all that is polled, what failed most often first.
func (s *Store) Sources(ctx context.Context) ([]news.FeedSource, error) {
	var out []news.FeedSource
	err := s.read(ctx, `SELECT `+sourceColumns+` FROM source ORDER BY failures DESC, address`, nil, func(rows *sql.Rows) error {
		f, err := scanSource(rows)
		out = append(out, f)
		return err
	})
	return out, s.failed("list sources", err)
}

// ClaimSource takes the address that has been due longest and that no other
// process polls, until lease; nil when there is none.
func (s *Store) ClaimSource(ctx context.Context, owner string, now, lease time.Time) (*news.FeedSource, error) {
	var found []news.FeedSource
	at := now.UnixMilli()
	if err := s.read(ctx, `SELECT `+sourceColumns+` FROM source WHERE due <= ? AND lease < ? ORDER BY due, address LIMIT 8`, []any{at, at}, func(rows *sql.Rows) error {
		f, err := scanSource(rows)
		found = append(found, f)
		return err
	}); err != nil {
		return nil, s.failed("look for a feed that is due", err)
	}
	for i := range found {
		won, err := s.affect(ctx, `UPDATE source SET owner = ?, lease = ? WHERE address = ? AND due <= ? AND lease < ?`,
			owner, lease.UnixMilli(), found[i].Address, at, at)
		if err != nil {
			return nil, s.failed("take a feed", err)
		}
		if won {
			return &found[i], nil
		}
	}
	return nil, nil
}

// EndPoll notes how a poll went and lets the address go, unless another process
// has it by now.
func (s *Store) EndPoll(ctx context.Context, f news.FeedSource, owner string) error {
	polled := int64(0)
	if !f.Polled.IsZero() {
		polled = f.Polled.UnixMilli()
	}
	problem := f.Problem
	if !clean(problem) {
		problem = "The feed can't be read."
	}
	_, err := s.affect(ctx, `UPDATE source SET etag = ?, modified = ?, due = ?, polled = ?, quiet = ?, failures = ?, problem = ?, owner = '', lease = 0 WHERE address = ? AND owner = ?`,
		header(f.ETag), header(f.Modified), f.Due.UnixMilli(), polled, f.Quiet, f.Failures, problem, f.Address, owner)
	return s.failed("end poll of "+f.Address, err)
}

// PollNow makes a library's feeds due; "" makes all.
func (s *Store) PollNow(ctx context.Context, library string, now time.Time) error {
	query, args := `UPDATE source SET due = ?`, []any{now.UnixMilli()}
	if library != "" {
		query, args = query+` WHERE address IN (SELECT address FROM feed WHERE library = ?)`, append(args, library)
	}
	_, err := s.affect(ctx, query, args...)
	return s.failed("make feeds due", err)
}
