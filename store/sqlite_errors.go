package store

import (
	"errors"
	"fmt"

	"modernc.org/sqlite"
	lib "modernc.org/sqlite/lib"
)

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
