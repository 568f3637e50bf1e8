package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"onrecord/news"
	"onrecord/quotes"
)

// attributionRow is what is read of an article: never its marked attributions.
type attributionRow struct {
	ID   string `json:"id"`
	Text string `json:"text"`
}

type attributionResult struct {
	ID         string            `json:"id"`
	Statements []statementResult `json:"statements"`
}

// statementResult is one statement; places count code points of the text.
type statementResult struct {
	Spans   [][2]int `json:"spans"`
	Speaker any      `json:"speaker"` // a name, the place of a mention, or null
	Kind    string   `json:"kind"`
	Rule    string   `json:"rule"`
	Verb    string   `json:"verb,omitempty"`
}

// attribution reads articles and prints every statement found in them.
func attribution(ctx context.Context, in io.Reader, out io.Writer) error {
	dec := json.NewDecoder(bufio.NewReader(in))
	w := bufio.NewWriter(out)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for n := 1; ; n++ {
		if err := ctx.Err(); err != nil {
			return err
		}
		var row attributionRow
		if err := dec.Decode(&row); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			return fmt.Errorf("read article %d: %w", n, err)
		}
		if err := enc.Encode(attribute(row)); err != nil {
			return fmt.Errorf("write article %s: %w", row.ID, err)
		}
	}
	return w.Flush()
}

func attribute(row attributionRow) attributionResult {
	a, lines := linesArticle(row)
	reading := quotes.Read(a)
	names := map[string]string{}
	for _, s := range reading.Speakers {
		names[s.ID] = s.Name
	}
	res := attributionResult{ID: row.ID, Statements: []statementResult{}}
	for _, st := range reading.Statements {
		r := statementResult{Kind: string(st.Kind), Rule: st.Rule, Verb: st.Verb}
		if st.Kind == news.Reported {
			r.Kind = "indirect"
		}
		for _, c := range st.Content {
			r.Spans = append(r.Spans, lines.runes(a, c))
		}
		switch {
		case names[st.Speaker] != "":
			r.Speaker = names[st.Speaker]
		case !st.Source.Zero():
			r.Speaker = lines.runes(a, st.Source)
		}
		res.Statements = append(res.Statements, r)
	}
	return res
}

// textLines holds, by paragraph number, the code point at which each line of
// the text began.
type textLines []int

func (l textLines) runes(a *news.Article, s news.Span) [2]int {
	text := a.Paragraph(s.Paragraph).Text
	start := l[s.Paragraph] + utf8.RuneCountInString(text[:s.Start])
	return [2]int{start, start + utf8.RuneCountInString(text[s.Start:s.End])}
}

// linesArticle makes an article of a text, each line that is not empty being
// one paragraph of its body.
func linesArticle(row attributionRow) (*news.Article, textLines) {
	a := &news.Article{ID: row.ID, Version: 1, Title: row.ID}
	starts := textLines{0}
	at := 0
	for line := range strings.SplitSeq(row.Text, "\n") {
		if strings.TrimSpace(line) != "" {
			a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: news.Body, Text: line})
			starts = append(starts, at)
		}
		at += utf8.RuneCountInString(line) + 1
	}
	news.NumberParagraphs(a.Paragraphs)
	return a, starts
}
