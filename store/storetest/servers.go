package storetest

import (
	"fmt"
	"maps"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/news"
	"onrecord/store"
)

func testPreferences(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	ctx := t.Context()
	for _, set := range []struct{ place, name, value string }{
		{"server-1", "role", "77"}, {"server-1", "boldness", "0.2"}, {"server-1", "boldness", "0.8"},
		{"server-1", "questions", "on"}, {"server-1", "questions", ""}, {"server-2", "role", "99"},
	} {
		if err := s.SetPreference(ctx, set.place, set.name, set.value); err != nil {
			t.Fatal(err)
		}
	}
	got, err := s.Preferences(ctx, "server-1", "boldness", "role", "questions", "unheard of", "bad\x00name")
	if err != nil {
		t.Fatal(err)
	}
	if want := map[string]string{"role": "77", "boldness": "0.8"}; !maps.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	if got, err := s.Preferences(ctx, "server-1", "role"); err != nil || len(got) != 1 {
		t.Errorf("asked for one, got %v, %v", got, err)
	}
	if names, err := s.Libraries(ctx); err != nil || len(names) != 0 {
		t.Errorf("choosing made libraries %v, %v", names, err)
	}
	for name, err := range map[string]error{
		"no place": s.SetPreference(ctx, "", "role", "1"), "no name": s.SetPreference(ctx, "server-1", "", "1"),
		"broken": s.SetPreference(ctx, "server-1", "role", "\xff"),
	} {
		if err == nil {
			t.Errorf("%s: kept", name)
		}
	}
}

func testHolds(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	holds := func(want bool, when string) {
		t.Helper()
		if got, err := s.Holds(t.Context(), "server-1"); err != nil || got != want {
			t.Errorf("%s: %v, %v; want %v", when, got, err, want)
		}
	}
	holds(false, "never heard of")
	if err := s.SetSetting(t.Context(), "server-1", "a", "b"); err != nil {
		t.Fatal(err)
	}
	holds(false, "nothing in it")
	a, r := room.Article(1)
	add(t, s, "server-1", a, r)
	holds(true, "one in it")
	if err := s.Remove(t.Context(), "server-1", a.ID); err != nil {
		t.Fatal(err)
	}
	holds(false, "removed")
}

func testVotes(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	ctx := t.Context()
	spans := []news.Span{{Article: news.Ref{ID: "a", Version: 2}, Paragraph: 3, Start: 4, End: 5}}
	vote := func(answer, person string, helpful bool, reason string, after time.Duration) news.Vote {
		v := news.Vote{Answer: answer, Person: person, Place: "server-1", At: noon.Add(after), Helpful: helpful, Outcome: "answered", Question: "q1", Spans: spans, Reason: reason}
		if err := s.KeepVote(ctx, v); err != nil {
			t.Fatal(err)
		}
		return v
	}
	if err := s.KeepQuestion(ctx, news.KeptQuestion{ID: "q1", Person: "ada", Place: "server-1", At: noon, Outcome: "answered", Words: "Who said so?"}); err != nil {
		t.Fatal(err)
	}
	vote("m1", "ada", true, "", 0)
	vote("m1", "bob", false, "", 1*time.Second)
	vote("m1", "bob", false, "too long", 2*time.Second)
	bob := vote("m1", "bob", false, "", 3*time.Second) // pressed again: the reason stays
	bob.Reason = "too long"
	vote("m1", "ada", false, "not him", 4*time.Second)
	ada := vote("m1", "ada", true, "", 5*time.Second) // changed: the reason goes
	other := vote("m2", "ada", true, "", 6*time.Second)
	var got []news.Vote
	if err := s.Votes(ctx, func(v news.Vote) error { got = append(got, v); return nil }); err != nil {
		t.Fatal(err)
	}
	want := []news.Vote{bob, ada, other}
	for i := range want {
		want[i].Words = "Who said so?"
	}
	if d := cmp.Diff(want, got); d != "" {
		t.Error(d)
	}
	if err := s.KeepVote(ctx, news.Vote{Answer: "m1"}); err == nil {
		t.Error("a vote of nobody was kept")
	}
}

func testPurge(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	ctx := t.Context()
	for i, age := range []time.Duration{40 * 24 * time.Hour, time.Hour} {
		id := fmt.Sprint("q", i)
		if err := s.KeepQuestion(ctx, news.KeptQuestion{ID: id, Person: "ada", Place: "server-1", At: noon.Add(-age), Words: "Who?"}); err != nil {
			t.Fatal(err)
		}
		if c, err := s.Claim(ctx, id, "a", time.Minute, noon.Add(-age)); err != nil || !c.Mine {
			t.Fatal(c, err)
		}
	}
	if err := s.Purge(ctx, noon.Add(-30*24*time.Hour), noon.Add(-2*time.Hour)); err != nil {
		t.Fatal(err)
	}
	if left := questions(t, s, ""); !slices.Equal(left, []string{"q1"}) {
		t.Errorf("questions left: %v", left)
	}
	for id, want := range map[string]bool{"q0": true, "q1": false} {
		if c, err := s.Claim(ctx, id, "b", time.Minute, noon); err != nil || c.Mine != want {
			t.Errorf("claiming %s after the purge: %+v, %v; want %v", id, c, err, want)
		}
	}
	if err := s.ForgetQuestions(ctx, "server-1"); err != nil || len(questions(t, s, "")) != 0 {
		t.Errorf("a place's questions were not forgotten: %v", err)
	}
}

