package storetest

import (
	"errors"
	"fmt"
	"sync"
	"testing"
	"time"

	"onrecord/news"
	"onrecord/store"
)

// noon is when the tests of intake begin: processes give their own time.
var noon = time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)

func jobFor(library, address string) news.Job {
	return news.Job{Library: library, ID: news.JobID(news.FromAddress, address, nil, "", ""), Kind: news.FromAddress, Source: address}
}

func testJobs(t *testing.T, fresh Fresh) {
	ctx := t.Context()
	s := open(t, fresh(t))
	add := func(now time.Time, jobs ...news.Job) {
		t.Helper()
		if err := s.AddJobs(ctx, jobs, now); err != nil {
			t.Fatal(err)
		}
	}
	claim := func(owner, machine string, now time.Time) *news.Job {
		t.Helper()
		j, err := s.ClaimJob(ctx, owner, machine, now, now.Add(time.Minute))
		if err != nil {
			t.Fatal(err)
		}
		return j
	}
	a := jobFor("home", "https://news.example/a")
	file := news.Job{Library: "home", ID: "file", Kind: news.FromFile, Source: "story.txt", Content: []byte("words\x00\xff")}
	path := news.Job{Library: "home", ID: "path", Kind: news.FromPath, Source: "/tmp/story.txt", Machine: "one"}
	add(noon, a, a, file, path)
	if n, err := s.OpenJobs(ctx, "home", noon.Add(time.Hour)); n != 3 || err != nil {
		t.Fatalf("%d open jobs, %v; want 3: the same address is one job", n, err)
	}

	first := claim("p", "two", noon)
	second := claim("p", "two", noon)
	if first == nil || second == nil || claim("p", "two", noon) != nil {
		t.Fatal("two jobs can be taken on this machine, the path only on its own")
	}
	byID := map[string]*news.Job{first.ID: first, second.ID: second}
	if got := byID["file"]; got == nil || string(got.Content) != "words\x00\xff" {
		t.Errorf("the file came back as %v", got)
	}
	if held, err := s.KeepJob(ctx, first, "q", "fetched", noon.Add(time.Hour)); held || err != nil {
		t.Errorf("another process could keep the job: %v", err)
	}
	if held, err := s.KeepJob(ctx, first, "p", "fetched", noon.Add(2*time.Minute)); !held || err != nil {
		t.Errorf("the owner can't keep the job: %v", err)
	}
	// A minute and a second later the lease of the other has run out.
	later := noon.Add(61 * time.Second)
	again := claim("q", "two", later)
	if again == nil || again.ID != second.ID || again.Attempts != 2 {
		t.Fatalf("after its lease q got %v, want %s for the second time", again, second.ID)
	}
	if ended, err := s.EndJob(ctx, second, "p", news.Done, news.Outcome{}, later); ended || err != nil {
		t.Errorf("who lost a job could end it: %v", err)
	}
	want := news.Outcome{Article: news.Ref{ID: "x", Version: 2}, Added: true, Title: "Ferry “late”", Paragraphs: 3}
	if ended, err := s.EndJob(ctx, again, "q", news.Done, want, later); !ended || err != nil {
		t.Errorf("the owner can't end the job: %v", err)
	}
	got, err := s.Job(ctx, "home", again.ID)
	if err != nil || got.State != news.Done || !got.Ended.Equal(later) || got.Content != nil {
		t.Errorf("the ended job is %+v, %v", got, err)
	}
	same(t, "outcome", want, got.Outcome)

	if ok, err := s.CancelJob(ctx, "home", first.ID, later); !ok || err != nil {
		t.Errorf("a running job can't be cancelled: %v", err)
	}
	if held, _ := s.KeepJob(ctx, first, "p", "read", later); held {
		t.Error("a cancelled job can be kept")
	}
	add(later, jobFor("home", first.Source), jobFor("away", a.Source))
	if j := claim("p", "two", later); j == nil {
		t.Error("a job that has ended can't be asked for anew")
	} else if err := s.PutBackJob(ctx, j, "p", later, false); err != nil {
		t.Error(err)
	}
	if n, _ := s.OpenJobs(ctx, "", noon.Add(time.Hour)); n < 3 {
		t.Errorf("%d open jobs, want those of both libraries", n)
	}
	if err := s.ForgetJobs(ctx, later.Add(time.Hour)); err != nil {
		t.Fatal(err)
	}
	if _, err := s.Job(ctx, "home", again.ID); !errors.Is(err, news.ErrNotFound) {
		t.Errorf("a forgotten job: %v", err)
	}
	if _, err := s.Job(ctx, "home", "path"); err != nil {
		t.Errorf("an open job was forgotten: %v", err)
	}
}

