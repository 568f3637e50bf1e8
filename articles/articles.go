// Package articles is the library that ships inside the binary.
package articles

import (
	"embed"
	"fmt"

	"onrecord/ingest"
	"onrecord/news"
)

// Files holds the pages, each as the text that was saved from it.
//
//go:embed *.txt
var Files embed.FS

// Library reads the built-in articles, in the order of their file names. Each
// is complete with Version 1. An error means that the binary was built with a
// page that can't be read.
func Library() ([]*news.Article, error) {
	entries, err := Files.ReadDir(".")
	if err != nil {
		return nil, fmt.Errorf("list the built-in articles: %w", err)
	}
	var library []*news.Article
	for _, e := range entries {
		page, err := Files.ReadFile(e.Name())
		if err != nil {
			return nil, fmt.Errorf("open a built-in article: %w", err)
		}
		a, err := ingest.File(e.Name(), page)
		if err != nil {
			return nil, fmt.Errorf("read a built-in article: %w", err)
		}
		a.Version = 1
		library = append(library, a)
	}
	return library, nil
}
