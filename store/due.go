package store

import (
	"context"
	"database/sql"
	"time"
)

// OldestDue is since when the oldest of the jobs that are due waits, zero where
// none is.
func (s *Store) OldestDue(ctx context.Context, now time.Time) (since time.Time, err error) {
	err = s.read(ctx, `SELECT due FROM job WHERE state = 'waiting' AND due <= ? ORDER BY due LIMIT 1`, []any{now.UnixMilli()}, func(rows *sql.Rows) error {
		var due int64
		err := rows.Scan(&due)
		since = clockTime(due)
		return err
	})
	return since, s.failed("look for the oldest job", err)
}

// FeedStates counts the addresses of feeds that are followed: those that could be
// read when they were last asked, and those that could not.
func (s *Store) FeedStates(ctx context.Context) (well, failing int, err error) {
	err = s.read(ctx, `SELECT (SELECT COUNT(*) FROM source), (SELECT COUNT(*) FROM source WHERE failures > 0)`, nil, func(rows *sql.Rows) error {
		return rows.Scan(&well, &failing)
	})
	return well - failing, failing, s.failed("count feeds", err)
}
