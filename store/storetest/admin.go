package storetest

import (
	"fmt"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/news"
	"onrecord/store"
)

// testAsked: the counts of several processes add up, and old ones go.
func testAsked(t *testing.T, fresh Fresh) {
	address := fresh(t)
	s, other := open(t, address), open(t, address)
	ctx := t.Context()
	count := func(s *store.Store, day string, a store.Asked) {
		t.Helper()
		if err := s.AddAsked(ctx, day, a); err != nil {
			t.Fatal(err)
		}
	}
	count(s, "2026-03-01", store.Asked{Outcomes: map[string]int{"answered": 9}, Servers: map[string]int{"1": 9}})
	many := store.Asked{Outcomes: map[string]int{"answered": 2, "nothing_found": 1}, Servers: map[string]int{"": 1}}
	for i := range 120 { // more than are written at once
		many.Servers[fmt.Sprint(i+1)] = 1
	}
	count(s, "2026-03-02", many)
	count(other, "2026-03-02", store.Asked{Outcomes: map[string]int{"answered": 3, "failed": 1}, Servers: map[string]int{"7": 4, "": 8}})
	count(s, "2026-03-02", store.Asked{})
	outcomes, err := other.Outcomes(ctx, "2026-03-02")
	if diff := cmp.Diff([]store.Count{{Name: "answered", N: 5}, {Name: "failed", N: 1}, {Name: "nothing_found", N: 1}}, outcomes); diff != "" || err != nil {
		t.Error(diff, err)
	}
	most, all, err := s.Active(ctx, "2026-03-02", 3)
	if diff := cmp.Diff([]store.Count{{Name: "", N: 9}, {Name: "7", N: 5}, {Name: "1", N: 1}}, most); diff != "" || all != 120 || err != nil {
		t.Error(diff, all, err)
	}
	count(s, "2026-03-03", store.Asked{Outcomes: map[string]int{"answered": 1}})
	if most, _, err := s.Active(ctx, "2026-03-01", 3); len(most) > 0 || err != nil {
		t.Errorf("after two days it still knows who asked: %v, %v", most, err)
	}
	if outcomes, err := s.Outcomes(ctx, "2026-03-01"); len(outcomes) != 1 || err != nil {
		t.Errorf("after two days it knows %v of how questions ended, %v", outcomes, err)
	}
	count(s, "2026-04-02", store.Asked{Outcomes: map[string]int{"answered": 1}})
	if outcomes, err := s.Outcomes(ctx, "2026-03-02"); len(outcomes) != 0 || err != nil {
		t.Errorf("after a month it still knows %v, %v", outcomes, err)
	}
	if err := s.AddAsked(ctx, "today", many); err == nil {
		t.Error("a day that is none was taken")
	}
}

// testPresence: processes tell of themselves, and who holds which shard is told.
func testPresence(t *testing.T, fresh Fresh) {
	address := fresh(t)
	s, other := open(t, address), open(t, address)
	ctx := t.Context()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	since := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	one := store.Presence{Process: "one", App: "77", Version: "1.2", Commit: "abc", Started: since, Questions: 3, Working: 1,
		Shards: []store.PresenceShard{{Number: 0, Size: 2, Connected: true, Since: since, Heard: since, Latency: 41, Servers: 9}}}
	two := store.Presence{Process: "two", App: "77", Started: since}
	must(s.Attend(ctx, store.Presence{Process: "one", Version: "0.9"}))
	must(other.Attend(ctx, two))
	must(s.Attend(ctx, one))
	got, err := other.Presences(ctx, 10)
	must(err)
	if len(got) != 2 {
		t.Fatalf("%d processes", len(got))
	}
	for i := range got {
		if ago := time.Since(got[i].Seen); ago < -time.Second || ago > time.Minute {
			t.Errorf("%s was seen %v ago", got[i].Process, ago)
		}
		got[i].Seen = time.Time{}
		want := map[string]store.Presence{"one": one, "two": two}[got[i].Process]
		if diff := cmp.Diff(want, got[i]); diff != "" {
			t.Error(diff)
		}
	}
	must(s.Depart(ctx, "one"))
	if got, err := s.Presences(ctx, 10); len(got) != 1 || err != nil {
		t.Errorf("after one has stopped: %v, %v", got, err)
	}
	for _, wrong := range []store.Presence{{}, {Process: "\xff"}} {
		if err := s.Attend(ctx, wrong); err == nil {
			t.Errorf("%+v was taken", wrong)
		}
	}

	_, err = s.JoinGateway(ctx, "77", "one", 3, time.Minute)
	must(err)
	_, err = s.TakeShards(ctx, "77", 3, "one", 2, time.Minute)
	must(err)
	must(s.MarkReady(ctx, "77", 3, 0, "one", true))
	must(s.ReleaseShard(ctx, "77", 3, 1, "one"))
	_, err = s.TakeShards(ctx, "77", 3, "two", 2, time.Minute)
	must(err)
	must(s.ReleaseShard(ctx, "77", 3, 2, "two"))
	leases, err := other.Leases(ctx, "77", 10)
	must(err)
	for i := range leases {
		if l := &leases[i]; l.Owner != "" && (l.Left <= 0 || l.Left > time.Minute) {
			t.Errorf("a lease of %v is left", l.Left)
		}
		leases[i].Left = 0
	}
	want := []store.Lease{{Number: 0, Size: 3, Owner: "one", Ready: true}, {Number: 1, Size: 3, Owner: "two"}, {Number: 2, Size: 3}}
	if diff := cmp.Diff(want, leases); diff != "" {
		t.Error(diff)
	}
	if leases, err := s.Leases(ctx, "78", 10); len(leases) > 0 || err != nil {
		t.Errorf("another bot has %v, %v", leases, err)
	}
}

