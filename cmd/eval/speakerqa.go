package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/quotes"
	"onrecord/retrieval"
	"onrecord/store"
)

// askedRow is what is read of an article with questions: never the answers.
type askedRow struct {
	Article    string   `json:"article"`
	Paragraphs []string `json:"paragraphs"`
	Questions  []struct {
		ID       string `json:"id"`
		Question string `json:"question"`
	} `json:"questions"`
}

// answeredRow is one question's outcome. Ranked counts paragraphs from 0.
type answeredRow struct {
	ID      string        `json:"id"`
	Ranked  []int         `json:"ranked"`
	Abstain bool          `json:"abstain"`
	Quote   string        `json:"quote"`
	Speaker string        `json:"speaker"`
	Reason  answer.Reason `json:"reason,omitempty"`
}

// speakerqa asks questions about who said what, each of its own article.
func speakerqa(ctx context.Context, in io.Reader, out io.Writer) error {
	return askAll(ctx, in, out, true)
}

// askAll asks every question of every article. quotedFirst puts the paragraphs
// quoted before those that retrieval ranks, as for questions about a speaker,
// whom retrieval alone does not know.
func askAll(ctx context.Context, in io.Reader, out io.Writer, quotedFirst bool) error {
	dec := json.NewDecoder(bufio.NewReader(in))
	w := bufio.NewWriter(out)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for n := 1; ; n++ {
		var row askedRow
		if err := dec.Decode(&row); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return fmt.Errorf("read article %d: %w", n, err)
		}
		results, err := askArticle(ctx, row, quotedFirst)
		if err != nil {
			return fmt.Errorf("article %s: %w", row.Article, err)
		}
		for _, r := range results {
			if err := enc.Encode(r); err != nil {
				return fmt.Errorf("write an answer: %w", err)
			}
		}
	}
	return w.Flush()
}

// libraryOf puts an article in a library of its own, as any user's article is. The
// caller closes it.
func libraryOf(ctx context.Context, title string, paragraphs []string) (*store.Store, news.Ref, error) {
	a := &news.Article{Title: title, Untitled: true}
	for _, text := range paragraphs {
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: news.Body, Text: text})
	}
	news.NumberParagraphs(a.Paragraphs)
	a.ID, a.Version = news.ArticleID(a), 1
	s, err := store.Open(ctx, ":memory:")
	if err != nil {
		return nil, news.Ref{}, err
	}
	ref, _, err := s.Add(ctx, news.HomeLibrary, a, quotes.Read(a))
	if err != nil {
		return nil, ref, errors.Join(err, s.Close())
	}
	return s, ref, nil
}

// askArticle asks the engine about an article alone.
func askArticle(ctx context.Context, row askedRow, quotedFirst bool) ([]answeredRow, error) {
	s, ref, err := libraryOf(ctx, row.Article, row.Paragraphs)
	if err != nil {
		return nil, err
	}
	defer s.Close()
	engine := answer.New(s)
	var out []answeredRow
	for _, q := range row.Questions {
		a, err := engine.Ask(ctx, news.Question{Text: q.Question, Library: news.HomeLibrary, Article: ref.ID})
		if err != nil {
			return nil, fmt.Errorf("question %s: %w", q.ID, err)
		}
		r := answeredRow{ID: q.ID, Abstain: !a.Answered(), Reason: a.Reason()}
		shown := a.Quotes()
		if !a.Answered() {
			shown = a.Nearest()
		}
		var words []string
		for _, quote := range shown {
			words = append(words, quote.Text())
			if quotedFirst {
				r.Ranked = addOnce(r.Ranked, quote.Paragraph()-1)
			}
			if r.Speaker == "" {
				r.Speaker = quote.Speaker().Name
			}
		}
		r.Quote = strings.Join(words, "\n")
		scope := retrieval.Scope{Library: news.HomeLibrary, Article: ref.ID}
		hits, err := retrieval.Search(ctx, s, s, scope, retrieval.Query{Text: q.Question})
		if err != nil {
			return nil, fmt.Errorf("question %s: %w", q.ID, err)
		}
		for _, h := range hits {
			r.Ranked = addOnce(r.Ranked, h.Paragraph-1)
		}
		out = append(out, r)
	}
	return out, nil
}

// addOnce adds a number to a list that does not have it.
func addOnce(list []int, n int) []int {
	for _, have := range list {
		if have == n {
			return list
		}
	}
	return append(list, n)
}
