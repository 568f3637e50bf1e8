package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"time"

	"modernc.org/sqlite"
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
	oneHand: true,
	join:    `CAST(posting.data || excluded.data AS BLOB)`,
	again:   func(error) bool { return false },
	explain: explainSQLite,
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
		db.SetMaxOpenConns(8)
		db.SetMaxIdleConns(8)
	}
	if err := s.prepareFile(ctx, mode); err != nil {
		db.Close()
		return nil, s.failed("open database "+path, err)
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
	if _, err := s.db.ExecContext(ctx, `PRAGMA journal_mode = WAL`); err != nil {
		return err
	}
	return s.d.migrate(ctx, s.db)
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

// dsn spells the settings that every connection of the pool must have. FULL
// makes an acknowledged article outlive a power cut, not only a crash.
func dsn(path, mode string, busy time.Duration) string {
	settings := fmt.Sprintf("_pragma=busy_timeout(%d)&_pragma=foreign_keys(1)&_pragma=synchronous(FULL)&_pragma=cache_size(-8000)&_txlock=immediate", busy.Milliseconds())
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

// checkPath says in a sentence what is wrong with a path, and makes the folder
// that a new database goes into.
func checkPath(path string) error {
	if path == "" {
		return sentence("The path of the database is empty; name a file, or :memory: for a library that is forgotten.", nil)
	}
	if strings.ContainsRune(path, 0) {
		return sentence("The path of the database holds a character that no path can have.", nil)
	}
	info, err := os.Stat(path)
	switch {
	case err == nil && info.IsDir():
		return sentence(fmt.Sprintf("%s is a folder; name a file in it, such as %s.", path, filepath.Join(path, "onrecord.db")), nil)
	case err == nil && !info.Mode().IsRegular():
		return sentence(fmt.Sprintf("%s is not an ordinary file and can't hold the database; name another.", path), nil)
	case err == nil:
		return checkHeader(path, info.Size())
	case !errors.Is(err, os.ErrNotExist):
		return sentence(fmt.Sprintf("The database %s can't be reached: %v.", path, cause(err)), err)
	}
	folder := filepath.Dir(path)
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return sentence(fmt.Sprintf("The folder %s for the database can't be made: %v; name another with --db or ONRECORD_DB.", folder, cause(err)), err)
	}
	return nil
}

// checkHeader keeps SQLite from taking a file of a few bytes for an empty
// database and writing over it.
func checkHeader(path string, size int64) error {
	const magic = "SQLite format 3\x00"
	if size == 0 {
		return nil
	}
	f, err := os.Open(path)
	if err != nil {
		return sentence(fmt.Sprintf("The database %s can't be read: %v.", path, cause(err)), err)
	}
	defer f.Close()
	head := make([]byte, len(magic))
	if n, _ := io.ReadFull(f, head); string(head[:n]) != magic {
		return sentence(fmt.Sprintf("%s is not a database of onrecord; nothing in it was changed. Name another file.", path), nil)
	}
	return nil
}

// cause is an error of the file system without the path, which the sentence has.
func cause(err error) error {
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err
	}
	return err
}

// code is SQLite's own number for an error, 0 for other errors.
func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return 0
}

func cantWrite(err error) bool {
	c := code(err)
	return c == lib.SQLITE_CANTOPEN || c == lib.SQLITE_READONLY
}

func explainSQLite(path string, err error) string {
	switch {
	case errors.Is(err, errNewer):
		return fmt.Sprintf("The database %s was written by a newer version of onrecord; nothing in it was changed. Update onrecord, or name another database.", path)
	case errors.Is(err, errForeign):
		return fmt.Sprintf("%s is a database of another program; nothing in it was changed. Name another file.", path)
	case errors.Is(err, errOldReadOnly):
		return fmt.Sprintf("The database %s was made by an older version of onrecord, or is empty, and can't be brought up to date because it can only be read; make it writable once.", path)
	}
	switch code(err) {
	case lib.SQLITE_BUSY, lib.SQLITE_LOCKED:
		return fmt.Sprintf("The database %s is being written by another program and did not become free; nothing was changed. Try again when that has ended.", path)
	case lib.SQLITE_NOTADB:
		return fmt.Sprintf("%s is not a database of onrecord; nothing in it was changed. Name another file.", path)
	case lib.SQLITE_CORRUPT:
		return fmt.Sprintf("The database %s is damaged; restore it from a copy, or name another file and add the articles again.", path)
	case lib.SQLITE_FULL:
		return fmt.Sprintf("The disk that holds the database %s is full; nothing was changed. Make room and try again.", path)
	case lib.SQLITE_READONLY:
		return fmt.Sprintf("The database %s can only be read; nothing was changed. Make the file and its folder writable, or name another database.", path)
	case lib.SQLITE_CANTOPEN:
		return fmt.Sprintf("The database %s can't be opened or made; check that you may write to it and its folder, or name another with --db or ONRECORD_DB.", path)
	case lib.SQLITE_IOERR:
		return fmt.Sprintf("The disk that holds the database %s fails to read or write (%v); nothing was changed.", path, err)
	}
	return ""
}
