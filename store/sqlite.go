package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"strings"
	"time"

	lib "modernc.org/sqlite/lib"
)

// memory names a private database that ends with the store.
const memory = ":memory:"

// busyTimeout is how long a writer waits for another process's writing to end.
const busyTimeout = 5 * time.Second

var sqliteDialect = dialect{
	schema:  "sqlite",
	rebind:  func(query string) string { return query },
	tables:  `SELECT name FROM sqlite_schema WHERE type = 'table'`,
	writers: 1,
	join:    `CAST(posting.data || excluded.data AS BLOB)`,
	again:   func(error) bool { return false },
	explain: explainSQLite,
	listed:  `json_each(?)`,
	among:   `IN (SELECT value FROM json_each(?))`,
	clock:   `CAST(unixepoch('subsec') * 1000 AS INTEGER)`,
	goOn:    func(context.Context, *sql.Tx) error { return nil },
}

// openSQLite opens the file at path. A file that can only be read is opened so.
func openSQLite(ctx context.Context, path string, busy time.Duration) (*Store, error) {
	if path == memory {
		return openFile(ctx, path, "", busy)
	}
	if err := checkPath(path); err != nil {
		return nil, err
	}
	s, err := openFile(ctx, path, "rwc", busy)
	if !cantWrite(err) {
		return s, err
	}
	// A file in write-ahead mode needs a second file beside it even to be read.
	// Where none can be made nobody is writing either, and it is safe to say so.
	if s, err := openFile(ctx, path, "ro", busy); err == nil {
		return s, nil
	}
	s, readErr := openFile(ctx, path, "ro&immutable=1", busy)
	if readErr != nil {
		return nil, err
	}
	return s, nil
}

func openFile(ctx context.Context, path, mode string, busy time.Duration) (*Store, error) {
	s, err := connectFile(path, mode, busy)
	if err != nil {
		return nil, err
	}
	if err := s.prepareFile(ctx, mode); err != nil {
		s.db.Close()
		return nil, s.failed("open database "+path, err)
	}
	return s, nil
}

// connectFile prepares connections to a file, whatever is in it.
func connectFile(path, mode string, busy time.Duration) (*Store, error) {
	s := newStore(sqliteDialect, path)
	db, err := sql.Open("sqlite", dsn(path, mode, busy))
	if err != nil {
		return nil, err
	}
	s.db = db
	if path == memory { // each further connection would be a database of its own
		db.SetMaxOpenConns(1)
		db.SetConnMaxLifetime(0)
	} else {
		db.SetMaxOpenConns(connections)
		db.SetMaxIdleConns(connections)
		s.disconnect = func() { // each connection keeps pages in memory, see dsn
			db.SetMaxIdleConns(0)
			db.SetMaxIdleConns(connections)
		}
		s.claims.open = func() (*sql.DB, error) { return sql.Open("sqlite", hasty(dsn(path, mode, busy))) }
	}
	return s, nil
}

// prepareFile finds out what the file is before anything in it is touched, and
// brings it up to date where that is needed and possible.
func (s *Store) prepareFile(ctx context.Context, mode string) error {
	st, err := s.d.look(ctx, s.db)
	if err != nil {
		return err
	}
	done, err := s.d.current(st)
	if err != nil {
		return err
	}
	s.readOnly = mode != "rwc" && mode != "" || s.fileReadOnly(ctx)
	switch {
	case done:
		return nil
	case s.readOnly:
		return errOldReadOnly
	}
	// Write-ahead logging lasts in the file: questions and writing don't wait
	// for each other. The other settings belong to a connection, see dsn.
	if err := logAhead(ctx, s.db); err != nil {
		return err
	}
	return s.d.migrate(ctx, s.db)
}

// logAhead switches write-ahead logging on. Where several open a new file at once,
// SQLite refuses this to all but one without waiting, so it is tried for a while.
func logAhead(ctx context.Context, db *sql.DB) error {
	for end := time.Now().Add(busyTimeout); ; {
		_, err := db.ExecContext(ctx, `PRAGMA journal_mode = WAL`)
		if err == nil || code(err) != lib.SQLITE_BUSY && code(err) != lib.SQLITE_LOCKED || time.Now().After(end) {
			return err
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(10 * time.Millisecond):
		}
	}
}

var errOldReadOnly = errors.New("an older schema that can't be brought up to date")

func (s *Store) fileReadOnly(ctx context.Context) bool {
	conn, err := s.db.Conn(ctx)
	if err != nil {
		return false
	}
	defer conn.Close()
	readOnly := false
	_ = conn.Raw(func(c any) error {
		if c, ok := c.(interface{ IsReadOnly(string) (bool, error) }); ok {
			readOnly, _ = c.IsReadOnly("main")
		}
		return nil
	})
	return readOnly
}

// hasty is a dsn whose commits don't wait for the disk.
func hasty(dsn string) string {
	return strings.Replace(dsn, "synchronous(FULL)", "synchronous(NORMAL)", 1)
}

// dsn spells the settings that every connection of the pool must have. FULL
// makes an acknowledged article outlive a power cut, not only a crash.
func dsn(path, mode string, busy time.Duration) string {
	settings := fmt.Sprintf("_pragma=busy_timeout(%d)&_pragma=foreign_keys(1)&_pragma=synchronous(FULL)&_pragma=cache_size(-4000)&_txlock=immediate", busy.Milliseconds())
	if path == memory {
		return memory + "?" + settings
	}
	full, err := filepath.Abs(path)
	if err != nil {
		full = path
	}
	full = filepath.ToSlash(full)
	if !strings.HasPrefix(full, "/") { // a drive letter
		full = "/" + full
	}
	return "file://" + (&url.URL{Path: full}).EscapedPath() + "?mode=" + mode + "&" + settings
}
