package bot

import (
	"context"
	"strings"
)

// maxOwn bounds a place's own library, so that nobody fills the disk.
const maxOwn = 2_000

const (
	errNothingToAdd = excuse("Attach a file, or give the address of a page.")
	errBothToAdd    = excuse("Give either a file or an address, not both.")
	errNoIntake     = excuse("Articles can't be added here: whoever runs me has switched that off.")
)

// addArticle adds a file or a page to the place's own library.
func addArticle(c Config) Command {
	return Command{
		Name:        "add",
		Description: "Add an article: a file, or a page's address",
		Private:     true,
		Options: []Option{
			{Name: "file", Description: "Text, Markdown or another document, attached", Kind: optionFile},
			{Name: "address", Description: "The address of a page", MaxLength: 2000},
		},
		Run: func(ctx context.Context, r Request) (Message, error) {
			if c.Servers == nil || c.Intake == nil {
				return Message{}, errNoIntake
			}
			if err := r.mayCurate(); err != nil {
				return Message{}, err
			}
			s, err := c.source(ctx, r)
			if err != nil {
				return Message{}, err
			}
			return c.add(ctx, r, s)
		},
	}
}

// source is what a request wants added, its bytes fetched.
func (c Config) source(ctx context.Context, r Request) (Source, error) {
	file, attached := r.Files["file"]
	address := strings.TrimSpace(r.Options["address"])
	switch {
	case attached && address != "":
		return Source{}, errBothToAdd
	case address != "":
		return Source{Address: address}, nil
	case !attached:
		return Source{}, errNothingToAdd
	}
	data, err := newFetcher(c.HTTPClient).fetch(ctx, file)
	return Source{Name: file.Name, Data: data}, err
}
