package main

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/news"
	"onrecord/terminal"
)

// harbour is an invented article with a statement of every kind.
func harbour(t *testing.T) (*news.Article, []news.Quote) {
	a := &news.Article{
		Title: "Ferry stays in port", URL: "https://example.org/ferry", Outlet: "The Skerry Post",
		Published: time.Date(2024, 3, 9, 0, 0, 0, 0, time.UTC), Version: 1,
		Paragraphs: []news.Paragraph{
			{Kind: news.Caption, Text: "The ferry at its pier on Friday."},
			{Kind: news.Body, Text: `"Nobody sails today," harbour master Åse Halvorsen said.`},
			{Kind: news.Body, Text: "She called the forecast “a letter from the sea” and asked for patience."},
			{Kind: news.Body, Text: "Halvorsen also said that the ferry would sail on Sunday if the wind dropped below twenty knots."},
			{Kind: news.Body, Text: "\x1b[31mThe port\u202e has been closed since Thursday."},
		},
	}
	news.NumberParagraphs(a.Paragraphs)
	a.ID = news.ArticleID(a)
	master := news.Speaker{ID: "ase-halvorsen", Name: "Åse Halvorsen", Role: "harbour master", Kind: news.Person}
	span := func(paragraph int, words string) news.Span {
		at := strings.Index(a.Paragraph(paragraph).Text, words)
		return news.Span{Article: a.Ref(), Paragraph: paragraph, Start: at, End: at + len(words)}
	}
	whole := func(paragraph int) news.Span { return span(paragraph, a.Paragraph(paragraph).Text) }
	said := func(kind news.Kind, s news.Span, certainty float64, why string) *news.Statement {
		return &news.Statement{Speaker: master.ID, Kind: kind, Stance: news.Said, Content: []news.Span{s}, Passage: whole(s.Paragraph), Certainty: certainty, Rule: "quote, cue after", Why: why}
	}
	direct := span(2, `"Nobody sails today,"`)
	cuts := []struct {
		span news.Span
		st   *news.Statement
		by   *news.Speaker
	}{
		{direct, said(news.Direct, direct, 0.99, ""), &master},
		{whole(3), said(news.Mixed, span(3, "“a letter from the sea”"), 0.4, "she → Åse Halvorsen, one sentence back"), &master},
		{whole(4), said(news.Reported, span(4, "the ferry would sail on Sunday if the wind dropped below twenty knots"), 0.9, ""), &master},
		{whole(1), nil, nil},
		{whole(5), nil, nil},
	}
	var out []news.Quote
	for _, c := range cuts {
		q, err := news.Cut(a, c.span, c.st, c.by)
		if err != nil {
			t.Fatal(err)
		}
		out = append(out, q)
	}
	return a, out
}

// TestShowQuotes shows a quotation of every kind, on a terminal and in a pipe.
func TestShowQuotes(t *testing.T) {
	_, quotes := harbour(t)
	tests := []struct {
		name    string
		con     console
		home    homeConfig
		explain bool
	}{
		{"terminal", console{columns: 64}, homeConfig{}, true},
		{"pipe", console{}, homeConfig{}, false},
		{"no-color", console{columns: 64}, homeConfig{colourless: true}, false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := &program{page: terminal.NewPage(tt.con.look(tt.home))}
			p.showQuotes(quotes, tt.explain)
			var got bytes.Buffer
			if err := p.page.PrintTo(&got); err != nil {
				t.Fatal(err)
			}
			checkGolden(t, "quotes-"+tt.name, got.Bytes())
		})
	}
}

func checkGolden(t *testing.T, name string, got []byte) {
	t.Helper()
	path := filepath.Join("testdata", name+".golden")
	if *update {
		if err := os.WriteFile(path, got, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(string(want), string(got)); diff != "" {
		t.Errorf("differs from %s (-want +got):\n%s", path, diff)
	}
}