// testJobsOnce lets several processes take jobs at once: each job is taken once.
func testJobsOnce(t *testing.T, fresh Fresh) {
	const jobs, processes = 40, 4
	address := fresh(t)
	s := open(t, address)
	var all []news.Job
	for i := range jobs {
		all = append(all, jobFor("home", fmt.Sprintf("https://news.example/%d", i)))
	}
	if err := s.AddJobs(t.Context(), all, noon); err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	taken := map[string]int{}
	var wg sync.WaitGroup
	for p := range processes {
		s, owner := open(t, address), fmt.Sprint("process", p)
		wg.Go(func() {
			for misses := 0; misses < 3; {
				j, err := s.ClaimJob(t.Context(), owner, "", noon, noon.Add(time.Minute))
				if err != nil {
					t.Error(err)
					return
				}
				if j == nil {
					misses++ // others may have had the few that were looked at
					continue
				}
				mu.Lock()
				taken[j.ID]++
				mu.Unlock()
			}
		})
	}
	wg.Wait()
	for id, n := range taken {
		if n != 1 {
			t.Errorf("job %s was taken %d times", id, n)
		}
	}
	if len(taken) != jobs {
		t.Errorf("%d of %d jobs were taken", len(taken), jobs)
	}
}

func testShelf(t *testing.T, fresh Fresh) {
	ctx := t.Context()
	s := open(t, fresh(t))
	put := func(id string, version int, came time.Time, feed string) {
		t.Helper()
		if err := s.Shelve(ctx, "home", news.Shelved{Article: news.Ref{ID: id, Version: version}, Came: came, Feed: feed, ETag: "e"}); err != nil {
			t.Fatal(err)
		}
	}
	put("a", 1, noon, "f")
	put("a", 1, noon.Add(time.Hour), "f") // the same version again: it came at noon
	put("b", 1, noon.Add(time.Minute), "f")
	put("c", 1, noon.Add(2*time.Minute), "")
	got, ok, err := s.Shelved(ctx, "home", "a")
	if !ok || err != nil || !got.Came.Equal(noon) || got.ETag != "e" {
		t.Errorf("a = %+v, %v, %v", got, ok, err)
	}
	came, err := s.Came(ctx, "home", noon, 10)
	if err != nil || len(came) != 2 || came[0].Article.ID != "b" || came[1].Article.ID != "c" {
		t.Errorf("what came after noon: %v, %v", came, err)
	}
	put("a", 2, noon.Add(time.Hour), "f")
	if got, _, _ := s.Shelved(ctx, "home", "a"); got.Article.Version != 2 || !got.Came.Equal(noon.Add(time.Hour)) {
		t.Errorf("a new version: %+v", got)
	}
	leaving := func() (ids string) {
		t.Helper()
		list, err := s.Leaving(ctx, "home")
		if err != nil {
			t.Fatal(err)
		}
		for _, b := range list {
			ids += b.Article.ID
		}
		return ids
	}
	if got := leaving(); got != "ab" {
		t.Errorf("may leave: %q, want what feeds brought, the latest first", got)
	}
	if err := s.Pin(ctx, "home", "a", true); err != nil {
		t.Fatal(err)
	}
	if err := s.Pin(ctx, "home", "new", true); err != nil {
		t.Fatal(err)
	}
	put("b", 1, noon, "") // somebody asked for it too
	if got := leaving(); got != "" {
		t.Errorf("may leave: %q, want none: pinned, or a person's", got)
	}
	if err := s.Unshelve(ctx, "home", "a"); err != nil {
		t.Fatal(err)
	}
	if _, ok, _ := s.Shelved(ctx, "home", "a"); ok {
		t.Error("a is still there")
	}
}

