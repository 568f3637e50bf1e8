package answer

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"

	"onrecord/llm"
	"onrecord/news"
	"onrecord/prompts"
)

// scripted is a model that says what a test has it say.
type scripted struct {
	say     func(r llm.Request) string
	prompts []string // the names of what it was asked for
}

func (s *scripted) Model() string { return "scripted" }

func (s *scripted) Complete(_ context.Context, r llm.Request) (llm.Reply, error) {
	s.prompts = append(s.prompts, r.Name)
	return llm.Reply{Text: s.say(r), Usage: llm.Usage{Prompt: 100, Completion: 10}}, nil
}

// withScript returns a model beside an engine that says what say returns.
func withScript(t testing.TB, e *Engine, say func(r llm.Request) string) (*Model, *scripted) {
	t.Helper()
	set, err := prompts.Load("")
	if err != nil {
		t.Fatal(err)
	}
	s := &scripted{say: say}
	return e.WithModel(ModelConfig{Writer: s, Prompts: set, Logger: slog.New(slog.DiscardHandler)}), s
}

func at(question string) news.Question {
	return news.Question{Text: question, Library: news.HomeLibrary}
}

// TestTrapsStayRefused: whatever a model that says yes to everything is asked,
// it is not asked at all where the speaker is the matter, and answers nothing.
func TestTrapsStayRefused(t *testing.T) {
	e := New(builtIn(t))
	yes, s := withScript(t, e, func(r llm.Request) string {
		if r.Name == "words" {
			return `{"words":["ceasefire","aid"]}`
		}
		return `{"answers":true,"numbers":[1,2,3,4],"prose":[{"text":"Sergei Ryabkov said that Russia would support a 48-hour ceasefire.","from":[1]}]}`
	})
	for _, c := range []struct {
		question string
		asked    bool
	}{
		{"What did Kirby say about a 48-hour ceasefire?", false},
		{"What did Arvid Falk say about a ceasefire?", false},
		{"What did Ryabkov say about football?", true},
		{"What is the population of Aleppo?", true},
		{"Tell me a joke.", true},
	} {
		s.prompts = nil
		base, err := e.Ask(t.Context(), at(c.question))
		if err != nil || base.Answered() {
			t.Fatalf("%q: %v, answered %v", c.question, err, base.Answered())
		}
		a, err := yes.Tell(t.Context(), at(c.question), Payer{})
		if err == nil && (a.Answered() || len(a.Told()) > 0 || a.Reason() != base.Reason()) {
			t.Errorf("%q is answered: %s", c.question, a.Prose())
		}
		if asked := len(s.prompts) > 0; asked && !c.asked {
			t.Errorf("%q: the model was asked for %v", c.question, s.prompts)
		}
	}
}

// TestOtherWordsFindNearer: a model's words bring what comes nearest, marked as
// no answer.
func TestOtherWordsFindNearer(t *testing.T) {
	e := New(builtIn(t))
	m, _ := withScript(t, e, func(r llm.Request) string {
		if r.Name == "words" {
			return `{"words":["extremists","vacuum"]}`
		}
		for _, line := range strings.Split(r.User, "\n") {
			if n, rest, ok := strings.Cut(line, ","); ok && strings.Contains(rest, "power vacuum") {
				return `{"answers":false,"numbers":[` + strings.TrimPrefix(n, `{"number":`) + `],"prose":[]}`
			}
		}
		return `{"answers":false,"numbers":[],"prose":[]}`
	})
	a, err := m.Tell(t.Context(), at("Who gains from the disorder of the battles?"), Payer{})
	if err != nil {
		t.Fatal(err)
	}
	if a.Answered() || len(a.Nearest()) == 0 || !strings.Contains(a.Nearest()[0].Text(), "power vacuum") {
		t.Errorf("answered %v, nearest %v", a.Answered(), a.Nearest())
	}
}

