package storetest_test

import (
	"context"
	"log/slog"
	"path/filepath"
	"regexp"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/answer"
	"onrecord/llm"
	"onrecord/news"
	"onrecord/prompts"
	"onrecord/store"
	"onrecord/store/storetest"
)

// listener is a model that writes down what it is sent, and has nothing to say.
type listener struct{ heard []string }

// code is the line that is another in each prompt.
var code = regexp.MustCompile(`=== [A-Z2-7]{26} ===`)

func (l *listener) Model() string { return "listener" }

func (l *listener) Complete(_ context.Context, r llm.Request) (llm.Reply, error) {
	l.heard = append(l.heard, r.System+"\n"+code.ReplaceAllString(r.User, "==="))
	return llm.Reply{Text: `{"answers":false,"numbers":[],"prose":[],"words":["deal","storm"],"question":""}`}, nil
}

// TestSamePrompts: whichever database, a model is sent the same to the byte.
func TestSamePrompts(t *testing.T) {
	fresh := storetest.Postgres(t)
	a := newsroom(t)
	one := heard(t, filepath.Join(t.TempDir(), "library.db"), a)
	two := heard(t, fresh(t), a)
	if d := cmp.Diff(one, two); d != "" {
		t.Errorf("SQLite (-) and PostgreSQL (+) differ:\n%s", d)
	}
	if len(one) < 30 {
		t.Errorf("only %d prompts were compared", len(one))
	}
}

// heard is what a model is sent over a database, every fourth question's.
func heard(t *testing.T, address string, a asked) []string {
	t.Helper()
	s, err := store.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for i := range a.articles {
		if strings.HasPrefix(address, "postgres") { // their order must not matter
			i = len(a.articles) - 1 - i
		}
		if _, _, err := s.Add(t.Context(), "home", a.articles[i], a.readings[i]); err != nil {
			t.Fatal(err)
		}
	}
	set, err := prompts.Load("")
	if err != nil {
		t.Fatal(err)
	}
	l := &listener{}
	m := answer.New(s).WithModel(answer.ModelConfig{Writer: l, Prompts: set, Logger: slog.New(slog.DiscardHandler)})
	for i, text := range a.questions {
		if i%4 == 0 {
			_, _ = m.Tell(t.Context(), news.Question{Text: text, Library: "home"}, answer.Payer{}) // it never has anything to tell
		}
	}
	return l.heard
}
