package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"onrecord/answer"
	"onrecord/articles"
	"onrecord/ingest"
	"onrecord/news"
	"onrecord/quotes"
	"onrecord/store"
)

// expected is a question of the repository's own sets with its fair answer; see
// testdata/news/README.md.
type expected struct {
	Question string
	Answered bool
	Speaker  *string
	Contains string
}

// point is how one boldness did, in shares of all questions and of those
// answered.
type point struct {
	bold     answer.Boldness
	coverage float64
	risk     float64
}

// boldness draws how many of our own questions are answered, and how many of
// those wrongly, by how bold the engine is: an SVG. All articles lie in one
// library. It is run in the repository's root.
func boldness(ctx context.Context, in io.Reader, out io.Writer) error {
	s, err := newsroom(ctx)
	if err != nil {
		return err
	}
	defer s.Close()
	asks, err := readExpected(in)
	if err != nil {
		return err
	}
	var curve []point
	engine := answer.New(s)
	for step := range 21 {
		p := point{bold: answer.Boldness(step) / 20}
		answered, wrong := 0, 0
		for _, want := range asks {
			a, err := engine.WithBoldness(p.bold).Ask(ctx, news.Question{Text: want.Question, Library: news.HomeLibrary})
			if err != nil {
				return fmt.Errorf("ask %q: %w", want.Question, err)
			}
			if a.Answered() {
				answered++
				if !want.met(a) {
					wrong++
				}
			}
		}
		p.coverage = float64(answered) / float64(len(asks))
		p.risk = float64(wrong) / float64(max(answered, 1))
		curve = append(curve, p)
	}
	return drawCurve(out, curve, len(asks))
}

// met tells whether one of the quotations is the answer expected.
func (w expected) met(a answer.Answer) bool {
	for _, q := range a.Quotes() {
		if w.Answered && (w.Speaker == nil || q.Speaker().Name == *w.Speaker) &&
			strings.Contains(strings.ToLower(q.Text()), strings.ToLower(w.Contains)) {
			return true
		}
	}
	return false
}

func readExpected(in io.Reader) ([]expected, error) {
	var asks []expected
	dec := json.NewDecoder(bufio.NewReader(in))
	for {
		var w expected
		if err := dec.Decode(&w); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return nil, fmt.Errorf("read question %d: %w", len(asks)+1, err)
		}
		asks = append(asks, w)
	}
	if len(asks) == 0 {
		return nil, errors.New("no questions on standard input")
	}
	return asks, nil
}

// newsroom is a library of the built-in articles and the invented ones.
func newsroom(ctx context.Context) (*store.Store, error) {
	all, err := articles.Library()
	if err != nil {
		return nil, fmt.Errorf("read the built-in articles: %w", err)
	}
	for _, pattern := range []string{"testdata/news/*.txt", "testdata/news/*.md"} {
		paths, err := filepath.Glob(pattern)
		if err != nil {
			return nil, err
		}
		for _, path := range paths {
			if filepath.Base(path) == "README.md" {
				continue
			}
			data, err := os.ReadFile(path)
			if err != nil {
				return nil, err
			}
			a, err := ingest.File(filepath.Base(path), data)
			if err != nil {
				return nil, fmt.Errorf("read %s: %w", path, err)
			}
			all = append(all, a)
		}
	}
	s, err := store.Open(ctx, ":memory:")
	if err != nil {
		return nil, err
	}
	for _, a := range all {
		a.Version = 1
		if _, _, err := s.Add(ctx, news.HomeLibrary, a, quotes.Read(a)); err != nil {
			return nil, errors.Join(err, s.Close())
		}
	}
	return s, nil
}
