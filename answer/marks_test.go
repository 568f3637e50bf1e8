package answer

import (
	"testing"

	"onrecord/news"
)

func TestUnmarked(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		ok             bool
	}{
		{"curly", "“no more,”", "no more,", true},
		{"straight", `"no more"`, "no more", true},
		{"opened curly, closed straight", `“no more"`, "no more", true},
		{"German", "„nie wieder“", "nie wieder", true},
		{"French", "« plus jamais »", "plus jamais", true},
		{"only opened, the next paragraph goes on", "“no more", "no more", true},
		{"none at all", "no more", "no more", true},
		{"apostrophes and single marks inside", "“it's ‘over’ now”", "it's ‘over’ now", true},
		{"the cue stands inside", `"No," he said, "never."`, `"No," he said, "never."`, false},
		{"two quotations", "“a” and “b”", "“a” and “b”", false},
		{"nothing but marks", "“”", "“”", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, ok := Unmarked(c.in); got != c.want || ok != c.ok {
				t.Errorf("got %q %v, want %q %v", got, ok, c.want, c.ok)
			}
		})
	}
}

func TestManner(t *testing.T) {
	const text = "She denied that the “bridge” was closed."
	a := &news.Article{ID: "made", Version: 1, Paragraphs: []news.Paragraph{{Number: 1, Kind: news.Body, Text: text}, {Number: 2, Kind: news.Caption, Text: text}}}
	by := &news.Speaker{ID: "ada", Name: "Ada"}
	for _, c := range []struct {
		kind      news.Kind
		stance    news.Stance
		paragraph int
		want      string
	}{
		{news.Direct, news.Said, 1, "direct quotation"},
		{news.Direct, news.Asked, 1, "direct quotation (a question)"},
		{news.Mixed, news.Demanded, 2, "partly quoted: only the words in quotation marks are the speaker's own, in a picture's caption (a demand)"},
		{news.Reported, news.Denied, 1, "paraphrase, not a direct quotation, except in quotation marks (a denial)"},
		{news.Narration, news.Said, 2, "the article's own words, in a picture's caption"},
	} {
		s := news.Span{Article: a.Ref(), Paragraph: c.paragraph, End: len(text)}
		st := &news.Statement{Speaker: "ada", Kind: c.kind, Stance: c.stance, Content: []news.Span{s}, Passage: s, Certainty: 1}
		credited := by
		if c.kind == news.Narration {
			st, credited = nil, nil
		}
		q, err := news.Cut(a, s, st, credited)
		if err != nil {
			t.Fatal(err)
		}
		if got := Manner(q).String(); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}
