package store

import (
	"context"
	"database/sql"
)

// Setting returns what was kept for a library by a name, "" when nothing was.
func (s *Store) Setting(ctx context.Context, library, name string) (string, error) {
	if !named(library, name) {
		return "", nil
	}
	var value string
	err := s.read(ctx, `SELECT s.value FROM library l JOIN setting s ON s.library = l.id WHERE l.name = ? AND s.name = ?`, []any{library, name}, func(rows *sql.Rows) error {
		return rows.Scan(&value)
	})
	return value, s.failed("read setting "+name, err)
}

// SetSetting keeps a value for a library; "" forgets it.
func (s *Store) SetSetting(ctx context.Context, library, name, value string) error {
	if !clean(name) || !clean(value) || len(name) > maxName || len(value) > maxText {
		return sentence("A setting must be valid UTF-8 text of bounded length.", nil)
	}
	err := s.change(ctx, library, func(c *change) error { return c.set(name, value) })
	return s.failed("keep setting "+name, err)
}

func (c *change) set(name, value string) error {
	if err := c.exec(`DELETE FROM setting WHERE library = ? AND name = ?`, c.lib.id, name); err != nil || value == "" {
		return err
	}
	return c.exec(`INSERT INTO setting (library, name, value) VALUES (?, ?, ?)`, c.lib.id, name, value)
}

// Seeded tells whether a library was once given what a name stands for, such
// as the articles that ship inside the program. Removing them later sticks,
// because the library stays seeded.
func (s *Store) Seeded(ctx context.Context, library, name string) (bool, error) {
	v, err := s.Setting(ctx, library, "seeded "+name)
	return v != "", err
}

// SetSeeded notes that a library has been given what the name stands for.
func (s *Store) SetSeeded(ctx context.Context, library, name string) error {
	return s.SetSetting(ctx, library, "seeded "+name, "yes")
}
