package tongues

import (
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"

	"onrecord/news"
)

var update = flag.Bool("update", false, "write the golden files anew")

// gold is a statement that an article makes.
type gold struct {
	paragraph              int
	speaker, kind, content string
}

// articles reads the invented articles of a language, with what they say. They
// stand in one file, "---" between them; under a paragraph "= speaker | kind |
// content" is a statement of it.
func articles(t *testing.T, tag string) (out []*news.Article, all [][]gold) {
	t.Helper()
	data, err := os.ReadFile("testdata/" + tag + ".txt")
	if err != nil {
		t.Fatal(err)
	}
	for n, text := range strings.Split(string(data), "\n---\n") {
		a := &news.Article{ID: fmt.Sprint(tag, n), Version: 1, Language: tag}
		var says []gold
		for line := range strings.Lines(text) {
			line = strings.TrimSpace(line)
			if rest, ok := strings.CutPrefix(line, "= "); ok {
				parts := strings.SplitN(rest, " | ", 3)
				says = append(says, gold{len(a.Paragraphs), parts[0], parts[1], parts[2]})
			} else if line != "" {
				a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: news.Body, Text: line})
			}
		}
		news.NumberParagraphs(a.Paragraphs)
		for _, g := range says {
			if !strings.Contains(a.Paragraphs[g.paragraph-1].Text, g.content) {
				t.Fatalf("%s: paragraph %d has no %q", a.ID, g.paragraph, g.content)
			}
		}
		out, all = append(out, a), append(all, says)
	}
	return out, all
}

// lines shows a reading, a statement a line.
func lines(a *news.Article, r *news.Reading) []string {
	names := map[string]string{"": "?"}
	for _, s := range r.Speakers {
		names[s.ID] = s.Name
		if s.Role != "" {
			names[s.ID] += " (" + s.Role + ")"
		}
	}
	var out []string
	for _, st := range r.Statements {
		var parts []string
		for _, c := range st.Content {
			text, err := a.Text(c)
			if err != nil {
				text = err.Error()
			}
			parts = append(parts, text)
		}
		out = append(out, fmt.Sprintf("%d %s | %s | %s | %s", st.Content[0].Paragraph, names[st.Speaker], st.Kind, st.Stance, strings.Join(parts, " … ")))
	}
	return out
}

// TestArticles holds the readings of the invented articles to a golden file,
// and says how many statements are right: speaker, kind, and words.
func TestArticles(t *testing.T) {
	var b strings.Builder
	for _, tag := range []string{"de", "es", "fr", "it", "pt", "ru"} {
		found, right, wanted := 0, 0, 0
		list, all := articles(t, tag)
		for n, a := range list {
			r := Read(a)
			fmt.Fprintf(&b, "%s\n  %s\n", a.ID, strings.Join(lines(a, r), "\n  "))
			found += len(r.Statements)
			wanted += len(all[n])
			for _, g := range all[n] {
				if has(a, r, g) {
					right++
				}
			}
		}
		fmt.Fprintf(&b, "%s: %d statements, %d found, %d right\n\n", tag, wanted, found, right)
		if right*10 < wanted*8 {
			t.Errorf("%s: only %d of %d statements are right", tag, right, wanted)
		}
	}
	const file = "testdata/articles.golden"
	if *update {
		if err := os.WriteFile(file, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil || string(want) != b.String() {
		t.Errorf("the readings differ from %s (%v):\n%s", file, err, b.String())
	}
}

// has tells whether a reading has a statement: the speaker, the kind, and
// content that begins where it does and has its words.
func has(a *news.Article, r *news.Reading, g gold) bool {
	names := map[string]string{}
	for _, s := range r.Speakers {
		names[s.ID] = s.Name
	}
	for _, st := range r.Statements {
		if st.Content[0].Paragraph != g.paragraph || names[st.Speaker] != g.speaker || string(st.Kind) != g.kind {
			continue
		}
		if text, err := a.Text(st.Content[0]); err == nil && strings.Trim(text, " .") == strings.Trim(g.content, " .") {
			return true
		}
	}
	return false
}

// Whatever the text: no panic, every span valid, the passage over the first
// content, the speaker known.
func FuzzRead(f *testing.F) {
	f.Add("es", "«No», dijo Ana Ruiz. —Sí —dijo él. “x")
	f.Add("de", "„Nein“, sagte Meier, „ja, dass\n“")
	f.Add("ru", "\xff«Да», — сказал Иванов. Según")
	f.Fuzz(func(t *testing.T, tag, text string) {
		if len(text) > 1<<14 {
			t.Skip()
		}
		a := &news.Article{ID: "x", Version: 1, Language: tag}
		for line := range strings.Lines(strings.ToValidUTF8(text, "?")) {
			if line = strings.TrimSpace(line); line != "" {
				a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: news.Body, Text: line})
			}
		}
		news.NumberParagraphs(a.Paragraphs)
		r := Read(a)
		known := map[string]bool{"": true}
		for _, s := range r.Speakers {
			if s.ID == "" || s.Name == "" || known[s.ID] {
				t.Errorf("speaker %+v", s)
			}
			known[s.ID] = true
		}
		for _, st := range r.Statements {
			if !known[st.Speaker] || len(st.Content) == 0 || !st.Passage.Contains(st.Content[0]) {
				t.Errorf("statement %+v", st)
			}
			for _, s := range append(st.Content, st.Passage) {
				if _, err := a.Text(s); err != nil {
					t.Error(err)
				}
			}
			for _, s := range []news.Span{st.Source, st.Cue} {
				if _, err := a.Text(s); !s.Zero() && err != nil {
					t.Error(err)
				}
			}
		}
	})
}