func testFeeds(t *testing.T, fresh Fresh) {
	ctx := t.Context()
	s := open(t, fresh(t))
	const address = "https://news.example/feed.xml"
	f := news.Feed{Library: "server-1", ID: news.FeedID(address), Address: address, Title: "The Gazette", Channel: "7", Word: "ferry", Added: noon}
	g := f
	g.Library, g.Word = "server-2", ""
	for _, f := range []news.Feed{f, g} {
		if err := s.AddFeed(ctx, f, []string{"old"}, noon); err != nil {
			t.Fatal(err)
		}
	}
	list, err := s.Feeds(ctx, "server-1")
	same(t, "feeds", []news.Feed{f}, list)
	if err != nil {
		t.Fatal(err)
	}
	if all, err := s.Followers(ctx, address); len(all) != 2 || err != nil {
		t.Errorf("followers: %v, %v", all, err)
	}
	src, err := s.ClaimSource(ctx, "p", noon, noon.Add(time.Minute))
	if err != nil || src == nil || src.Address != address {
		t.Fatalf("claimed %v, %v", src, err)
	}
	if other, err := s.ClaimSource(ctx, "q", noon, noon.Add(time.Minute)); other != nil || err != nil {
		t.Errorf("a second process got %v, %v", other, err)
	}
	taken, err := s.Taken(ctx, f)
	if err != nil || !taken["old"] || len(taken) != 1 {
		t.Errorf("entries: %v, %v", taken, err)
	}
	j := jobFor("server-1", "https://news.example/new")
	for range 2 { // a second time changes nothing
		if err := s.TakeEntries(ctx, f, []string{"new"}, []news.Job{j}, noon.Add(time.Hour), noon.Add(time.Second)); err != nil {
			t.Fatal(err)
		}
	}
	taken, _ = s.Taken(ctx, f)
	if !taken["new"] || taken["old"] {
		t.Errorf("entries: %v; want the new one, and the one no longer shown forgotten", taken)
	}
	if n, _ := s.OpenJobs(ctx, "server-1", noon.Add(time.Hour)); n != 1 {
		t.Errorf("%d jobs, want 1", n)
	}
	src.ETag, src.Due, src.Polled, src.Problem = `"x"`, noon.Add(time.Hour), noon, "It was away."
	if err := s.EndPoll(ctx, *src, "q"); err != nil {
		t.Fatal(err)
	}
	if now, _, _ := s.Source(ctx, address); now.ETag != "" {
		t.Error("another process could end the poll")
	}
	if err := s.EndPoll(ctx, *src, "p"); err != nil {
		t.Fatal(err)
	}
	now, ok, err := s.Source(ctx, address)
	if !ok || err != nil {
		t.Fatal(err)
	}
	same(t, "source", *src, now)
	if again, _ := s.ClaimSource(ctx, "q", noon.Add(time.Minute), noon.Add(2*time.Minute)); again != nil {
		t.Error("a feed that is not due was taken")
	}
	for _, library := range []string{"server-1", "server-2"} {
		if _, ok, _ := s.Source(ctx, address); !ok {
			t.Fatal("the source went with its first follower")
		}
		if err := s.RemoveFeed(ctx, library, f.ID); err != nil {
			t.Fatal(err)
		}
	}
	if _, ok, _ := s.Source(ctx, address); ok {
		t.Error("an address that nobody follows is still polled")
	}
	if err := s.RemoveFeed(ctx, "server-1", f.ID); !errors.Is(err, news.ErrNotFound) {
		t.Errorf("removing it twice: %v", err)
	}
}

