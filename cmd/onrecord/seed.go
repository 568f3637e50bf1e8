package main

import (
	"context"
	"fmt"

	"onrecord/articles"
	"onrecord/ingest"
	"onrecord/news"
	"onrecord/quotes"
	"onrecord/store"
)

// seed gives a library every built-in article once, those that a later release
// brings too: one that was removed stays removed.
func seed(ctx context.Context, s *store.Store) error {
	if s.ReadOnly() {
		return nil
	}
	files, err := articles.Files.ReadDir(".")
	if err != nil {
		return fmt.Errorf("list the built-in articles: %w", err)
	}
	for _, f := range files {
		given, err := s.Seeded(ctx, news.HomeLibrary, f.Name())
		if err == nil && !given {
			err = give(ctx, s, f.Name())
		}
		if err != nil {
			return fmt.Errorf("add built-in article %s: %w", f.Name(), err)
		}
	}
	return nil
}

// give adds one built-in article and notes that the library has had it. An
// interruption between the two does no harm: adding it again changes nothing.
func give(ctx context.Context, s *store.Store, name string) error {
	data, err := articles.Files.ReadFile(name)
	if err != nil {
		return err
	}
	a, err := ingest.File(name, data)
	if err != nil {
		return err
	}
	if _, _, err := s.Add(ctx, news.HomeLibrary, a, quotes.Read(a)); err != nil {
		return err
	}
	return s.SetSeeded(ctx, news.HomeLibrary, name)
}