func questions(t *testing.T, s *store.Store, place string) (ids []string) {
	t.Helper()
	if err := s.Questions(t.Context(), place, func(q news.KeptQuestion) error { ids = append(ids, q.ID); return nil }); err != nil {
		t.Fatal(err)
	}
	return ids
}

func testForget(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	ctx := t.Context()
	own := news.UserLibrary("ada")
	first, r := room.Article(1)
	for _, library := range []string{own, "home"} { // home is newer: its number is the last
		add(t, s, library, first, r)
	}
	second, r2 := room.Article(2)
	add(t, s, own, second, r2)
	for _, person := range []string{"ada", "bob"} {
		for _, err := range []error{
			s.KeepVote(ctx, news.Vote{Answer: "m1", Person: person, Place: "server-1", At: noon}),
			s.KeepQuestion(ctx, news.KeptQuestion{ID: "of " + person, Person: person, Place: "server-1", At: noon, Words: "Who?"}),
			s.SetPreference(ctx, news.UserLibrary(person), "boldness", "0.2"),
			s.AddWatch(ctx, news.Watch{Library: "home", ID: "w" + person, Speaker: "x", Person: person}),
			s.AddWatch(ctx, news.Watch{Library: "home", ID: "c" + person, Speaker: "x", Person: person, Channel: "7"}),
			s.Spend(ctx, "2026-11-22", news.Spending{Calls: 1, Prompt: 9}, news.Account{Kind: news.UserAccount, ID: person}),
		} {
			if err != nil {
				t.Fatal(err)
			}
		}
	}
	old, _ := s.Version(ctx, own)
	got, err := s.ForgetPerson(ctx, "ada", own)
	if want := (news.Forgotten{Votes: 1, Questions: 1, Articles: 2, Others: 2}); err != nil || got != want {
		t.Errorf("forgotten %+v, %v; want %+v", got, err, want)
	}
	if infos, err := s.Articles(ctx, own); err != nil || len(infos) != 0 {
		t.Errorf("the library still has %v, %v", infos, err)
	}
	if names, _ := s.Libraries(ctx); slices.Contains(names, own) {
		t.Errorf("the person's name is among the libraries %v", names)
	}
	if left := questions(t, s, ""); !slices.Equal(left, []string{"of bob"}) {
		t.Errorf("questions left: %v", left)
	}
	var names []string
	watches, err := s.Watches(ctx, "home")
	if err != nil {
		t.Fatal(err)
	}
	for _, w := range watches {
		names = append(names, w.Person+"@"+w.Channel)
	}
	if slices.Sort(names); !slices.Equal(names, []string{"@7", "bob@", "bob@7"}) {
		t.Errorf("watches left: %q", names)
	}
	for person, want := range map[string]int{"ada": 0, "bob": 9} {
		if spent, err := s.Spent(ctx, "2026-11-22", news.Account{Kind: news.UserAccount, ID: person}); err != nil || spent != want {
			t.Errorf("%s has spent %d, %v; want %d", person, spent, err, want)
		}
	}
	if infos, err := s.Articles(ctx, "home"); err != nil || len(infos) != 1 {
		t.Errorf("home has %v, %v", infos, err)
	}
	if again, err := s.ForgetPerson(ctx, "ada", own); err != nil || again != (news.Forgotten{}) {
		t.Errorf("forgotten twice: %+v, %v", again, err)
	}

	// Made anew, and as often written as before: nothing of the old one shows.
	add(t, s, own, second, r2)
	if err := s.SetSetting(ctx, own, "a", "b"); err != nil {
		t.Fatal(err)
	}
	if now, _ := s.Version(ctx, own); now <= old {
		t.Errorf("the new library's version is %d, the old one's was %d", now, old)
	}
	if cards, err := s.Cards(ctx, own, ""); err != nil || len(cards) != len(spoke(r2)) {
		t.Errorf("%d speakers, %v; want %d", len(cards), err, len(spoke(r2)))
	}
	if _, err := s.ForgetPerson(ctx, "ada", own); err != nil { // now it is the last one
		t.Fatal(err)
	}
	if names, _ := s.Libraries(ctx); slices.Contains(names, own) {
		t.Errorf("the person's name is among the libraries %v", names)
	}
	add(t, s, own, first, r)
	if c, err := s.Cards(ctx, own, ""); err != nil || len(c) != len(spoke(r)) {
		t.Errorf("%d speakers, %v; want %d", len(c), err, len(spoke(r)))
	}
}

// spoke are the speakers whom a reading credits with something.
func spoke(r *news.Reading) map[string]bool {
	ids := map[string]bool{}
	for _, st := range r.Statements {
		ids[st.Speaker] = true
	}
	return ids
}
