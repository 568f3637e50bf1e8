package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"

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
			failed = append(failed, fmt.Errorf("%s: %w", name, err))
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
	data, err := p.readFile(name)
	if err != nil {
		return addedJSON{}, err
	}
	a, err := ingest.File(name, data)
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

// mostBytes bounds what is read of a file; a long article has a hundredth of it.
const mostBytes = 4 << 20

// readFile reads a file of at most mostBytes, or standard input for "-".
func (p *program) readFile(name string) ([]byte, error) {
	in := p.in
	if name != "-" {
		info, err := os.Stat(name)
		if err != nil {
			return nil, plainPathError(err)
		}
		if info.IsDir() {
			return nil, errors.New("is a directory; name the files in it")
		}
		f, err := os.Open(name)
		if err != nil {
			return nil, plainPathError(err)
		}
		defer f.Close()
		in = f
	}
	data, err := io.ReadAll(io.LimitReader(in, mostBytes+1))
	if err != nil {
		return nil, plainPathError(err)
	}
	if len(data) > mostBytes {
		return nil, fmt.Errorf("is larger than %d MB, too large for an article", mostBytes>>20)
	}
	return data, nil
}

// plainPathError drops the operation and the path, which the caller names.
func plainPathError(err error) error {
	var path *os.PathError
	if errors.As(err, &path) {
		return path.Err
	}
	return err
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
	p.page.Para(terminal.Text(verb+" "), terminal.In(terminal.Bold, a.ID), terminal.Text(" "+inMarks(a.Title)))
	p.page.Block(terminal.Text("  "), terminal.In(terminal.Faint, fmt.Sprintf("%s · %s · %s · %s", date,
		plural(a.Paragraphs, "paragraph", "paragraphs"),
		plural(a.Speakers, "speaker", "speakers"),
		plural(a.Statements, "statement", "statements"))))
}
