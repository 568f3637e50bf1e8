package answer

import (
	"context"
	"encoding/json"
	"errors"
	"log/slog"
	"math"
	"strings"
	"testing"
	"time"

	"onrecord/llm"
	"onrecord/llm/llmtest"
	"onrecord/news"
)

// vectorsOf are the vectors that the fake makes of a library's paragraphs.
type vectorsOf struct{ lib Library }

func (v vectorsOf) Nearest(ctx context.Context, library, article, _ string, q []float32, limit int) ([]news.Near, error) {
	infos, err := v.lib.Articles(ctx, library)
	var out []news.Near
	for _, i := range infos {
		a, _, err := v.lib.Article(ctx, library, news.Ref{ID: i.ID})
		if err != nil {
			return nil, err
		}
		for _, p := range a.Citable() {
			if n := (news.Near{Article: a.Ref(), Paragraph: p.Number, Score: cosine(q, llmtest.Embedding(p.Text))}); article == "" || article == a.ID {
				out = append(out, n)
			}
		}
	}
	best := out[:0]
	for range limit {
		at := -1
		for i := range out[len(best):] {
			if j := i + len(best); at < 0 || news.Nearer(out[j], out[at]) < 0 {
				at = j
			}
		}
		if at < 0 {
			break
		}
		out[len(best)], out[at] = out[at], out[len(best)]
		best = out[:len(best)+1]
	}
	return best, err
}

func cosine(a, b []float32) int {
	var ab, aa, bb float64
	for i := range min(len(a), len(b)) {
		x, y := float64(a[i]), float64(b[i])
		ab, aa, bb = ab+x*y, aa+x*x, bb+y*y
	}
	return int(math.Round(1e6 * ab / math.Sqrt(aa*bb)))
}

// quay is an article about boats and tickets.
func quay(t testing.TB) *shelf {
	t.Helper()
	a := &news.Article{ID: "harbour", Version: 1, Title: "Lindholm harbour", Language: "en", Paragraphs: []news.Paragraph{
		{Text: "The mayor opened a bakery on Monday. Children ate buns there."},
		{Text: "Tickets for boats will climb by four crowns in spring."},
		{Text: "Snow is expected at the weekend, the weather office wrote."},
	}}
	for i := range a.Paragraphs {
		a.Paragraphs[i].Kind = news.Body
	}
	news.NumberParagraphs(a.Paragraphs)
	s := &shelf{}
	s.add(a, &news.Reading{})
	return s
}

// embedding returns embeddings of a fake in a mode.
func embedding(t testing.TB, lib Library, mode llmtest.Mode) (*Embeddings, *llmtest.Server) {
	t.Helper()
	srv := llmtest.Start(llmtest.Options{Mode: mode})
	t.Cleanup(srv.Close)
	quiet := slog.New(slog.DiscardHandler)
	client, err := llm.New(llm.Config{BaseURL: srv.URL, Model: "fake-embedding", Wait: time.Millisecond, Logger: quiet})
	if err != nil {
		t.Fatal(err)
	}
	return NewEmbeddings(EmbeddingConfig{Embedder: client, Vectors: vectorsOf{lib}, Wait: 300 * time.Millisecond, Logger: quiet}), srv
}

