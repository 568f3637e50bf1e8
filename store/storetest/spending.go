package storetest

import (
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/news"
)

func testSpending(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	ctx := t.Context()
	all, server, person := news.Account{Kind: news.EverybodysAccount}, news.Account{Kind: news.ServerAccount, ID: "1"}, news.Account{Kind: news.UserAccount, ID: "7"}
	spend := func(day string, n news.Spending, accounts ...news.Account) {
		t.Helper()
		if err := s.Spend(ctx, day, n, accounts...); err != nil {
			t.Fatal(err)
		}
	}
	spend("2026-03-01", news.Spending{Calls: 1, Prompt: 100, Completion: 10}, all, server, person)
	spend("2026-03-02", news.Spending{Calls: 1, Estimated: 1, Prompt: 7, Completion: 2}, all, server, person)
	spend("2026-03-02", news.Spending{Calls: 1, Prompt: 20, Completion: 1}, all)
	if got, err := s.Spent(ctx, "2026-03-02", all); err != nil || got != 30 {
		t.Errorf("spent %d, %v", got, err)
	}
	if got, err := s.Spent(ctx, "2026-03-03", all); err != nil || got != 0 {
		t.Errorf("spent %d on a day to come, %v", got, err)
	}
	got, err := s.Spending(ctx, "2026-03-02")
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]news.SpendingRow{
		{Day: "2026-03-02", Account: all, Spending: news.Spending{Calls: 2, Estimated: 1, Prompt: 27, Completion: 3}},
		{Day: "2026-03-02", Account: server, Spending: news.Spending{Calls: 1, Estimated: 1, Prompt: 7, Completion: 2}},
		{Day: "2026-03-02", Account: person, Spending: news.Spending{Calls: 1, Estimated: 1, Prompt: 7, Completion: 2}},
	}, got); diff != "" {
		t.Error(diff)
	}
	spend("2026-03-04", news.Spending{Calls: 1, Prompt: 1}, all)
	rows, err := s.Spending(ctx, "")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range rows {
		if r.Kind == news.UserAccount {
			t.Errorf("a person's tokens of %s are still there", r.Day)
		}
	}
	if len(rows) != 5 {
		t.Errorf("%d rows, want 5: %v", len(rows), rows)
	}
	if err := s.Spend(ctx, "today", news.Spending{Calls: 1}, all); err == nil {
		t.Error("a day that is none was taken")
	}
}

// testSpendingAtOnce: nothing that is spent at the same time gets lost.
func testSpendingAtOnce(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	all := news.Account{Kind: news.EverybodysAccount}
	var wg sync.WaitGroup
	for range 20 {
		wg.Go(func() {
			if err := s.Spend(t.Context(), "2026-03-01", news.Spending{Calls: 1, Prompt: 3}, all); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
	if got, err := s.Spent(t.Context(), "2026-03-01", all); err != nil || got != 60 {
		t.Errorf("spent %d, want 60; %v", got, err)
	}
}

func testReplies(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	ctx := t.Context()
	for _, words := range []string{"first", "second"} {
		if err := s.KeepReply(ctx, "server-1", "k", words); err != nil {
			t.Fatal(err)
		}
	}
	for _, c := range []struct{ place, key, want string }{{"server-1", "k", "second"}, {"server-2", "k", ""}, {"server-1", "other", ""}, {"\xff", "k", ""}} {
		if got, err := s.Reply(ctx, c.place, c.key); err != nil || got != c.want {
			t.Errorf("%q of %q: %q, %v; want %q", c.key, c.place, got, err, c.want)
		}
	}
	if err := s.KeepReply(ctx, "server-1", "k", "\xff"); err == nil {
		t.Error("broken text was kept")
	}
	if _, err := s.ForgetPerson(ctx, "1", "server-1"); err != nil {
		t.Fatal(err)
	}
	if got, err := s.Reply(ctx, "server-1", "k"); err != nil || got != "" {
		t.Errorf("after its place was forgotten: %q, %v", got, err)
	}
}
