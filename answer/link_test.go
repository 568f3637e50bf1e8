package answer

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/ingest"
	"onrecord/news"
)

func TestDirectivesAreWrittenAsBrowsersReadThem(t *testing.T) {
	for name, c := range map[string]struct {
		d    directive
		want string
	}{
		"words":          {directive{start: "He left"}, "He%20left"},
		"marks that end": {directive{start: "a-b, c & d"}, "a%2Db%2C%20c%20%26%20d"},
		"curly marks":    {directive{start: "can’t"}, "can%E2%80%99t"},
		"all parts":      {directive{"he said", "one", "two", "and left"}, "he%20said-,one,two,-and%20left"},
		"other letters":  {directive{start: "мост"}, "%D0%BC%D0%BE%D1%81%D1%82"},
		"harmful":        {directive{start: `"><script>)*_~|`}, "%22%3E%3Cscript%3E%29%2A_~%7C"},
	} {
		if got := c.d.String(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestLinkNamesTheWordsAndNoOthers(t *testing.T) {
	a := &news.Article{ID: "made", Version: 1, Title: "No bridge", URL: "https://lark.example/bridge", Paragraphs: []news.Paragraph{
		{Kind: news.Furniture, Text: "The mayor said no: listen"},
		{Number: 1, Kind: news.Body, Text: "The mayor said no. On Monday the mayor said no again."},
		{Number: 2, Kind: news.Body, Text: "“…”"},
		{Number: 3, Kind: news.Body, Text: "Tuesday | The mayor | closed"},
	}}
	for name, c := range map[string]struct {
		paragraph  int
		start, end int
		want       string
	}{
		"furniture has the words too":   {1, 0, 17, "The%20mayor%20said%20no,-.%20On"},
		"the second of two":             {1, 29, 46, "On%20Monday-,the%20mayor%20said%20no"},
		"nothing to look for":           {2, 0, len("“…”"), ""},
		"the bars of a row are not its": {3, 0, 28, "Tuesday,closed"},
	} {
		q, err := news.Cut(a, news.Span{Article: a.Ref(), Paragraph: c.paragraph, Start: c.start, End: c.end}, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		want := a.URL
		if c.want != "" {
			want += "#:~:text=" + c.want
		}
		if got := Link(q); got != want {
			t.Errorf("%s (%q): got %s, want %s", name, q.Text(), got, want)
		}
	}
}

// TestEveryLinkLands cuts many passages out of our newsroom's articles: each
// link is short enough, and the words in it lead to the passage and nowhere else.
func TestEveryLinkLands(t *testing.T) {
	files, _ := filepath.Glob("../testdata/news/*.*")
	plain, all := 0, 0
	for _, file := range files {
		if ext := filepath.Ext(file); ext != ".txt" && ext != ".md" || filepath.Base(file) == "README.md" {
			continue
		}
		data, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		a, err := ingest.File(file, data)
		if err != nil {
			t.Fatal(err)
		}
		a.URL = "https://www.the-brackwater-daily.example/news/2026/11/22/a-longer-address-than-most"
		for _, p := range a.Citable() {
			for start := 0; start < len(p.Text); start += 37 {
				for _, size := range []int{20, 80, 400} {
					s, e := wordsAt(p.Text, start, start+size)
					q, err := news.Cut(a, news.Span{Article: a.Ref(), Paragraph: p.Number, Start: s, End: e}, nil, nil)
					if err != nil {
						continue
					}
					link := Link(q)
					all++
					if !strings.Contains(link, "#") {
						plain++
						continue
					}
					checkLink(t, a, q, link)
				}
			}
		}
	}
	if all < 500 || plain*50 > all {
		t.Errorf("%d of %d links name no words", plain, all)
	}
}

// checkLink reads a link as a browser would, and looks for its words.
func checkLink(t *testing.T, a *news.Article, q news.Quote, link string) {
	t.Helper()
	if len(link) > MaxLink {
		t.Errorf("a link of %d bytes: %s", len(link), link)
	}
	_, text, _ := strings.Cut(link, "#:~:text=")
	var d directive
	parts := strings.Split(text, ",")
	for i, part := range parts {
		words, err := url.PathUnescape(strings.Trim(part, "-"))
		if err != nil || !utf8.ValidString(words) {
			t.Fatalf("%s can't be read: %v", link, err)
		}
		switch {
		case i == 0 && strings.HasSuffix(part, "-"):
			d.prefix = words
		case i == len(parts)-1 && strings.HasPrefix(part, "-"):
			d.suffix = words
		case d.start == "":
			d.start = words
		default:
			d.end = words
		}
	}
	s := q.Span()
	if !newTarget(a.Title, a.Paragraphs, s.Paragraph, s.Start, s.End).reached(d) {
		t.Errorf("%s does not lead to %q", link, q.Text())
	}
}

// wordsAt widens a stretch to whole words.
func wordsAt(text string, start, end int) (int, int) {
	end = min(end, len(text))
	for start > 0 && text[start-1] != ' ' {
		start--
	}
	for end < len(text) && text[end] != ' ' {
		end++
	}
	return start, end
}

func FuzzLink(f *testing.F) {
	f.Add("He said: “No, never-ever”, and left.", 9, 30)
	f.Add("市長は「橋は閉鎖」と述べた。", 9, 30)
	f.Add("a | b | c", 0, 9)
	f.Add("ΑΣ ας İi ß", 0, 12)
	f.Fuzz(func(t *testing.T, text string, start, end int) {
		text = strings.ToValidUTF8(text, "")
		if len(text) > 2000 {
			return
		}
		a := &news.Article{ID: "made", Version: 1, Title: text, URL: "https://lark.example/x", Paragraphs: []news.Paragraph{{Number: 1, Kind: news.Body, Text: text}, {Number: 2, Kind: news.Body, Text: text + " " + text}}}
		q, err := news.Cut(a, news.Span{Article: a.Ref(), Paragraph: 1, Start: start, End: end}, nil, nil)
		if err != nil {
			return
		}
		if link := Link(q); strings.Contains(link, "#") {
			checkLink(t, a, q, link)
		}
	})
}

func BenchmarkLink(b *testing.B) {
	data, err := os.ReadFile("../testdata/news/dairy-merger-release.txt")
	if err != nil {
		b.Fatal(err)
	}
	a, err := ingest.File("dairy-merger-release.txt", data)
	if err != nil {
		b.Fatal(err)
	}
	a.URL = "https://lark.example/merger"
	p := a.Paragraph(3)
	q, err := news.Cut(a, news.Span{Article: a.Ref(), Paragraph: 3, Start: 0, End: len(p.Text)}, nil, nil)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		Link(q)
	}
}
