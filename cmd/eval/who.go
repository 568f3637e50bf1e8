package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"onrecord/news"
	"onrecord/speakers"
)

// goldArticle is a line of the evaluation file; see its README.
type goldArticle struct {
	ID           string   `json:"id"`
	Text         string   `json:"text"`
	Author       string   `json:"author"`
	Paragraphs   [][2]int `json:"paragraphs"`
	Attributions []struct {
		Source  [][2]int `json:"source"`
		Content [][2]int `json:"content"`
		Kind    string   `json:"kind"`
	} `json:"attributions"`
}

// article makes an article of a line.
func (g *goldArticle) article() *news.Article {
	a := &news.Article{ID: g.ID, Version: 1}
	text := []rune(g.Text)
	for _, p := range g.Paragraphs {
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: news.Body, Text: string(text[p[0]:p[1]])})
	}
	news.NumberParagraphs(a.Paragraphs)
	return a
}

// span turns code points of the whole text into a place of the article.
func (g *goldArticle) span(a *news.Article, at [2]int) (news.Span, bool) {
	for i, p := range g.Paragraphs {
		if p[0] <= at[0] && at[0] < p[1] {
			r := []rune(a.Paragraphs[i].Text)
			end := min(at[1]-p[0], len(r))
			return news.Span{Article: a.Ref(), Paragraph: i + 1, Start: len(string(r[:at[0]-p[0]])), End: len(string(r[:end]))}, true
		}
	}
	return news.Span{}, false
}

// who tells, for every source that annotators marked in an article, whom the
// article means by it. Only that is measured: the spans are the annotators'.
func who(_ context.Context, in io.Reader, out io.Writer) error {
	dec := json.NewDecoder(bufio.NewReader(in))
	w := bufio.NewWriter(out)
	enc := json.NewEncoder(w)
	for n := 1; ; n++ {
		var g goldArticle
		if err := dec.Decode(&g); errors.Is(err, io.EOF) {
			return w.Flush()
		} else if err != nil {
			return fmt.Errorf("read article %d: %w", n, err)
		}
		a := g.article()
		cast := speakers.Read(a)
		statements := []map[string]any{}
		for _, at := range g.Attributions {
			st := map[string]any{"spans": at.Content, "kind": at.Kind, "speaker": nil}
			if len(at.Source) > 0 {
				if s, ok := g.span(a, at.Source[0]); ok {
					is := cast.Who(s)
					st["why"], st["certainty"] = is.Why, is.Certainty
					if is.Speaker != "" {
						st["speaker"] = is.Is.Name
					}
				}
			}
			statements = append(statements, st)
		}
		if err := enc.Encode(map[string]any{"id": g.ID, "statements": statements}); err != nil {
			return fmt.Errorf("write article %d: %w", n, err)
		}
	}
}
