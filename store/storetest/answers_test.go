package storetest_test

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/answer"
	"onrecord/articles"
	"onrecord/ingest"
	"onrecord/news"
	"onrecord/quotes"
	"onrecord/store"
	"onrecord/store/storetest"
)

func TestMain(m *testing.M) {
	code := m.Run()
	storetest.StopPostgres()
	os.Exit(code)
}

// asked is a library with questions for it.
type asked struct {
	name      string
	articles  []*news.Article
	readings  []*news.Reading
	questions []string
}

// newsroom is the built-in article with the invented ones of testdata, and
// every question that the other tests ask of them.
func newsroom(t *testing.T) asked {
	t.Helper()
	a := asked{name: "newsroom"}
	for _, files := range []fs.FS{articles.Files, os.DirFS("../../testdata/news"), os.DirFS("../../answer/testdata")} {
		if err := fs.WalkDir(files, ".", func(path string, d fs.DirEntry, err error) error {
			if err != nil || d.IsDir() || strings.HasPrefix(d.Name(), "README") {
				return err
			}
			data, err := fs.ReadFile(files, path)
			if err != nil {
				return err
			}
			switch filepath.Ext(path) {
			case ".jsonl":
				a.questions = append(a.questions, questionsIn(t, data)...)
			case ".txt", ".md":
				read, err := ingest.File(path, data)
				if err != nil {
					return fmt.Errorf("%s: %w", path, err)
				}
				a.articles, a.readings = append(a.articles, read), append(a.readings, quotes.Read(read))
			}
			return nil
		}); err != nil {
			t.Fatal(err)
		}
	}
	if len(a.articles) < 5 || len(a.questions) < 60 {
		t.Fatalf("the newsroom has %d articles and %d questions: too few to prove anything", len(a.articles), len(a.questions))
	}
	return a
}

func questionsIn(t *testing.T, data []byte) []string {
	t.Helper()
	var out []string
	for lines := bufio.NewScanner(strings.NewReader(string(data))); lines.Scan(); {
		var q struct{ Question string }
		if err := json.Unmarshal(lines.Bytes(), &q); err != nil {
			t.Fatal(err)
		}
		if q.Question != "" {
			out = append(out, q.Question)
		}
	}
	return out
}

// generated is a large library, its questions made from its own words.
func generated(size int) asked {
	a := asked{name: "generated"}
	room := storetest.Newsroom{Seed: 3, Paragraphs: 12}
	for n := range size {
		article, reading := room.Article(n)
		a.articles, a.readings = append(a.articles, article), append(a.readings, reading)
		if n%(size/50) != 0 {
			continue
		}
		a.questions = append(a.questions, "What happened in "+article.Title+"?")
		for _, st := range reading.Statements {
			topic, err := article.Text(st.Content[0])
			if err != nil {
				continue
			}
			a.questions = append(a.questions, "Who said "+topic+"?")
			for _, s := range reading.Speakers {
				a.questions = append(a.questions, "What did "+s.Name+" say about "+topic+"?")
			}
		}
	}
	return a
}

// TestSameAnswers: whichever database, the answers are the same to the byte.
func TestSameAnswers(t *testing.T) {
	fresh := storetest.Postgres(t)
	size := 300
	if os.Getenv("ONRECORD_LONG_TESTS") != "" {
		size = 2500
	}
	for _, a := range []asked{newsroom(t), generated(size)} {
		t.Run(a.name, func(t *testing.T) {
			one := answers(t, filepath.Join(t.TempDir(), "library.db"), a)
			two := answers(t, fresh(t), a)
			if d := cmp.Diff(one, two); d != "" {
				t.Errorf("SQLite (-) and PostgreSQL (+) differ:\n%s", d)
			}
			said := 0
			for _, text := range one {
				if strings.Contains(text, "answered true") {
					said++
				}
			}
			t.Logf("%d articles, %d texts compared, %d of them answers", len(a.articles), len(one), said)
			if said < len(a.questions)/10 {
				t.Errorf("only %d of %d questions were answered: nothing was compared", said, len(a.questions))
			}
		})
	}
}

// somewhere is an address in memory.
var somewhere = regexp.MustCompile(`\b0x[0-9a-f]{6,}`)

// answers fills a database and writes down all that the engine says of it. The
// articles are added in an order of the database's own: it must not matter.
func answers(t *testing.T, address string, a asked) []string {
	t.Helper()
	ctx := t.Context()
	s, err := store.Open(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for i := range a.articles {
		if strings.HasPrefix(address, "postgres") {
			i = len(a.articles) - 1 - i
		}
		if _, _, err := s.Add(ctx, "home", a.articles[i], a.readings[i]); err != nil {
			t.Fatal(err)
		}
	}
	e := answer.New(s)
	var out []string
	say := func(what string, err error, values ...any) {
		if err != nil {
			t.Fatalf("%s: %v", what, err)
		}
		// A quotation knows its page, which is somewhere else in each memory.
		out = append(out, somewhere.ReplaceAllString(fmt.Sprintf("%s: %+v", what, values), "0x…"))
	}
	for _, text := range a.questions {
		got, err := e.Ask(ctx, news.Question{Text: text, Library: "home"})
		say(text, err, fmt.Sprint("answered ", got.Answered()), got.Prose(), got.Drafter(), got.Reason(), got.Quotes(), got.Nearest())
	}
	cards, err := e.Speakers(ctx, "home", "")
	say("speakers", err, cards)
	for i, c := range cards {
		if i%max(1, len(cards)/40) != 0 {
			continue
		}
		for _, about := range []string{"", "harbour"} {
			p, err := e.Speaker(ctx, answer.LookUp{Library: "home", Name: c.Name, About: about})
			say("speaker "+c.Name, err, p.Quotes(), p.CouldBe(), p.Nearest(), p.ElseSaid())
		}
		line, err := e.Timeline(ctx, answer.LookUp{Library: "home", Name: c.Name})
		say("timeline of "+c.Name, err, line.Quotes())
		found, err := e.Suggest(ctx, "home", c.Name[:1], 25)
		say("suggest", err, found)
	}
	for _, topic := range []string{"harbour", "the council budget", "ceasefire"} {
		sides, err := e.Sides(ctx, news.Question{Library: "home", Text: topic})
		say("sides on "+topic, err, sides.Sides(), sides.Nearest())
	}
	for i, r := range a.readings {
		if len(r.Statements) == 0 || i%max(1, len(a.readings)/40) != 0 {
			continue
		}
		words, err := a.articles[i].Text(r.Statements[0].Content[0])
		if err != nil {
			t.Fatal(err)
		}
		v, err := e.Check(ctx, answer.Claim{Library: "home", Words: words})
		say("check "+words, err, v.Finding(), v.Speaker(), v.Quotes(), v.Diff())
	}
	return out
}
