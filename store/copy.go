package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
)

// Copy copies every library of from into to, with all versions, what was
// removed and all settings, and what servers chose and people said of answers.
// It verifies the libraries: afterwards the two have the same [Tally] of each.
// What is there already from an interrupted copy is left alone; anything else in
// those libraries of to is news.ErrBadInput, and nothing of it is changed.
func Copy(ctx context.Context, from, to *Store) ([]Tally, error) {
	return CopyTelling(ctx, from, to, func(string, int, int) {})
}

// CopyTelling is [Copy] that tells, from time to time, how many of a library's
// article versions are done.
func CopyTelling(ctx context.Context, from, to *Store, tell func(library string, done, total int)) ([]Tally, error) {
	if from == to {
		return nil, sentence("A database can't be copied to itself; name another.", nil)
	}
	names, err := from.Libraries(ctx)
	if err != nil {
		return nil, err
	}
	for _, name := range names {
		if err := copyLibrary(ctx, from, to, name, tell); err != nil {
			return nil, to.failed("copy library "+name, err)
		}
	}
	if err := copyServers(ctx, from, to); err != nil {
		return nil, err
	}
	if err := copyFollowed(ctx, from, to); err != nil {
		return nil, to.failed("copy what libraries follow", err)
	}
	var tallies []Tally
	for _, name := range names {
		want, err := from.Tally(ctx, name)
		if err != nil {
			return nil, err
		}
		got, err := to.Tally(ctx, name)
		if err != nil {
			return nil, err
		}
		if got != want {
			return nil, sentence(fmt.Sprintf("The copy of library %q differs: %v became %v. It was written meanwhile, or held something else before; copy again into an empty database.", name, want, got), nil)
		}
		tallies = append(tallies, want)
	}
	return tallies, nil
}

// Libraries lists the libraries that anything was ever put in, by name.
func (s *Store) Libraries(ctx context.Context) ([]string, error) {
	var names []string
	err := s.read(ctx, `SELECT name FROM library ORDER BY name`, nil, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		names = append(names, name)
		return err
	})
	return names, s.failed("list libraries", err)
}

func copyLibrary(ctx context.Context, from, to *Store, name string, tell func(library string, done, total int)) error {
	lib, ok, err := from.library(ctx, name)
	if err != nil || !ok {
		return err
	}
	total, err := from.left(ctx, bookmark{lib.id << 32, lib.id<<32 | (lib.next - 1)})
	if err != nil {
		return err
	}
	done := 0
	for after := lib.id << 32; ; {
		batch, last, err := from.rowsAfter(ctx, lib.id, after)
		if err != nil {
			return err
		}
		if err := to.change(ctx, name, func(c *change) error {
			for _, r := range batch {
				if err := c.copyRow(r); err != nil {
					return err
				}
			}
			if len(batch) == 0 { // the end: what is not an article
				return from.copyRest(ctx, lib.id, c)
			}
			return nil
		}); err != nil || len(batch) == 0 {
			return err
		}
		after = last
		done += len(batch)
		tell(name, done, total)
	}
}

// rowsAfter reads the next few rows of a library in the order they were added.
func (s *Store) rowsAfter(ctx context.Context, library, after int64) (batch []*row, last int64, err error) {
	err = s.read(ctx, `SELECT `+rowColumns+` FROM article a JOIN body b ON b.key = a.key WHERE a.key > ? AND a.key < ? ORDER BY a.key LIMIT 64`,
		[]any{after, (library + 1) << 32}, func(rows *sql.Rows) error {
			key, r, err := scanRow(rows)
			batch, last = append(batch, r), key
			return err
		})
	return batch, last, err
}

// copyRow puts a row of another database into the library, unless it is there.
func (c *change) copyRow(r *row) error {
	var there []byte
	found, newer := false, 0
	if err := c.query(`SELECT version, hash FROM article WHERE library = ? AND id = ? AND version >= ? ORDER BY version`, []any{c.lib.id, r.id, r.version}, func(rows *sql.Rows) error {
		var version int
		var hash []byte
		err := rows.Scan(&version, &hash)
		if version == r.version {
			found, there = true, hash
		} else {
			newer = version
		}
		return err
	}); err != nil {
		return err
	}
	switch {
	case found && string(there) == string(r.hash):
		return nil
	case found || newer > 0 && r.newest: // an older version may come after its successor
		return sentence(fmt.Sprintf("The database copied to already holds another article %q; copy into an empty one.", r.id), nil)
	}
	read, err := r.article()
	if err != nil {
		return err
	}
	if err := checkArticle(read.article, read.reading); err != nil {
		return errors.Join(fmt.Errorf("article %s version %d of the database copied from is damaged", r.id, r.version), err)
	}
	r.credits = credits(read.reading)
	if r.newest { // an earlier copy may have made an older version the newest
		old, err := c.newest(r.id)
		if err == nil && old != nil && old.searched {
			err = c.retire(old)
		}
		if err != nil {
			return err
		}
	}
	return c.put(r)
}

// copyRest copies what was removed, and the settings.
func (s *Store) copyRest(ctx context.Context, library int64, c *change) error {
	type pair struct{ key, value any }
	for _, table := range []struct{ key, value, name string }{{"id", "version", "removed"}, {"name", "value", "setting"}} {
		var pairs []pair
		if err := s.read(ctx, `SELECT `+table.key+`, `+table.value+` FROM `+table.name+` WHERE library = ? ORDER BY `+table.key, []any{library}, func(rows *sql.Rows) error {
			var p pair
			if err := rows.Scan(&p.key, &p.value); err != nil || p.key == bookmarkSetting {
				return err // a bookmark's keys are this database's own
			}
			pairs = append(pairs, p)
			return nil
		}); err != nil {
			return err
		}
		if err := c.exec(`DELETE FROM `+table.name+` WHERE library = ?`, c.lib.id); err != nil {
			return err
		}
		for _, p := range pairs {
			if err := c.exec(`INSERT INTO `+table.name+` (library, `+table.key+`, `+table.value+`) VALUES (?, ?, ?)`, c.lib.id, p.key, p.value); err != nil {
				return err
			}
		}
	}
	return nil
}