// testQueue: what waits, runs and failed is counted and listed over libraries,
// and so are feeds that fail.
func testQueue(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	ctx := t.Context()
	now := time.UnixMilli(1_780_000_000_000).UTC()
	must := func(err error) {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
	}
	must(s.AddJobs(ctx, []news.Job{jobFor("server-1", "https://a.example/1"), jobFor("server-2", "https://a.example/2"), jobFor("server-2", "https://a.example/3")}, now))
	for i, problem := range []string{"It is a picture.", "It is not there."} {
		at := now.Add(time.Duration(i) * time.Second)
		j, err := s.ClaimJob(ctx, "me", "here", at, at.Add(time.Minute))
		must(err)
		_, err = s.EndJob(ctx, j, "me", news.Failed, news.Outcome{Problem: problem}, at)
		must(err)
	}
	j, err := s.ClaimJob(ctx, "me", "here", now, now.Add(time.Minute))
	must(err)
	if j == nil {
		t.Fatal("no job was left")
	}
	must(s.AddJobs(ctx, []news.Job{jobFor("server-3", "https://a.example/4")}, now))
	for _, c := range []struct {
		name       string
		since, now time.Time
		want       store.Queue
	}{
		{"at once", now, now, store.Queue{Waiting: 1, Running: 1, Failed: 2}},
		{"later", now.Add(time.Second), now.Add(time.Hour), store.Queue{Waiting: 1, Running: 1, Overdue: 1, Failed: 1}},
	} {
		q, err := s.Queue(ctx, c.since, c.now)
		if q != c.want || err != nil {
			t.Errorf("%s: %+v, %v", c.name, q, err)
		}
	}
	failed, err := s.Jobs(ctx, news.Failed, 1)
	if err != nil || len(failed) != 1 || failed[0].Outcome.Problem != "It is not there." {
		t.Errorf("failed last: %+v, %v", failed, err)
	}
	if waiting, err := s.Jobs(ctx, news.Waiting, 9); err != nil || len(waiting) != 1 || waiting[0].Library != "server-3" {
		t.Errorf("waiting: %+v, %v", waiting, err)
	}
	if _, err := s.Jobs(ctx, news.Done, 9); err == nil {
		t.Error("jobs that are done were listed")
	}

	for _, library := range []string{"server-1", "server-2"} {
		must(s.AddFeed(ctx, news.Feed{Library: library, ID: "x", Address: "https://down.example/feed"}, nil, now))
	}
	must(s.AddFeed(ctx, news.Feed{Library: "server-1", ID: "y", Address: "https://fine.example/feed"}, nil, now))
	for range 2 {
		src, err := s.ClaimSource(ctx, "me", now, now.Add(time.Minute))
		must(err)
		src.Due = now.Add(time.Hour)
		if src.Address == "https://down.example/feed" {
			src.Failures, src.Problem = 4, "It answers 503."
		}
		must(s.EndPoll(ctx, *src, "me"))
	}
	feeds, all, err := s.FailingFeeds(ctx, 5)
	if err != nil || all != 1 || len(feeds) != 1 || feeds[0].Followers != 2 || feeds[0].Problem != "It answers 503." {
		t.Errorf("failing: %+v, %d, %v", feeds, all, err)
	}
}

// testLastVotes: the latest votes come first, with words only where kept.
func testLastVotes(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	ctx := t.Context()
	at := time.Unix(1_780_000_000, 0).UTC()
	for i, helpful := range []bool{true, false, true} {
		v := news.Vote{Answer: fmt.Sprint(i), Person: "9", Place: "server-1", At: at.Add(time.Duration(i) * time.Minute), Helpful: helpful, Outcome: "answered", Question: fmt.Sprint("q", i)}
		if err := s.KeepVote(ctx, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := s.KeepQuestion(ctx, news.KeptQuestion{ID: "q1", Person: "9", Place: "server-1", At: at, Outcome: "answered", Words: "Who spoke?"}); err != nil {
		t.Fatal(err)
	}
	votes, err := s.LastVotes(ctx, 2)
	if err != nil || len(votes) != 2 || votes[0].Answer != "2" || votes[0].Words != "" || votes[1].Words != "Who spoke?" || votes[1].Helpful {
		t.Errorf("%+v, %v", votes, err)
	}
	if helpful, not, err := s.Verdicts(ctx, at.Add(time.Minute)); helpful != 1 || not != 1 || err != nil {
		t.Errorf("%d helpful, %d not, %v", helpful, not, err)
	}
}

// testLargest: libraries are named in the order of their sizes.
func testLargest(t *testing.T, fresh Fresh) {
	s := open(t, fresh(t))
	room := Newsroom{Seed: 2}
	for i, library := range []string{"small", "large", "large", "middle"} {
		a, r := room.Article(i)
		add(t, s, library, a, r)
	}
	sizes, err := s.Sizes(t.Context(), 2)
	if err != nil {
		t.Fatal(err)
	}
	var want []string
	paragraphs := 0
	for _, size := range sizes {
		want = append(want, size.Library)
	}
	got, err := s.Largest(t.Context(), 2)
	if diff := cmp.Diff(want, got); diff != "" || err != nil || got[0] != "large" {
		t.Error(diff, err)
	}
	sizes, err = s.Sizes(t.Context(), 9)
	for _, size := range sizes {
		paragraphs += size.Paragraphs
	}
	if libraries, all, reachErr := s.Reach(t.Context()); libraries != len(sizes) || all != paragraphs || err != nil || reachErr != nil {
		t.Errorf("%d libraries with %d paragraphs, want %d with %d; %v, %v", libraries, all, len(sizes), paragraphs, err, reachErr)
	}
}
