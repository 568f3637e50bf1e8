package main

import (
	"context"
	"fmt"
	"io/fs"

	"onrecord/articles"
	"onrecord/ingest"
	"onrecord/news"
	"onrecord/quotes"
	"onrecord/store"
)

// seed puts the built-in articles into a library that nothing has ever been put
// into or taken out of, so that one which was removed stays removed.
func seed(ctx context.Context, s *store.Store) error {
	version, err := s.Version(ctx, news.HomeLibrary)
	if err != nil || version > 0 || s.ReadOnly() {
		return err
	}
	return fs.WalkDir(articles.Files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := articles.Files.ReadFile(path)
		if err != nil {
			return err
		}
		a, err := ingest.File(path, data)
		if err != nil {
			return fmt.Errorf("read built-in article: %w", err)
		}
		if _, _, err := s.Add(ctx, news.HomeLibrary, a, quotes.Read(a)); err != nil {
			return fmt.Errorf("add built-in article: %w", err)
		}
		return nil
	})
}
