package retrieval

import (
	"context"
	"fmt"
	"math"
	"strings"
	"testing"
	"time"

	"onrecord/news"
)

// shelf is a library of articles given as paragraphs, the first of them the
// title; an article's place in the list is its ID.
func shelf(articles ...[]string) *Memory {
	m := &Memory{}
	for i, paragraphs := range articles {
		a := &news.Article{ID: fmt.Sprint("a", i), Version: 1, Title: paragraphs[0], Published: time.Date(2031, 1, 1+i, 0, 0, 0, 0, time.UTC)}
		for _, p := range paragraphs[1:] {
			a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: news.Body, Text: p})
		}
		news.NumberParagraphs(a.Paragraphs)
		m.Add(a, nil)
	}
	return m
}

// TestScoreShowsItsArithmetic works a score out by hand. Three paragraphs of 4, 4
// and 2 terms: the average is 10/3. "Otter" stands in two of them, "kelp" in one.
func TestScoreShowsItsArithmetic(t *testing.T) {
	m := shelf([]string{"Report", "Otters guard giant kelp.", "Otters nap in harbour water.", "Lobsters hide."})
	hits := search(t, m, Query{Text: "otters, kelp"})
	got := parts(hits[0])
	plain := func(word string) float64 { return 1 - plainStep*float64(max(0, lookUp(word).use-plainFrom)) }
	rare := func(with float64) float64 {
		return math.Round(math.Pow(math.Log(1+(3-with+0.5)/(with+0.5)), 0.8)*1e6) / 1e6
	}
	tf := 2.2 / (1 + 1.2*(0.25+0.75*4/(10.0/3)))
	otter, kelp := rare(2)*plain("otter"), rare(1)*plain("kelp")
	want := fmt.Sprintf("otter %.4f, kelp %.4f, sentence %.4f, type of answer %.4f, words together %.4f",
		otter*tf, kelp*tf, otter+kelp, typeShare*(otter+kelp), pairShare*0.3*min(otter, kelp))
	if got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	for _, h := range hits {
		sum := 0.0
		for _, p := range h.Parts {
			sum += p.Value
		}
		if math.Abs(sum-h.Score) > 1e-9 {
			t.Errorf("paragraph %d: parts add up to %v, score %v", h.Paragraph, sum, h.Score)
		}
	}
}

func TestSearchOrder(t *testing.T) {
	tests := []struct {
		name     string
		articles [][]string
		query    Query
		want     string
	}{
		{"rarer words weigh more", [][]string{{"", "The harbour sleeps.", "The harbour strike.", "The harbour wakes."}},
			Query{Text: "harbour strike"}, "a0.2 a0.1 a0.3"},
		{"words in one sentence weigh more", [][]string{{"", "The dam broke. A gate opened upstream.", "The gate of the dam opened."}},
			Query{Text: "dam gate"}, "a0.2 a0.1"},
		{"neighbours weigh more", [][]string{{"", "The night guard missed a train.", "The night train left a guard."}},
			Query{Text: "night train"}, "a0.2 a0.1"},
		{"what is sought weighs more", [][]string{{"", "Tickets sold badly in June.", "Tickets sold: 18,400 by June."}},
			Query{Text: "How many tickets sold?"}, "a0.2 a0.1"},
		{"misspellings are met", [][]string{{"", "Halvard Quist built the bridge.", "Ferries sail again."}},
			Query{Text: "the bridge of Halvrad"}, "a0.1"},
		{"ties go to the newest", [][]string{{"", "Otters swim."}, {"", "Otters swim."}}, Query{Text: "otters"}, "a1.1 a0.1"},
		{"a headline helps", [][]string{{"Kelp forest", "Otters swim."}, {"Town news", "Otters swim."}}, Query{Text: "kelp otters"}, "a0.1 a1.1"},
		{"no word, no hit", [][]string{{"", "Otters swim."}}, Query{Text: "penicillin"}, ""},
		{"stop words only", [][]string{{"", "Otters swim."}}, Query{Text: "what is it"}, ""},
		{"limit", [][]string{{"", "Otters swim.", "Otters sleep."}}, Query{Text: "otters", Limit: 1}, "a0.1"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, h := range search(t, shelf(tt.articles...), tt.query) {
				got = append(got, fmt.Sprintf("%s.%d", h.Article.ID, h.Paragraph))
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("got %q, want %q", s, tt.want)
			}
		})
	}
}

func TestSpeakerRanksFirst(t *testing.T) {
	a := &news.Article{ID: "a", Version: 1, Paragraphs: []news.Paragraph{
		{Kind: news.Body, Text: "The strike will end, Rosalind Marsh said."},
		{Kind: news.Body, Text: "The strike will end, Gideon Voss said."},
	}}
	news.NumberParagraphs(a.Paragraphs)
	r := &news.Reading{
		Speakers: []news.Speaker{{ID: "marsh", Name: "Rosalind Marsh"}, {ID: "voss", Name: "Gideon Voss", Aliases: []string{"the skipper"}}},
		Statements: []news.Statement{
			{Speaker: "marsh", Content: []news.Span{{Article: a.Ref(), Paragraph: 1, Start: 0, End: 19}}},
			{Speaker: "voss", Content: []news.Span{{Article: a.Ref(), Paragraph: 2, Start: 0, End: 19}}},
		},
	}
	m := &Memory{}
	m.Add(a, r)
	for name, want := range map[string]int{"Rosalind Marsh": 1, "Voss": 2, "skipper": 2, "": 1} {
		if hits := search(t, m, Query{Text: "strike end", Speaker: name}); hits[0].Paragraph != want {
			t.Errorf("speaker %q: paragraph %d first, want %d", name, hits[0].Paragraph, want)
		}
	}
}

func search(t *testing.T, m *Memory, q Query) []Hit {
	t.Helper()
	hits, err := Search(context.Background(), m, m, Scope{}, q)
	if err != nil {
		t.Fatal(err)
	}
	return hits
}

func parts(h Hit) string {
	var out []string
	for _, p := range h.Parts {
		out = append(out, fmt.Sprintf("%s %.4f", p.Name, p.Value))
	}
	return strings.Join(out, ", ")
}