func testWatches(t *testing.T, fresh Fresh) {
	ctx := t.Context()
	s := open(t, fresh(t))
	w := news.Watch{Library: "server-1", ID: news.WatchID("Varga", "7", "9"), Speaker: "Varga", Channel: "7", Person: "9", Since: noon, Due: noon.Add(time.Hour)}
	for range 2 {
		if err := s.AddWatch(ctx, w); err != nil {
			t.Fatal(err)
		}
	}
	list, err := s.Watches(ctx, "server-1")
	same(t, "watches", []news.Watch{w}, list)
	if err != nil {
		t.Fatal(err)
	}
	if got, err := s.ClaimWatch(ctx, "p", noon, noon.Add(time.Minute)); got != nil || err != nil {
		t.Errorf("before it is due: %v, %v", got, err)
	}
	due := noon.Add(time.Hour)
	got, err := s.ClaimWatch(ctx, "p", due, due.Add(time.Minute))
	if err != nil || got == nil {
		t.Fatal(got, err)
	}
	if other, _ := s.ClaimWatch(ctx, "q", due, due.Add(time.Minute)); other != nil {
		t.Error("two processes have the watch in hand")
	}
	got.Since, got.Due = due, due.Add(24*time.Hour)
	if err := s.EndWatch(ctx, *got, "p"); err != nil {
		t.Fatal(err)
	}
	list, _ = s.Watches(ctx, "server-1")
	same(t, "watches", []news.Watch{*got}, list)
	if err := s.RemoveWatch(ctx, "server-1", w.ID); err != nil {
		t.Fatal(err)
	}
	if err := s.RemoveWatch(ctx, "server-1", w.ID); !errors.Is(err, news.ErrNotFound) {
		t.Errorf("removing it twice: %v", err)
	}
}

// testCopyFollowed copies feeds, watches and the shelf with their library.
func testCopyFollowed(t *testing.T, fresh Fresh) {
	ctx := t.Context()
	from, to := open(t, fresh(t)), open(t, fresh(t))
	a, r := room.Article(1)
	ref := add(t, from, "server-1", a, r)
	f := news.Feed{Library: "server-1", ID: "f", Address: "https://news.example/feed", Title: "“Gazette”", Channel: "7", Added: noon}
	w := news.Watch{Library: "server-1", ID: "w", Speaker: "Varga", Person: "9", Since: noon, Due: noon}
	for _, err := range []error{
		from.AddFeed(ctx, f, []string{"seen"}, noon), from.AddWatch(ctx, w),
		from.Shelve(ctx, "server-1", news.Shelved{Article: ref, Came: noon, Feed: "f"}),
	} {
		if err != nil {
			t.Fatal(err)
		}
	}
	for range 2 { // again changes nothing
		if _, err := store.Copy(ctx, from, to); err != nil {
			t.Fatal(err)
		}
	}
	feeds, first := to.Feeds(ctx, "server-1")
	same(t, "feeds", []news.Feed{f}, feeds)
	watches, also := to.Watches(ctx, "server-1")
	same(t, "watches", []news.Watch{w}, watches)
	taken, third := to.Taken(ctx, f)
	same(t, "entries", map[string]bool{"seen": true}, taken)
	if b, ok, err := to.Shelved(ctx, "server-1", ref.ID); !ok || err != nil || !b.Came.Equal(noon) {
		t.Errorf("shelved: %+v, %v", b, err)
	}
	if src, err := to.ClaimSource(ctx, "p", noon, noon.Add(time.Minute)); src == nil || errors.Join(err, first, also, third) != nil {
		t.Errorf("the copied feed is not polled: %v", err)
	}
	if got, err := to.ClaimWatch(ctx, "p", noon, noon.Add(time.Minute)); got == nil || err != nil {
		t.Errorf("the copied watch is not due: %v", err)
	}
}
