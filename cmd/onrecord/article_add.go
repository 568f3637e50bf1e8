package main

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"

	"onrecord/ingest"
	"onrecord/news"
	"onrecord/quotes"
	"onrecord/terminal"
)

type articleAddCommand struct {
	Files []string `arg:"" name:"file" help:"Text or Markdown files; - reads standard input."`
	JSON  bool     `name:"json" help:"Print JSON."`
}

func (articleAddCommand) Help() string {
	return `An article that is there already is left alone; one that has changed becomes a new version. A file that can't be read stops none of the others.

Example:

    onrecord article add story.txt interview.md`
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
	var failed []error
	added := []addedJSON{}
	for _, name := range c.Files {
		a, err := p.addFile(ctx, lib, name)
		if err != nil {
			failed = append(failed, err)
			continue
		}
		added = append(added, a)
		if !c.JSON {
			p.showAdded(a)
		}
	}
	if c.JSON {
		failed = append(failed, p.printJSON(added))
	}
	return errors.Join(failed...)
}

// addFile reads one file and stores what was read from it.
func (p *program) addFile(ctx context.Context, lib *library, name string) (addedJSON, error) {
	a, err := p.readArticle(name)
	if err != nil {
		return addedJSON{}, err
	}
	r := quotes.Read(a)
	ref, added, err := lib.Add(ctx, news.HomeLibrary, a, r)
	if err != nil {
		return addedJSON{}, err
	}
	info := a.Info()
	info.Ref = ref
	return addedJSON{
		File:        name,
		articleJSON: asJSON(info),
		Added:       added,
		Paragraphs:  len(a.Citable()),
		Speakers:    speaking(r),
		Statements:  len(r.Statements),
	}, nil
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

// readArticle reads a file, or standard input for "-".
func (p *program) readArticle(name string) (*news.Article, error) {
	if name == "-" {
		return ingest.Read("standard input", p.in)
	}
	if strings.HasPrefix(name, "https://") || strings.HasPrefix(name, "http://") {
		return nil, errors.New("addresses can't be added: save the article's text in a file, with a line such as URL: " + name + " at its top")
	}
	f, err := os.Open(name)
	switch {
	case errors.Is(err, os.ErrNotExist):
		return nil, fmt.Errorf("%s: there is no such file; check its name and folder", name)
	case errors.Is(err, os.ErrPermission):
		return nil, fmt.Errorf("%s: you may not read this file; check its permissions", name)
	case err != nil:
		return nil, fmt.Errorf("open an article: %w", err)
	}
	defer f.Close()
	if info, err := f.Stat(); err == nil && info.IsDir() {
		return nil, fmt.Errorf("%s is a directory: name the files in it", name)
	}
	return ingest.Read(name, f)
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
