package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"onrecord/answer"
	"onrecord/ingest"
	"onrecord/news"
	"onrecord/quotes"
	"onrecord/store"
)

// wording is what somebody asks, and what a right answer holds.
type wording struct {
	Question string `json:"question"`
	Want     string `json:"contains"`
	Answered bool   `json:"answered"`
}

// newsroom is a folder of articles with questions about them.
const newsroom = "testdata/news"

// aboutNewsroom reads the questions that the articles of the newsroom answer.
func aboutNewsroom() ([]wording, error) {
	paths, err := filepath.Glob(filepath.Join(newsroom, "*.questions.jsonl"))
	if err != nil {
		return nil, err
	}
	var all []wording
	for _, path := range paths {
		asked, err := readWordings(path)
		if err != nil {
			return nil, fmt.Errorf("read %s: %w", path, err)
		}
		all = append(all, asked...)
	}
	if len(all) == 0 {
		return nil, fmt.Errorf("there are no questions in %s: run this from the repository's folder", newsroom)
	}
	return all, nil
}

// readWordings reads a file's questions that are answered, one a line.
func readWordings(path string) (all []wording, err error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	for line := range bytes.Lines(data) {
		var w wording
		if err := json.Unmarshal(line, &w); err != nil {
			return nil, err
		}
		if w.Answered && w.Want != "" {
			all = append(all, w)
		}
	}
	return all, nil
}

// words is what the n-th person asks in a server with or without a library of
// its own. Every seventh asks what nobody asked before, about nobody.
func (s *scene) words(n int, own bool) wording {
	switch {
	case n%7 == 6:
		return wording{Question: fmt.Sprintf("What did Halvorsen-%d say about the harbour?", n), Want: "Nobody of that name speaks"}
	case own:
		return s.questions[n%len(s.questions)]
	}
	return wording{Question: "What did Ryabkov say about a 48-hour ceasefire?", Want: "48-hour ceasefire to allow aid"}
}

// stock gives the first servers the newsroom's articles as their libraries.
func (s *scene) stock(ctx context.Context) error {
	lib, err := store.Open(ctx, s.address)
	if err != nil {
		return err
	}
	defer lib.Close()
	paths, err := filepath.Glob(filepath.Join(newsroom, "*.*"))
	if err != nil {
		return err
	}
	for _, path := range paths {
		if strings.HasSuffix(path, ".jsonl") || strings.HasSuffix(path, "README.md") {
			continue
		}
		a, err := article(path)
		if err != nil {
			return err
		}
		r := quotes.Read(a)
		for n := range s.libraries {
			if _, _, err := lib.Add(ctx, news.ServerLibrary(s.server(n)), a, r); err != nil {
				return err
			}
		}
	}
	return s.sift(ctx, answer.New(lib))
}

// sift keeps the questions that are answered over all articles together as they
// are by their own.
func (s *scene) sift(ctx context.Context, e *answer.Engine) error {
	if s.libraries == 0 {
		return nil
	}
	var kept []wording
	for _, w := range s.questions {
		a, err := e.Ask(ctx, news.Question{Text: w.Question, Library: news.ServerLibrary(s.server(0))})
		if err != nil {
			return err
		}
		if a.Answered() && strings.Contains(a.Quotes()[0].Text(), w.Want) {
			kept = append(kept, w)
		}
	}
	if len(kept) == 0 {
		return errors.New("none of the newsroom's questions was answered")
	}
	s.questions = kept
	return nil
}

func article(path string) (*news.Article, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	return ingest.Read(filepath.Base(path), f)
}

// server is the ID of the n-th server.
func (s *scene) server(n int) string { return fmt.Sprint(uint64(s.servers+n) << 22) }
