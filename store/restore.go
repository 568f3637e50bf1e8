package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
)

// Restore puts what a backup holds into the database, in one transaction: all
// or nothing, while others go on reading. The backup is checked against its own
// checksums first, and the database against the backup afterwards. A database
// that already holds articles is news.ErrBadInput, unless replace says that
// what it holds may go.
func (s *Store) Restore(ctx context.Context, path string, replace bool) ([]Saved, error) {
	if err := checkPath(path); err != nil {
		return nil, err
	}
	work, err := os.MkdirTemp("", "onrecord-restore-")
	if err != nil {
		return nil, fmt.Errorf("restore a backup: %w", err)
	}
	defer os.RemoveAll(work)
	from, err := openBackup(ctx, path, filepath.Join(work, "backup.db"))
	if err != nil {
		return nil, err
	}
	defer from.Close()
	saved, err := s.restore(ctx, from, replace)
	return saved, s.failed("restore the backup", err)
}

// openBackup copies a backup, checks the copy against its checksums and brings
// its schema up to date: the backup itself is only read.
func openBackup(ctx context.Context, path, copied string) (*Store, error) {
	if err := copyFile(copied, path); err != nil {
		return nil, sentence("The backup "+path+" can't be read; is that its name?", err)
	}
	asWritten, err := connectFile(copied, "ro", busyTimeout)
	if err != nil {
		return nil, err
	}
	err = asWritten.checkBackup(ctx)
	if err = errors.Join(err, asWritten.Close()); err != nil {
		return nil, sentence("The file "+path+" is no backup, or was damaged or changed after it was made; nothing was restored.", err)
	}
	s, err := openFile(ctx, copied, "rwc", busyTimeout)
	if errors.Is(err, errNewer) {
		return nil, sentence("The backup "+path+" was made by a newer version of onrecord; nothing was restored. Update onrecord.", err)
	}
	return s, err
}

func copyFile(to, from string) (err error) {
	in, err := os.Open(from)
	if err != nil {
		return err
	}
	defer in.Close()
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, out.Close()) }()
	_, err = io.Copy(out, in)
	return err
}

func (s *Store) restore(ctx context.Context, from *Store, replace bool) ([]Saved, error) {
	tables, err := from.tables(ctx)
	if err != nil {
		return nil, err
	}
	source, err := from.snapshot(ctx)
	if err != nil {
		return nil, err
	}
	defer source.Rollback()
	tx, end, err := s.begin(ctx)
	if err != nil {
		return nil, err
	}
	defer end()
	articles, raise := 0, int64(0)
	if err := tx.QueryRowContext(ctx, `SELECT (SELECT COUNT(*) FROM article), (SELECT COALESCE(MAX(id), 0) FROM library)`).Scan(&articles, &raise); err != nil {
		return nil, err
	}
	if articles > 0 && !replace {
		return nil, sentence("The database already holds articles. Restore into a new one (--db), or let go of all that it holds (--replace).", nil)
	}
	for _, t := range slices.Backward(tables) {
		if _, err := tx.ExecContext(ctx, `DELETE FROM `+t.name); err != nil {
			return nil, fmt.Errorf("empty table %s: %w", t.name, err)
		}
	}
	// Numbers of libraries, and so keys of articles, are never used twice: what
	// other processes remember of the articles that go must not be mistaken for
	// those that come.
	var saved []Saved
	for _, t := range tables {
		written, err := s.d.fill(ctx, tx, t, source, raise)
		if err != nil {
			return nil, fmt.Errorf("restore table %s: %w", t.name, err)
		}
		found, err := t.sum(ctx, tx, -raise)
		if err != nil {
			return nil, err
		}
		if *found != *written {
			return nil, fmt.Errorf("table %s reads otherwise than it was written; nothing was restored", t.name)
		}
		saved = append(saved, Saved{t.name, written.rows, written.String()})
	}
	if err := s.d.goOn(ctx, tx); err != nil {
		return nil, err
	}
	return saved, tx.Commit()
}

// checkBackup compares the tables of a backup, as it was written, with the
// checksums that it carries.
func (s *Store) checkBackup(ctx context.Context) error {
	want := map[string]Saved{}
	if err := s.read(ctx, `SELECT name, rows, sum FROM backup`, nil, func(rows *sql.Rows) error {
		var w Saved
		err := rows.Scan(&w.Table, &w.Rows, &w.Sum)
		want[w.Table] = w
		return err
	}); err != nil {
		return err
	}
	tables, err := s.tables(ctx)
	if err != nil {
		return err
	}
	tx, err := s.snapshot(ctx)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	for _, t := range tables {
		sum, err := t.sum(ctx, tx, 0)
		if err != nil {
			return err
		}
		if got := (Saved{t.name, sum.rows, sum.String()}); got != want[t.name] {
			return fmt.Errorf("table %s is not as it was saved", t.name)
		}
	}
	if len(tables) != len(want) {
		return errors.New("a table is missing")
	}
	return nil
}

// sum sums a table up as it reads with the libraries' numbers raised.
func (t table) sum(ctx context.Context, tx *sql.Tx, raise int64) (*rowSum, error) {
	sum := &rowSum{}
	err := t.rows(ctx, tx, func(values []any) error { return sum.add(t.moved(values, raise)) })
	return sum, err
}