func asJSON(t testing.TB, e *Engine, question string) string {
	t.Helper()
	a, err := e.Ask(t.Context(), at(question))
	if err != nil {
		t.Fatal(err)
	}
	b, err := json.Marshal(a)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// paraphrase shares no word with the paragraph that it means.
const paraphrase = "Which ferry fares increase?"

func TestParaphraseIsNear(t *testing.T) {
	lib := quay(t)
	e := New(lib)
	m, srv := embedding(t, lib, llmtest.Honest)
	if without := asJSON(t, e, paraphrase); strings.Contains(without, "Tickets for boats") {
		t.Fatalf("words alone find it: %s", without)
	}
	with := e.WithEmbeddings(m)
	a, err := with.Ask(t.Context(), at(paraphrase))
	if err != nil {
		t.Fatal(err)
	}
	if a.Answered() {
		t.Errorf("vectors answered: %v", a.Quotes())
	}
	if n := a.Nearest(); len(n) != 1 || !strings.HasPrefix(n[0].Text(), "Tickets for boats") {
		t.Errorf("nearest: %v", n)
	}
	if asJSON(t, with, paraphrase); srv.Count() != 1 {
		t.Errorf("%d requests for one question", srv.Count())
	}
	if off, plain := asJSON(t, with.WithEmbeddings(nil), paraphrase), asJSON(t, e, paraphrase); off != plain {
		t.Errorf("switched off: %s, want %s", off, plain)
	}
}

// TestHostileVectors: whatever the endpoint does, the answer is that of the words
// alone.
func TestHostileVectors(t *testing.T) {
	lib := quay(t)
	e := New(lib)
	questions := []string{paraphrase, "What did the weather office write?", "What did the mayor open?", "What did Mira Holt say about ferries?"}
	for _, mode := range []llmtest.Mode{llmtest.FewVectors, llmtest.NotANumber, llmtest.ZeroVectors, llmtest.LongVectors, llmtest.OpposedVectors,
		llmtest.Error500, llmtest.BadModel, llmtest.RateLimit, llmtest.Hang, llmtest.Huge} {
		t.Run(string(mode), func(t *testing.T) {
			m, _ := embedding(t, lib, mode)
			with := e.WithEmbeddings(m)
			for _, q := range questions {
				if got, want := asJSON(t, with, q), asJSON(t, e, q); got != want {
					t.Errorf("%s\n%s\nwant %s", q, got, want)
				}
			}
		})
	}
}

// TestHangingVectorsOnce: an endpoint that hangs holds a question up once, however
// often it is looked at.
func TestHangingVectorsOnce(t *testing.T) {
	lib := builtIn(t)
	m, srv := embedding(t, lib, llmtest.Hang)
	asJSON(t, New(lib).WithEmbeddings(m), "What did Ryabkov say about football?")
	if srv.Count() != 1 {
		t.Errorf("%d requests for one question", srv.Count())
	}
}

// TestVectorsNeverAnswer: true vectors change no verdict of the built-in article's
// traps.
func TestVectorsNeverAnswer(t *testing.T) {
	lib := builtIn(t)
	e := New(lib)
	m, _ := embedding(t, lib, llmtest.Honest)
	with := e.WithEmbeddings(m)
	for _, q := range []string{"What did Kirby say about a 48-hour ceasefire?", "What did Arvid Falk say about a ceasefire?", "What did Ryabkov say about football?",
		"What is the population of Aleppo?", "What did Ryabkov say about the ceasefire?", "What did Kerry demand?"} {
		a, err := with.Ask(t.Context(), at(q))
		if err != nil {
			t.Fatal(err)
		}
		b, err := e.Ask(t.Context(), at(q))
		if err != nil {
			t.Fatal(err)
		}
		if a.Answered() != b.Answered() || a.Answered() && !sameQuotes(a.Quotes(), b.Quotes()) {
			t.Errorf("%s answered %v with vectors, %v without", q, a.Answered(), b.Answered())
		}
	}
}

// poor is a ledger of a day on which nearly all is spent.
type poor struct{ spent int }

func (p *poor) Spent(context.Context, string, news.Account) (int, error) { return p.spent, nil }
func (p *poor) Spend(_ context.Context, _ string, s news.Spending, _ ...news.Account) error {
	p.spent += s.Prompt
	return nil
}

func TestVectorsWithinBudget(t *testing.T) {
	lib := quay(t)
	m, srv := embedding(t, lib, llmtest.Honest)
	ledger := &poor{}
	m.config.Ledger, m.config.Day = ledger, 12
	if _, err := m.Embed(t.Context(), []string{"A short text."}); err != nil || ledger.spent == 0 {
		t.Fatalf("%v, %d spent", err, ledger.spent)
	}
	ledger.spent = 12
	if _, err := m.Embed(t.Context(), []string{"A short text."}); !errors.Is(err, ErrBudget) || srv.Count() != 1 {
		t.Errorf("over the budget: %v, %d requests", err, srv.Count())
	}
}
