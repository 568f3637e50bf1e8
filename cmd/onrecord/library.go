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
	"onrecord/shelf"
	"onrecord/store"
	"onrecord/terminal"
)

// library is an open database with the engine that answers over it.
type library struct {
	*store.Store
	shelf  *shelf.Shelf // over the store, for those who ask two libraries as one
	engine *answer.Engine

	embeddings *answer.Embeddings // nil for none; the engine has them
}

// inMemory is the name of a database that ends with the program.
const inMemory = ":memory:"

// openLibrary opens the library that the command line or the environment names,
// or else the one in the user's data directory, puts the built-in articles into
// a new one, and reads again what an older program read.
func (p *program) openLibrary(ctx context.Context) (*library, error) {
	l, err := p.open(ctx)
	if err != nil {
		return nil, err
	}
	if err := p.catchUp(ctx, l.Store); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

func (p *program) open(ctx context.Context) (*library, error) {
	c, err := p.settings.library(p.db)
	if err != nil {
		return nil, err
	}
	address, err := p.address(c)
	if err != nil {
		return nil, err
	}
	l, err := openAt(ctx, address, c.boldness)
	if err != nil {
		return nil, err
	}
	if err := p.embed(l); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// address is where the library is: as chosen, or else in the user's data
// directory.
func (p *program) address(c libraryConfig) (string, error) {
	if chosen := c.db.reveal(); chosen != "" {
		return chosen, nil
	}
	return p.defaultPath()
}

// bare opens the database as it is, a new one empty.
func (p *program) bare(ctx context.Context) (*store.Store, error) {
	c, err := p.settings.library(p.db)
	if err != nil {
		return nil, err
	}
	address, err := p.address(c)
	if err != nil {
		return nil, err
	}
	return store.Open(ctx, address)
}

// readLibrary is openLibrary for commands that only read. Where nobody has
// chosen a database and there is no default one and none can be made (a
// read-only home, no home at all), it says so and opens the built-in articles
// in memory: nothing can be missing from them.
func (p *program) readLibrary(ctx context.Context) (*library, error) {
	l, err := p.openLibrary(ctx)
	if err == nil || ctx.Err() != nil {
		return l, err
	}
	c, wrong := p.settings.library(p.db)
	if wrong != nil || c.db.reveal() != "" || p.hasDefault() {
		return nil, err
	}
	fmt.Fprintln(p.err, "onrecord: using only the built-in articles: "+terminal.Clean(err.Error()))
	return openAt(ctx, inMemory, c.boldness)
}

// databaseName is the file of the default library in the user's data directory.
const databaseName = "onrecord.db"

// hasDefault tells whether there is a default library.
func (p *program) hasDefault() bool {
	if p.home.dataDir == "" {
		return false
	}
	_, err := os.Stat(filepath.Join(p.home.dataDir, databaseName))
	return err == nil
}

// defaultPath is the database in the user's data directory, which it makes.
func (p *program) defaultPath() (string, error) {
	if p.home.dataDir == "" {
		return "", errors.New("there is no home directory to keep a library in: name a file with --db or ONRECORD_DB")
	}
	if err := os.MkdirAll(p.home.dataDir, 0o700); err != nil {
		var path *fs.PathError
		if errors.As(err, &path) {
			err = path.Err // the message has the path
		}
		return "", fmt.Errorf("can't make the folder %s for the library, %w: name a file with --db or ONRECORD_DB", p.home.dataDir, err)
	}
	return filepath.Join(p.home.dataDir, databaseName), nil
}

func openAt(ctx context.Context, address string, b answer.Boldness) (*library, error) {
	s, err := store.Open(ctx, address)
	if err != nil {
		return nil, err
	}
	if err := seed(ctx, s); err != nil {
		return nil, errors.Join(err, s.Close())
	}
	sh := shelf.New(s)
	return &library{Store: s, shelf: sh, engine: answer.New(sh).WithBoldness(b)}, nil
}

// scope resolves an optional article: "" stands for all of them.
func (l *library) scope(ctx context.Context, typed string) (string, error) {
	if typed == "" {
		return "", nil
	}
	return l.find(ctx, typed)
}

// article opens the newest version of an article by its ID or the beginning of
// one.
func (l *library) article(ctx context.Context, typed string) (*news.Article, error) {
	id, err := l.find(ctx, typed)
	if err != nil {
		return nil, err
	}
	a, _, err := l.Article(ctx, news.HomeLibrary, news.Ref{ID: id})
	return a, err
}

// find resolves an article's ID or the beginning of one.
func (l *library) find(ctx context.Context, typed string) (string, error) {
	if typed == "" {
		return "", errors.New("the article's ID is empty: onrecord article list shows the IDs")
	}
	infos, err := l.Articles(ctx, news.HomeLibrary)
	if err != nil {
		return "", err
	}
	var found []string
	for _, info := range infos {
		if strings.HasPrefix(info.ID, strings.ToLower(typed)) {
			found = append(found, info.ID)
		}
	}
	switch len(found) {
	case 1: // an ID is never the beginning of another: all have the same length
		return found[0], nil
	case 0:
		return "", fmt.Errorf("there is no article %q in the library: onrecord article list shows what there is", typed)
	}
	const shown = 5
	return "", fmt.Errorf("%d articles' IDs begin with %q, such as %s", len(found), typed, strings.Join(found[:min(shown, len(found))], ", "))
}
