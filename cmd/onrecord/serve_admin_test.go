package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http/httptest"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/browsertest"
	"onrecord/ingest"
	"onrecord/news"
	"onrecord/ops"
	"onrecord/quotes"
	"onrecord/store"
	"onrecord/store/storetest"
)

// busyBoard is the board of one of two processes that share four shards, with an
// invented day behind them.
func busyBoard(t *testing.T, address string) board {
	t.Helper()
	ctx := t.Context()
	s, err := store.Open(ctx, address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	const app, own, other = "77", "harbour-1-1792000000000-5f3a", "quay-1-1792000000000-91c0"
	now := time.Now()
	since := now.Add(-26 * time.Hour)
	shards := func(numbers ...int) (out []bot.ShardStatus) {
		for _, n := range numbers {
			out = append(out, bot.ShardStatus{Number: n, Size: 4, Connected: true, Since: since, Heard: now.Add(-11 * time.Second), Servers: 1204 + n, Latency: 41 * time.Millisecond})
		}
		return out
	}
	status := bot.Status{App: app, Process: own, Registered: true, Questions: 3, Working: 2, Shards: shards(0, 1)}
	if s.Shared() {
		for _, p := range []struct {
			name   string
			shards []int
		}{{own, []int{0, 1}}, {other, []int{2, 3}}} {
			_, err := s.JoinGateway(ctx, app, p.name, 4, time.Hour)
			must(err)
			_, err = s.TakeShards(ctx, app, 4, p.name, 2, time.Hour)
			must(err)
			for _, n := range p.shards {
				must(s.MarkReady(ctx, app, 4, n, p.name, true))
			}
		}
		must(s.ReleaseShard(ctx, app, 4, 3, other))
		must(s.Attend(ctx, presence(bot.Status{App: app, Process: other, Registered: true, Questions: 1, Shards: shards(2)}, since)))
	}
	day := now.UTC().Format(time.DateOnly)
	must(s.AddAsked(ctx, day, store.Asked{
		Outcomes: map[string]int{"answered": 1841, "nothing_found": 402, "unknown_speaker": 118, "not_on_this_topic": 97, "no_question": 31, bot.Failed: 2},
		Servers:  map[string]int{"": 204, "100200300400500600": 1322, "100200300400500601": 871, "100200300400500602": 94},
	}))
	for i, server := range []string{"100200300400500600", "100200300400500601", "<script>alert(1)</script>"} {
		for n := range 3 - i {
			a, err := ingest.File("a.md", fmt.Appendf(nil, "# Harbour city votes %d\n\nPublished 14 March 2025\n\n\"We will not wait for girder %d to fall,\" Mayor Ilse Varga told the council.\n", n, n))
			must(err)
			_, _, err = s.Add(ctx, news.ServerLibrary(server), a, quotes.Read(a))
			must(err)
		}
	}
	job := func(address string) news.Job {
		return news.Job{Library: news.ServerLibrary("100200300400500600"), ID: news.JobID(news.FromAddress, address, nil, "", ""), Kind: news.FromAddress, Source: address}
	}
	must(s.AddJobs(ctx, []news.Job{job("https://gazette.example/council/minutes"), job("https://gazette.example/tram"), job("https://gazette.example/gone")}, now))
	for i, problem := range []string{"", "The page is not there any more (404)."} {
		j, err := s.ClaimJob(ctx, own, "here", now, now.Add(time.Hour))
		must(err)
		if i > 0 {
			_, err = s.EndJob(ctx, j, own, news.Failed, news.Outcome{Problem: problem}, now)
			must(err)
		}
	}
	must(s.AddFeed(ctx, news.Feed{Library: news.ServerLibrary("100200300400500601"), ID: "x", Address: "https://herald.example/feed.xml"}, nil, now))
	src, err := s.ClaimSource(ctx, own, now, now.Add(time.Minute))
	must(err)
	src.Failures, src.Problem, src.Due = 6, "It answers 503, Service Unavailable.", now.Add(time.Hour)
	must(s.EndPoll(ctx, *src, own))
	must(s.Spend(ctx, day, news.Spending{Calls: 412, Prompt: 391_200, Completion: 30_118}, news.Account{Kind: news.EverybodysAccount}, news.Account{Kind: news.ServerAccount, ID: "100200300400500600"}))
	for i, v := range []news.Vote{
		{Place: news.ServerLibrary("100200300400500600"), Outcome: "answered", Question: "q", Reason: "He never said that about the tram."},
		{Place: news.UserLibrary("5"), Outcome: "nothing_found", Helpful: true},
	} {
		v.Answer, v.Person, v.At = fmt.Sprint(i), "person-9", now
		must(s.KeepVote(ctx, v))
	}
	must(s.KeepQuestion(ctx, news.KeptQuestion{ID: "q", Person: "person-9", Place: news.ServerLibrary("100200300400500600"), At: now, Outcome: "answered", Words: "What did Varga say about the tram?"}))
	return board{store: s, status: func() bot.Status { return status }, model: "gpt-4.1-mini", budget: answer.Budget{Day: 1_000_000, Server: 400_000}, started: since, now: time.Now}
}

// TestBoard shows the page of a busy bot in a browser: every part has what an
// operator looks for, on both databases.
func TestBoard(t *testing.T) {
	const token = "correct horse battery"
	everywhere := []string{
		"2,491 questions today", "something went wrong", "1,841", "73.9 %",
		"3 have asked today", "server-100200300400500600", "1,322", "direct messages",
		"3 libraries with", "server-<script>alert(1)</script>",
		"https://gazette.example", "The page is not there any more (404).",
		"1 feed that can't be read", "It answers 503, Service Unavailable.",
		"Tokens spent on gpt-4.1-mini today", "42 % of 1,000,000", "all of 400,000",
		"Today 1 helpful, 1 not", "He never said that about the tram.", "What did Varga say about the tram?", "direct message",
		"harbour-1-1792000000000-5f3a", "0 of 4", "26 h ago", "41 ms",
	}
	for name, c := range map[string]struct {
		address func(t *testing.T) string
		want    []string
	}{
		"SQLite": {func(t *testing.T) string { return filepath.Join(t.TempDir(), "library.db") }, []string{"a SQLite file", "2 of 2 shards ready", "2,409 servers", "1 process, this one first"}},
		"PostgreSQL": {func(t *testing.T) string { return storetest.Own(t, "-c", "fsync=off").Fresh(t) }, []string{
			"PostgreSQL", "3 of 4 shards ready", "held by nobody", "3,615 servers", "2 processes, this one first", "quay-1-1792000000000-91c0"}},
	} {
		t.Run(name, func(t *testing.T) {
			b := busyBoard(t, c.address(t))
			web := httptest.NewServer(ops.Handler(ops.Config{Admin: b.parts(), AdminToken: token, Logger: slog.New(slog.DiscardHandler)}))
			defer web.Close()
			p := browsertest.Start(t).Page(t, 1000, 1000)
			p.NoScripts()
			p.Go(web.URL + "/admin")
			p.Await("document.activeElement.id", "token")
			p.Loading(func() { p.Press(token, "Enter") })
			text := p.Eval("document.body.innerText")
			for _, want := range append(everywhere, c.want...) {
				if !strings.Contains(text, want) {
					t.Errorf("the page lacks %q", want)
				}
			}
			for _, never := range []string{"could not be read", "too long", "person-9"} {
				if strings.Contains(text, never) {
					t.Errorf("the page has %q", never)
				}
			}
			if t.Failed() {
				t.Log(text)
			}
			for _, wrong := range p.Unfit() {
				t.Error(wrong)
			}
			if *update && name == "PostgreSQL" {
				p.Prefer("light")
				p.Resize(1000, 1250)
				p.Eval("scrollTo(0, 0)")
				if err := os.WriteFile("../../docs/admin.png", p.Picture(false), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			// Half a minute later the other process has probably ended.
			if b.store.Shared() {
				b.now = func() time.Time { return time.Now().Add(2 * silentAfter) }
				tables, err := b.processes(t.Context())
				if err != nil || len(tables[0].Rows) != 2 || tables[0].Rows[0].Cells[1].Wrong || tables[0].Rows[1].Cells[1] != ops.Wrong("silent") {
					t.Errorf("the processes are then %+v, %v", tables, err)
				}
			}
		})
	}
}

// TestBoardAtFirst: a bot that has just been set up has a page as well.
func TestBoardAtFirst(t *testing.T) {
	s, err := store.Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	b := board{store: s, status: func() bot.Status { return bot.Status{} }, started: time.Now(), now: time.Now}
	for _, p := range b.parts() {
		tables, err := p.Read(t.Context())
		if err != nil || len(tables) == 0 {
			t.Errorf("%s: %v, %v", p.Name, tables, err)
		}
		for _, table := range tables {
			if len(table.Rows) == 0 && table.Empty == "" {
				t.Errorf("%s says nothing", p.Name)
			}
		}
	}
}

// TestTally: questions are added up in batches, of the right day, and none is lost
// while the store is away.
func TestTally(t *testing.T) {
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	now := time.Date(2026, 3, 1, 23, 59, 59, 0, time.UTC)
	tally := newTally(s)
	tally.now = func() time.Time { return now }
	tally.asked("1", "answered")
	tally.asked("1", "nothing_found")
	away, cancel := context.WithCancel(t.Context())
	cancel()
	if err := tally.flush(away); !errors.Is(err, context.Canceled) {
		t.Errorf("with the store away: %v", err)
	}
	now = now.Add(2 * time.Second)
	tally.asked("", "answered")
	end := tally.attend(t.Context(), func() bot.Status { return bot.Status{Process: "me"} }, slog.New(slog.DiscardHandler))
	tally.asked("2", "answered")
	end()
	for day, want := range map[string]string{
		"2026-03-01": "[{answered 1} {nothing_found 1}] [{1 2}] 1",
		"2026-03-02": "[{answered 2}] [{ 1} {2 1}] 1",
	} {
		outcomes, err := s.Outcomes(t.Context(), day)
		if err != nil {
			t.Fatal(err)
		}
		most, all, err := s.Active(t.Context(), day, 9)
		if got := fmt.Sprint(outcomes, most, all); got != want || err != nil {
			t.Errorf("%s: %s, want %s; %v", day, got, want, err)
		}
	}
}
