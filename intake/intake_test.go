package intake_test

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"onrecord/ingest"
	"onrecord/ingest/fetch"
	"onrecord/intake"
	"onrecord/news"
	"onrecord/store"
)

// plainly gets addresses without any care: for servers of the test's own.
type plainly struct{}

func (p plainly) Get(ctx context.Context, r fetch.Request) (*fetch.Fetched, error) {
	req, err := http.NewRequestWithContext(ctx, http.MethodGet, r.Address, nil)
	if err != nil {
		return nil, err
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return nil, err
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if resp.StatusCode != http.StatusOK {
		return nil, &fetch.Error{Kind: fetch.Gone}
	}
	kind, _, _ := strings.Cut(resp.Header.Get("Content-Type"), ";")
	return &fetch.Fetched{Address: r.Address, Type: kind, Body: data, ETag: resp.Header.Get("ETag")}, err
}

const story = `<html><head><title>Ferry to sail again</title><meta property="og:title" content="Ferry to sail again"></head><body><article>
<h1>Ferry to sail again</h1>
<p>The ferry between Kelmar and Vindholm will sail again from Monday, the harbour office announced after three weeks of repairs to the hull and the engine.</p>
<p>“We have replaced every bolt that was worn,” said Ilse Varga, the harbour master, who had ordered the ship into the dock after an inspection.</p>
<p>Varga said that passengers would pay no more than before, and that the timetable would stay as it was through the winter.</p>
</article></body></html>`

func openStore(t *testing.T) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

// start runs a desk until the test ends, or stop is called.
func start(t *testing.T, c intake.Config) (d *intake.Desk, stop func()) {
	t.Helper()
	if c.Getter.Fetch == nil {
		c.Getter = ingest.Getter{Fetch: plainly{}, Read: ingest.Here{}}
	}
	c.Look = 20 * time.Millisecond
	d = intake.New(c)
	ctx, cancel := context.WithCancel(t.Context())
	done := make(chan struct{})
	go func() { defer close(done); d.Run(ctx) }()
	stop = func() { cancel(); <-done }
	t.Cleanup(stop)
	return d, stop
}

func follow(t *testing.T, d *intake.Desk, j news.Job, step func(string)) news.Job {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*time.Minute)
	defer cancel()
	got, err := d.Follow(ctx, j.Library, j.ID, step)
	if err != nil {
		t.Fatalf("follow %s: %v", j.Source, err)
	}
	return got
}

func TestAddress(t *testing.T) {
	t.Parallel()
	hold := make(chan struct{})
	var asked atomic.Int32
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		asked.Add(1)
		<-hold
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		w.Header().Set("ETag", `"one"`)
		fmt.Fprint(w, story)
	}))
	t.Cleanup(srv.Close)
	s := openStore(t)
	d, _ := start(t, intake.Config{Store: s})
	j := intake.Address("home", srv.URL+"/ferry")
	for range 3 { // asked for again while it is open: one job
		if err := d.Put(t.Context(), j); err != nil {
			t.Fatal(err)
		}
	}
	var steps []string
	go func() { time.Sleep(50 * time.Millisecond); close(hold) }()
	got := follow(t, d, j, func(s string) { steps = append(steps, s) })
	if got.State != news.Done || !got.Outcome.Added || got.Outcome.Speakers == 0 {
		t.Fatalf("the job ended as %+v", got)
	}
	if asked.Load() != 1 {
		t.Errorf("the page was asked for %d times", asked.Load())
	}
	if len(steps) == 0 || steps[0] != "fetching …" {
		t.Errorf("steps %q", steps)
	}
	for _, step := range steps[1:] {
		if !strings.HasPrefix(step, "fetched · read") {
			t.Errorf("step %q", step)
		}
	}
	b, ok, err := s.Shelved(t.Context(), "home", got.Outcome.Article.ID)
	if !ok || err != nil || b.ETag != `"one"` || b.Article.Version != 1 {
		t.Errorf("shelved: %+v, %v, %v", b, ok, err)
	}
	// Asked for once more it is fetched again, and nothing is added.
	if err := d.Put(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	if got := follow(t, d, j, nil); got.State != news.Done || got.Outcome.Added || asked.Load() != 2 {
		t.Errorf("the second time: %+v after %d requests", got, asked.Load())
	}
}

