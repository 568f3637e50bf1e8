package shelf_test

import (
	"path/filepath"
	"testing"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/shelf"
	"onrecord/store"
)

// TestAnswersAsOne: the engine answers over two libraries asked together as over
// one that has all their articles, byte for byte.
func TestAnswersAsOne(t *testing.T) {
	s := stocked(t)
	e := answer.New(shelf.New(s))
	cards, err := s.Cards(t.Context(), whole, "")
	if err != nil {
		t.Fatal(err)
	}
	answered := 0
	for _, c := range cards[:min(len(cards), 25)] {
		for _, about := range []string{"the harbour", "the budget", "the lighthouse", "a spaceship"} {
			q := news.Question{Text: "What did " + c.Name + " say about " + about + "?", Library: whole}
			want, err := e.Ask(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			q.Library = asked
			got, err := e.Ask(t.Context(), q)
			if err != nil {
				t.Fatal(err)
			}
			if want.Answered() {
				answered++
			}
			check(t, q.Text, shown(want), shown(got), nil)
		}
	}
	if answered < 5 {
		t.Errorf("only %d of these questions are answered at all", answered)
	}
}

// shown is what people see of an answer.
func shown(a answer.Answer) []string {
	out := []string{a.Prose(), string(a.Reason())}
	for _, q := range append(a.Quotes(), a.Nearest()...) {
		out = append(out, q.Article().ID, q.Speaker().Name, q.Text())
	}
	return out
}

// BenchmarkAsk asks a place without articles of its own, and one with a few.
func BenchmarkAsk(b *testing.B) {
	s, err := store.Open(b.Context(), filepath.Join(b.TempDir(), "library.db"))
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	for n := range 100 {
		a, r := room.Article(n)
		library := shared
		if n%10 == 0 {
			library = own
		}
		if _, _, err := s.Add(b.Context(), library, a, r); err != nil {
			b.Fatal(err)
		}
	}
	sh := shelf.New(s)
	e := answer.New(sh)
	for _, place := range []string{"server-2", own} {
		library, err := sh.Library(b.Context(), place, false)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(library, func(b *testing.B) {
			for b.Loop() {
				if _, err := e.Ask(b.Context(), news.Question{Text: "What did Varga say about the harbour?", Library: library}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