func TestFollowUpMadeWhole(t *testing.T) {
	e := New(builtIn(t))
	made := ""
	m, _ := withScript(t, e, func(r llm.Request) string {
		if r.Name == "question" {
			return `{"question":"` + made + `"}`
		}
		return `{"answers":false,"numbers":[],"prose":[]}`
	})
	for _, c := range []struct {
		name, made string
		answers    bool
	}{
		{"of words that were asked", "What did Ryabkov say about a longer ceasefire?", true},
		{"with a name that nobody wrote", "What did Peskov say about a longer ceasefire?", false},
		{"without the last question's word", "What did Ryabkov say about a 48-hour ceasefire?", false},
		{"with markup", "**What did Ryabkov say about a longer ceasefire?**", false},
		{"not at all", "", false},
	} {
		made = c.made
		q := at("and a longer one?")
		q.Before = "What did Ryabkov say about a 48-hour ceasefire?"
		if base, err := e.Ask(t.Context(), q); err != nil || base.Answered() {
			t.Fatalf("alone: %v, answered %v", err, base.Answered())
		}
		a, err := m.Tell(t.Context(), q, Payer{})
		if answered := err == nil && a.Answered(); answered != c.answers {
			t.Errorf("%s: answered %v (%v)", c.name, answered, err)
		}
		if c.answers && a.Question() != c.made {
			t.Errorf("%s: the question is %q", c.name, a.Question())
		}
	}
}

// fullLedger is one in which everybody has spent so much.
type fullLedger struct{ spent int }

func (f *fullLedger) Spent(context.Context, string, news.Account) (int, error) { return f.spent, nil }
func (f *fullLedger) Spend(_ context.Context, _ string, s news.Spending, _ ...news.Account) error {
	f.spent += s.Total()
	return nil
}

func TestBudget(t *testing.T) {
	e := New(builtIn(t))
	for _, c := range []struct {
		name   string
		budget Budget
		payer  Payer
		spent  int
		within bool
	}{
		{"no bound", Budget{}, Payer{}, 1 << 40, true},
		{"enough", Budget{Day: 10_000}, Payer{}, 0, true},
		{"spent", Budget{Day: 10_000}, Payer{}, 9_900, false},
		{"the server's spent", Budget{Server: 10_000}, Payer{Server: "1"}, 9_900, false},
		{"direct messages have no server's", Budget{Server: 10_000}, Payer{User: "1"}, 9_900, true},
		{"the person's spent", Budget{User: 10_000}, Payer{Server: "1", User: "1"}, 9_900, false},
	} {
		m, s := withScript(t, e, func(llm.Request) string { return `{"answers":false,"numbers":[],"prose":[]}` })
		m.ledger, m.budget = &fullLedger{c.spent}, c.budget
		_, err := m.Tell(t.Context(), at("What did Ryabkov say about a 48-hour ceasefire?"), c.payer)
		if over := errors.Is(err, ErrBudget); over == c.within || (len(s.prompts) > 0) != c.within {
			t.Errorf("%s: %v after %d prompts", c.name, err, len(s.prompts))
		}
		if len(m.pending.tokens) > 0 {
			t.Errorf("%s: %v is still reserved", c.name, m.pending.tokens)
		}
	}
}

func TestMadeOf(t *testing.T) {
	for _, c := range []struct {
		whole, last, before string
		want                bool
	}{
		{"What did Kirby say about aid?", "and Kirby?", "What did Kerry say about aid?", true},
		{"What did Kerry say about aid?", "and Kirby?", "What did Kerry say about aid?", false},
		{"What did Kirby say about bombs?", "and Kirby?", "What did Kerry say about aid?", false},
		{"", "and Kirby?", "What did Kerry say about aid?", false},
	} {
		if got := madeOf(c.whole, c.last, c.before); got != c.want {
			t.Errorf("%q of %q after %q: %v", c.whole, c.last, c.before, got)
		}
	}
}

// TestYesComesFirst: what a model tells stands before the engine's sentence, and
// behind its yes or no.
func TestYesComesFirst(t *testing.T) {
	e := New(builtIn(t))
	m, _ := withScript(t, e, func(llm.Request) string {
		return `{"answers":true,"numbers":[1],"prose":[{"text":"Sergei Ryabkov said that Russia would support a 48-hour ceasefire.","from":[1]}]}`
	})
	for question, first := range map[string]string{
		"What did Ryabkov say about a 48-hour ceasefire?":                "Sergei Ryabkov said that Russia",
		"Did Ryabkov say that Russia would support a 48-hour ceasefire?": "Yes.",
	} {
		a, err := m.Tell(t.Context(), at(question), Payer{})
		if err != nil || !strings.HasPrefix(a.Prose(), first) || len(a.Told()) != 1 || !strings.Contains(a.Prose(), a.Told().String()) {
			t.Errorf("%q: %v, %s", question, err, a.Prose())
		}
	}
}
