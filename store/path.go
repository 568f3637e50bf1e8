package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
)

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
