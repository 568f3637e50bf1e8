package main

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/store"
	"onrecord/terminal"
)

// library is an open database with the engine that answers over it.
type library struct {
	*store.Store
	engine *answer.Engine
}

// inMemory is the name of a database that ends with the program.
const inMemory = ":memory:"

// openLibrary opens the library that the command line or the environment names,
// or else the one in the user's data directory, and puts the built-in articles
// into a new one.
func (p *program) openLibrary(ctx context.Context) (*library, error) {
	path := p.home.db
	if path == "" {
		var err error
		if path, err = p.defaultPath(); err != nil {
			return nil, err
		}
	}
	return openAt(ctx, path)
}

// readLibrary is openLibrary for commands that only read. Where nobody has
// chosen a database and the default one neither exists nor can be made (a
// read-only home, no home at all), it says so and opens the built-in articles
// in memory: nothing can be missing from them.
func (p *program) readLibrary(ctx context.Context) (*library, error) {
	if p.home.db != "" {
		return openAt(ctx, p.home.db)
	}
	path, err := p.defaultPath()
	if err == nil {
		_, err = os.Stat(path)
		if err == nil {
			return openAt(ctx, path)
		}
		if errors.Is(err, fs.ErrNotExist) {
			var l *library
			if l, err = openAt(ctx, path); err == nil {
				return l, nil
			}
		} else {
			err = fmt.Errorf("can't reach the library %s: %w", path, cause(err))
		}
	}
	if ctx.Err() != nil {
		return nil, err
	}
	fmt.Fprintln(p.err, "onrecord: using only the built-in articles: "+terminal.Clean(err.Error()))
	return openAt(ctx, inMemory)
}

// defaultPath is the database in the user's data directory, which it makes.
func (p *program) defaultPath() (string, error) {
	if p.home.dataDir == "" {
		return "", errors.New("there is no home directory to keep a library in: name a file with --db or ONRECORD_DB")
	}
	if err := os.MkdirAll(p.home.dataDir, 0o700); err != nil {
		return "", fmt.Errorf("can't make the folder %s for the library, %w: name a file with --db or ONRECORD_DB", p.home.dataDir, cause(err))
	}
	return filepath.Join(p.home.dataDir, "onrecord.db"), nil
}

// cause is an error of the file system without the path, which the message has.
func cause(err error) error {
	var path *fs.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
}

func openAt(ctx context.Context, path string) (*library, error) {
	s, err := store.Open(ctx, path)
	if err != nil {
		return nil, err
	}
	if err := seed(ctx, s); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	return &library{Store: s, engine: answer.New(s)}, nil
}

// find resolves an article's ID or the beginning of one. No ID at all stands
// for every article.
func (l *library) find(ctx context.Context, typed string) (string, error) {
	if typed == "" {
		return "", nil
	}
	infos, err := l.Articles(ctx, news.HomeLibrary)
	if err != nil {
		return "", err
	}
	var found []string
	for _, info := range infos {
		if info.ID == typed {
			return typed, nil
		}
		if strings.HasPrefix(info.ID, strings.ToLower(typed)) {
			found = append(found, info.ID)
		}
	}
	switch len(found) {
	case 1:
		return found[0], nil
	case 0:
		return "", fmt.Errorf("there is no article %q in the library: onrecord article list shows what there is", typed)
	}
	return "", fmt.Errorf("%q is the beginning of several articles' IDs: %s", typed, strings.Join(found, ", "))
}
