package speakers

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"testing"

	"onrecord/news"
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

// article makes an article of a line, and returns where its paragraphs begin
// in code points.
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

// TestGold writes, for every source that annotators marked, whom Who makes of
// it, to the file named by ONRECORD_CAST_OUT, in the form that the scorer of
// shared/eval reads. Only resolution is measured: the spans are the annotators'.
func TestGold(t *testing.T) {
	out := os.Getenv("ONRECORD_CAST_OUT")
	if out == "" {
		t.Skip("ONRECORD_CAST_OUT names no file to write to")
	}
	f, err := os.Open(filepath.Join("..", "..", "shared", "eval", "attribution.dev.jsonl"))
	if err != nil {
		t.Skipf("no evaluation data here: %v", err)
	}
	defer f.Close()
	w, err := os.Create(out)
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	enc := json.NewEncoder(w)
	in := bufio.NewScanner(f)
	in.Buffer(nil, 64<<20)
	for in.Scan() {
		var g goldArticle
		if err := json.Unmarshal(in.Bytes(), &g); err != nil {
			t.Fatal(err)
		}
		a := g.article()
		cast := Read(a)
		statements := []map[string]any{}
		for _, at := range g.Attributions {
			st := map[string]any{"spans": at.Content, "kind": at.Kind, "speaker": nil}
			if len(at.Source) > 0 {
				if s, ok := g.span(a, at.Source[0]); ok {
					who := cast.Who(s)
					st["why"], st["certainty"] = who.Why, who.Certainty
					if who.Speaker != "" {
						st["speaker"] = who.Is.Name
					}
				}
			}
			statements = append(statements, st)
		}
		if err := enc.Encode(map[string]any{"id": g.ID, "statements": statements}); err != nil {
			t.Fatal(err)
		}
	}
	if err := in.Err(); err != nil {
		t.Fatal(err)
	}
}
