package store

import (
	"context"
	"database/sql"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"time"
)

// Saved tells what a backup holds of one table.
type Saved struct {
	Table string
	Rows  int64
	Sum   string // over all rows, whatever their order; in hexadecimal
}

// Backup writes everything the database holds, as it was at one moment, into a
// new file, while others go on reading and writing. The file is a SQLite
// database that [Open] opens, with a checksum of each of its tables; it appears
// under its name only when it is whole. A file that is there is not replaced.
func (s *Store) Backup(ctx context.Context, path string) ([]Saved, error) {
	// A folder is not made: a misspelt one, or a disk that is not mounted, would
	// be noticed when the backup is needed.
	if folder := filepath.Dir(path); path != "" {
		if _, err := os.Stat(folder); errors.Is(err, fs.ErrNotExist) {
			return nil, sentence(fmt.Sprintf("There is no folder %s for the backup; make it first, or name another.", folder), err)
		}
	}
	if err := checkPath(path); err != nil {
		return nil, err
	}
	if _, err := os.Lstat(path); !errors.Is(err, fs.ErrNotExist) {
		return nil, sentence("There is something at "+path+" already; name a new file for the backup.", err)
	}
	part := path + ".part"
	if err := removeDatabase(part); err != nil {
		return nil, fmt.Errorf("make room for the backup: %w", err)
	}
	if err := forOwner(part); err != nil {
		return nil, sentence(fmt.Sprintf("The backup %s can't be made: %v; name a file in a folder that you may write to.", path, cause(err)), err)
	}
	saved, err := s.backup(ctx, part)
	if err == nil {
		err = os.Rename(part, path)
	}
	if err != nil {
		return nil, errors.Join(s.failed("back up the database", err), removeDatabase(part))
	}
	return saved, nil
}

func (s *Store) backup(ctx context.Context, path string) (saved []Saved, err error) {
	to, err := openFile(ctx, path, "rwc", busyTimeout)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, to.Close()) }()
	tables, err := to.tables(ctx)
	if err != nil {
		return nil, err
	}
	from, err := s.snapshot(ctx)
	if err != nil {
		return nil, err
	}
	defer from.Rollback()
	tx, err := to.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, err
	}
	defer tx.Rollback()
	if _, err := tx.ExecContext(ctx, `CREATE TABLE backup (name TEXT PRIMARY KEY, rows INTEGER NOT NULL, sum TEXT NOT NULL, made INTEGER NOT NULL)`); err != nil {
		return nil, err
	}
	for _, t := range tables {
		sum, err := to.d.fill(ctx, tx, t, from, 0)
		if err != nil {
			return nil, fmt.Errorf("copy table %s: %w", t.name, err)
		}
		if _, err := tx.ExecContext(ctx, `INSERT INTO backup VALUES (?, ?, ?, ?)`, t.name, sum.rows, sum.String(), time.Now().Unix()); err != nil {
			return nil, err
		}
		saved = append(saved, Saved{t.name, sum.rows, sum.String()})
	}
	if err := tx.Commit(); err != nil {
		return nil, err
	}
	// One file is easier to carry than a file and its log.
	_, err = to.db.ExecContext(ctx, `PRAGMA journal_mode = DELETE`)
	return saved, err
}

// snapshot begins a transaction that sees the database as it is now, and keeps
// nobody from writing.
func (s *Store) snapshot(ctx context.Context) (*sql.Tx, error) {
	tx, err := s.db.BeginTx(ctx, &sql.TxOptions{ReadOnly: true, Isolation: s.d.steady})
	if err != nil {
		return nil, err
	}
	return tx, nil
}

// fill copies a table's rows from one database into another where the table is
// empty, with the libraries' numbers raised, and sums up what it read.
func (d dialect) fill(ctx context.Context, to *sql.Tx, t table, from *sql.Tx, raise int64) (*rowSum, error) {
	insert, err := to.PrepareContext(ctx, d.rebind(`INSERT INTO `+t.name+` (`+t.names()+`) `+d.given+` VALUES (?`+strings.Repeat(", ?", len(t.columns)-1)+`)`))
	if err != nil {
		return nil, err
	}
	defer insert.Close()
	sum := &rowSum{}
	err = t.rows(ctx, from, func(values []any) error {
		if err := sum.add(values); err != nil {
			return err
		}
		_, err := insert.ExecContext(ctx, t.moved(values, raise)...)
		return err
	})
	return sum, err
}

func (s *rowSum) String() string { return hex.EncodeToString(s.sum[:]) }

// forOwner makes an empty file that its owner alone may read: a backup holds what
// people asked, and the gateway's sessions.
func forOwner(path string) error {
	f, err := os.OpenFile(path, os.O_CREATE|os.O_EXCL|os.O_WRONLY, 0o600)
	if err != nil {
		return err
	}
	return f.Close()
}

// removeDatabase removes a SQLite file with what stands beside it.
func removeDatabase(path string) error {
	var all error
	for _, end := range []string{"", "-wal", "-shm", "-journal"} {
		if err := os.Remove(path + end); !errors.Is(err, fs.ErrNotExist) {
			all = errors.Join(all, err)
		}
	}
	return all
}
