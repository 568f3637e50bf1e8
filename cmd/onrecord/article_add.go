package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"onrecord/ingest"
	"onrecord/news"
	"onrecord/quotes"
	"onrecord/store"
	"onrecord/terminal"
)

type articleAddCommand struct {
	Files []string `arg:"" name:"source" help:"Addresses, or files: text, Markdown, HTML, PDF, DOCX; - reads standard input."`
	JSON  bool     `name:"json" help:"Print JSON."`
}

func (articleAddCommand) Help() string {
	return `An article that is there already is left alone; one that has changed becomes a new version. A file that can't be read stops none of the others.

Example:

    onrecord article add https://example.org/news/ferry story.txt minutes.pdf`
}

// addedJSON is what article add prints for each file as JSON.
type addedJSON struct {
	File string `json:"file"`
	articleJSON
	Added      bool `json:"added"` // false: it was there already
	Paragraphs int  `json:"paragraphs"`
	Speakers   int  `json:"speakers"`
	Statements int  `json:"statements"`
}

func (c *articleAddCommand) Run(ctx context.Context, p *program) error {
	lib, err := p.openLibrary(ctx)
	if err != nil {
		return err
	}
	defer lib.Close()
	g, err := p.settings.newGetter()
	if err != nil {
		return err
	}
	defer g.Close()
	var failed []error
	added := []addedJSON{}
	got := make([]addedJSON, len(c.Files)) // each written where its file is read
	addresses, files := apartFrom(c.Files)
	m := p.newMeter(len(c.Files))
	defer m.end()
	next := 0
	err = lib.AddEach(ctx, func(yield func(func() (*store.Entry, error)) bool) {
		for i, name := range files {
			source, err := p.source(name)
			if !yield(func() (*store.Entry, error) {
				if err != nil {
					return nil, err
				}
				got[i].File = name
				return got[i].read(ctx, g, source)
			}) {
				return
			}
		}
	}, func(stored store.Added, err error) {
		a := got[next]
		m.next(files[next])
		next++
		if err != nil {
			failed = append(failed, err)
			return
		}
		a.ID, a.Version, a.Added = stored.Ref.ID, stored.Ref.Version, stored.Added
		added = append(added, a)
		if !c.JSON {
			p.showAdded(a)
		}
	})
	failed = append(failed, err)
	if len(addresses) > 0 && ctx.Err() == nil {
		more, err := p.addAddresses(ctx, lib, addresses, m)
		failed, added = append(failed, err), append(added, more...)
		if !c.JSON {
			for _, a := range more {
				p.showAdded(a)
			}
		}
	}
	if err := lib.fillNew(ctx, len(added)); err != nil && ctx.Err() == nil {
		fmt.Fprintln(p.err, "onrecord:", err)
	}
	if c.JSON {
		failed = append(failed, p.printJSON(added))
	}
	return errors.Join(failed...)
}

// read gets one article, reads it for statements, and makes it ready to be
// stored.
func (a *addedJSON) read(ctx context.Context, g getter, source ingest.Source) (*store.Entry, error) {
	got, err := g.Get(ctx, source)
	if err != nil {
		return nil, err
	}
	r := quotes.Read(got.Article)
	a.articleJSON = asJSON(got.Article.Info())
	a.Paragraphs, a.Speakers, a.Statements = len(got.Article.Citable()), speaking(r), len(r.Statements)
	return store.Prepare(news.HomeLibrary, got.Article, r)
}

// speaking counts the speakers who are credited with something.
func speaking(r *news.Reading) int {
	seen := map[string]bool{}
	for _, s := range r.Statements {
		if s.Speaker != "" {
			seen[s.Speaker] = true
		}
	}
	return len(seen)
}

// apartFrom tells addresses from files.
func apartFrom(sources []string) (addresses, files []string) {
	for _, s := range sources {
		if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
			addresses = append(addresses, s)
		} else {
			files = append(files, s)
		}
	}
	return addresses, files
}

// source is the file that an argument names, or standard input for "-".
func (p *program) source(name string) (ingest.Source, error) {
	if name == "-" {
		return readSource("standard input", p.in)
	}
	f, err := os.Open(name)
	switch {
	case errors.Is(err, os.ErrNotExist) && strings.Contains(name, "://"):
		return ingest.Source{}, fmt.Errorf("%s: only addresses that begin with https:// or http:// can be fetched", name)
	case errors.Is(err, os.ErrNotExist):
		return ingest.Source{}, fmt.Errorf("%s: there is no such file; check its name and folder", name)
	case errors.Is(err, os.ErrPermission):
		return ingest.Source{}, fmt.Errorf("%s: you may not read this file; check its permissions", name)
	case err != nil:
		return ingest.Source{}, fmt.Errorf("open an article: %w", err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return ingest.Source{}, fmt.Errorf("%s is a directory: name the files in it", name)
	} else if err == nil && ingest.CheckSize(name, info.Size()) != nil {
		return ingest.Source{}, ingest.CheckSize(name, info.Size()) // before it is read
	}
	return readSource(name, f)
}

// readSource reads a file, one byte more than is allowed at most.
func readSource(name string, r io.Reader) (ingest.Source, error) {
	data, err := io.ReadAll(io.LimitReader(r, ingest.MaxFile+1))
	if err != nil {
		return ingest.Source{}, fmt.Errorf("read %s: %w", name, err)
	}
	return ingest.Source{Name: name, Data: data}, nil
}

func (p *program) showAdded(a addedJSON) {
	verb := "Added"
	switch {
	case !a.Added:
		verb = "Already in the library, unchanged:"
	case a.Version > 1:
		verb = fmt.Sprintf("Changed; added as version %d:", a.Version)
	}
	date := a.Published
	if date == "" {
		date = "no date"
	}
	p.page.Para(terminal.Text(verb+" "), terminal.In(terminal.Bold, a.ID), terminal.Text(" "+titled(a.Title)))
	p.page.Block(terminal.Text("  "), terminal.In(terminal.Faint, fmt.Sprintf("%s · %s · %s · %s", date,
		plural(a.Paragraphs, "paragraph", "paragraphs"),
		plural(a.Speakers, "speaker", "speakers"),
		plural(a.Statements, "statement", "statements"))))
}