func TestOutcomes(t *testing.T) {
	t.Parallel()
	s := openStore(t)
	var told atomic.Int32
	d, _ := start(t, intake.Config{Store: s,
		Accept: func(_ context.Context, j *news.Job, a *news.Article, _ *news.Reading) (bool, error) {
			return strings.Contains(a.Title, "bridge"), nil
		},
		Stored: func(context.Context, *news.Job, news.Outcome) error { told.Add(1); return nil }})
	const ferry = "Title: Ferry late\n\nThe ferry was late on Monday, said Lee Moss, the harbour master of Kelmar."
	const bridge = "Title: The bridge opens\n\nThe bridge opens on Monday, said Lee Moss, the harbour master of Kelmar."
	fed := func(j news.Job) news.Job { j.Feed, j.ID = "f", j.ID+"f"; return j }
	for _, c := range []struct {
		name    string
		job     news.Job
		state   news.JobState
		added   bool
		skipped bool
		problem string
	}{
		{"a file", intake.File("home", "ferry.txt", []byte(ferry)), news.Done, true, false, ""},
		{"the same words", intake.File("home", "again.txt", []byte(ferry)), news.Done, false, false, ""},
		{"a picture", intake.File("home", "ferry.png", []byte("\x89PNG\r\n")), news.Failed, false, false, "picture"},
		{"a file that is not there", d.Path("home", filepath.Join(t.TempDir(), "none.txt")), news.Failed, false, false, "none.txt can't be opened"},
		{"a feed's, filtered out", fed(intake.File("away", "ferry.txt", []byte(ferry))), news.Done, false, true, ""},
		{"a feed's, let through", fed(intake.File("away", "bridge.txt", []byte(bridge))), news.Done, true, false, ""},
	} {
		if err := d.Put(t.Context(), c.job); err != nil {
			t.Fatal(err)
		}
		got := follow(t, d, c.job, nil)
		if got.State != c.state || got.Outcome.Added != c.added || got.Outcome.Skipped != c.skipped || !strings.Contains(got.Outcome.Problem, c.problem) || got.Content != nil {
			t.Errorf("%s: %+v", c.name, got)
		}
	}
	if infos, err := s.Articles(t.Context(), "away"); err != nil || len(infos) != 1 {
		t.Errorf("the filtered library has %v, %v", infos, err)
	}
	if told.Load() != 2 {
		t.Errorf("told of %d articles stored, want 2", told.Load())
	}
}

// slow is a page that takes until its request is given up.
type slow struct{ began chan struct{} }

func (s slow) Get(ctx context.Context, _ fetch.Request) (*fetch.Fetched, error) {
	s.began <- struct{}{}
	<-ctx.Done()
	return nil, ctx.Err()
}

func TestCancel(t *testing.T) {
	t.Parallel()
	s := openStore(t)
	page := slow{make(chan struct{}, 1)}
	d, _ := start(t, intake.Config{Store: s, Getter: ingest.Getter{Fetch: page, Read: ingest.Here{}}}) // the lease is long: it is let go at once
	j := intake.Address("home", "https://news.example/slow")
	if err := d.Put(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	<-page.began
	if ok, err := d.Cancel(t.Context(), j.Library, j.ID); !ok || err != nil {
		t.Fatal(ok, err)
	}
	if got := follow(t, d, j, nil); got.State != news.Cancelled {
		t.Errorf("a cancelled job is %s", got.State)
	}
}

// late is a page that is cancelled by another process just before it comes.
type late struct {
	plainly
	cancel func()
}

func (l late) Get(ctx context.Context, r fetch.Request) (*fetch.Fetched, error) {
	l.cancel()
	return l.plainly.Get(ctx, r)
}

func TestCancelledByAnotherProcess(t *testing.T) {
	t.Parallel()
	s := openStore(t)
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, story)
	}))
	t.Cleanup(srv.Close)
	j := intake.Address("home", srv.URL+"/ferry")
	other := intake.New(intake.Config{Store: s})
	page := late{cancel: func() {
		if ok, err := other.Cancel(t.Context(), j.Library, j.ID); !ok || err != nil {
			t.Error(ok, err)
		}
	}}
	d, _ := start(t, intake.Config{Store: s, Getter: ingest.Getter{Fetch: page, Read: ingest.Here{}}})
	if err := d.Put(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	if got := follow(t, d, j, nil); got.State != news.Cancelled {
		t.Errorf("a cancelled job is %s", got.State)
	}
	if infos, err := s.Articles(t.Context(), "home"); err != nil || len(infos) != 0 {
		t.Errorf("the library has %v, %v", infos, err)
	}
}

// A desk that is told to stop puts its job back; the next takes it up.
func TestHandOver(t *testing.T) {
	t.Parallel()
	s := openStore(t)
	page := slow{make(chan struct{}, 1)}
	first, stop := start(t, intake.Config{Store: s, Getter: ingest.Getter{Fetch: page, Read: ingest.Here{}}})
	srv := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=utf-8")
		fmt.Fprint(w, story)
	}))
	t.Cleanup(srv.Close)
	j := intake.Address("home", srv.URL+"/ferry")
	if err := first.Put(t.Context(), j); err != nil {
		t.Fatal(err)
	}
	<-page.began
	stop()
	second, _ := start(t, intake.Config{Store: s})
	if got := follow(t, second, j, nil); got.State != news.Done || !got.Outcome.Added || got.Attempts != 1 {
		t.Errorf("after the hand-over: %+v", got)
	}
}

// A job that its process never ends is given up in time.
func TestGivenUp(t *testing.T) {
	t.Parallel()
	s := openStore(t)
	j := intake.File("home", "ferry.txt", []byte("x"))
	now := time.Now().Add(-time.Hour)
	if err := s.AddJobs(t.Context(), []news.Job{j}, now); err != nil {
		t.Fatal(err)
	}
	for range 5 {
		now = now.Add(time.Minute)
		if got, err := s.ClaimJob(t.Context(), "killed", "", now, now.Add(time.Second)); got == nil || err != nil {
			t.Fatal(got, err)
		}
	}
	d, _ := start(t, intake.Config{Store: s})
	if got := follow(t, d, j, nil); got.State != news.Failed || !strings.Contains(got.Outcome.Problem, "begun 5 times") {
		t.Errorf("after five kills: %+v", got)
	}
}
