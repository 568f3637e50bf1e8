package feeds

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/ingest/fetch"
	"onrecord/news"
	"onrecord/quotes"
	"onrecord/store"
)

// web is a web of the test's own.
type web struct {
	mu    sync.Mutex
	pages map[string]fetch.Fetched
	fails map[string]error
	asked []fetch.Request
}

func (w *web) Get(_ context.Context, r fetch.Request) (*fetch.Fetched, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	w.asked = append(w.asked, r)
	if err := w.fails[r.Address]; err != nil {
		return nil, err
	}
	p, ok := w.pages[r.Address]
	if !ok {
		return nil, &fetch.Error{Kind: fetch.Gone}
	}
	p.Address = r.Address
	if p.ETag != "" && p.ETag == r.ETag {
		return &fetch.Fetched{Address: r.Address, ETag: p.ETag, Unchanged: true}, nil
	}
	return &p, nil
}

func (w *web) put(address, body, etag string) {
	w.mu.Lock()
	defer w.mu.Unlock()
	if w.pages == nil {
		w.pages = map[string]fetch.Fetched{}
	}
	w.pages[address] = fetch.Fetched{Body: []byte(body), ETag: etag}
}

func (w *web) requests() int {
	w.mu.Lock()
	defer w.mu.Unlock()
	return len(w.asked)
}

// rss is a feed with entries numbered from..to, the latest first.
func rss(from, to int) string {
	var b strings.Builder
	b.WriteString(`<?xml version="1.0"?><rss version="2.0"><channel><title>The Kelmar Gazette</title><link>https://news.example/</link>`)
	for i := to; i >= from; i-- {
		fmt.Fprintf(&b, `<item><title>Story %d</title><link>/story/%d#top</link><guid isPermaLink="false">s%d</guid><pubDate>%s</pubDate></item>`,
			i, i, i, time.Date(2026, 3, 1, 0, i, 0, 0, time.UTC).Format(time.RFC1123Z))
	}
	return b.String() + `</channel></rss>`
}

const gazette = "https://news.example/feed.xml"

type fixture struct {
	*Follower
	store *store.Store
	web   *web
	now   time.Time
}

func newFixture(t *testing.T, change func(*Config)) *fixture {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	f := &fixture{store: s, web: &web{fails: map[string]error{}}, now: time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)}
	c := Config{Store: s, Fetch: f.web, Now: func() time.Time { return f.now }}
	if change != nil {
		change(&c)
	}
	f.Follower = New(c)
	return f
}

func (f *fixture) follow(t *testing.T, feed news.Feed) news.Feed {
	t.Helper()
	got, err := f.Follow(t.Context(), feed)
	if err != nil {
		t.Fatal(err)
	}
	return got
}

// jobs lists what waits, and takes it.
func (f *fixture) jobs(t *testing.T) (out []string) {
	t.Helper()
	for {
		j, err := f.store.ClaimJob(t.Context(), "test", "", f.now, f.now.Add(time.Minute))
		if err != nil {
			t.Fatal(err)
		}
		if j == nil {
			return out
		}
		if _, err := f.store.EndJob(t.Context(), j, "test", news.Done, news.Outcome{}, f.now); err != nil {
			t.Fatal(err)
		}
		out = append(out, strings.TrimPrefix(j.Library+" "+j.Source, "https://"))
	}
}

func TestFollowAndPoll(t *testing.T) {
	t.Parallel()
	queued := 0
	f := newFixture(t, func(c *Config) { c.Queued = func() { queued++ } })
	f.web.put(gazette, rss(1, 14), `"a"`)
	feed := f.follow(t, news.Feed{Library: "home", Address: gazette})
	if feed.Title != "The Kelmar Gazette" {
		t.Errorf("title %q", feed.Title)
	}
	got := f.jobs(t)
	if len(got) != firstTake || got[0] == got[1] || queued != 1 {
		t.Errorf("following takes %d entries %v, told %d times", len(got), got, queued)
	}
	for _, j := range got {
		for _, old := range []string{"/1", "/2", "/3", "/4"} {
			if strings.HasSuffix(j, "story"+old) {
				t.Errorf("an old entry was taken: %s", j)
			}
		}
	}
	// The first poll shows the same: nothing is taken again.
	if n := f.Poll(t.Context()); n != 1 {
		t.Fatalf("%d feeds were polled", n)
	}
	if again := f.jobs(t); len(again) != 0 {
		t.Errorf("taken again: %v", again)
	}
	if n := f.Poll(t.Context()); n != 0 {
		t.Errorf("%d feeds were polled again at once", n)
	}
	// Two more, and a poll that says which copy it has.
	f.web.put(gazette, rss(3, 16), `"b"`)
	f.now = f.now.Add(time.Hour)
	f.Poll(t.Context())
	if d := cmp.Diff(2, len(f.jobs(t))); d != "" {
		t.Error(d)
	}
	last := f.web.asked[len(f.web.asked)-1]
	if last.ETag != `"a"` {
		t.Errorf("the poll asked with the ETag %q", last.ETag)
	}
	src, _, err := f.store.Source(t.Context(), gazette)
	if err != nil || src.ETag != `"b"` || src.Quiet != 0 || !src.Due.After(f.now) {
		t.Errorf("%+v, %v", src, err)
	}
	f.now = f.now.Add(time.Hour)
	f.Poll(t.Context()) // unchanged
	if src, _, _ = f.store.Source(t.Context(), gazette); src.Quiet != 1 {
		t.Errorf("after an unchanged poll: %+v", src)
	}
}

// Two libraries and two processes: one request, jobs for both.
func TestShared(t *testing.T) {
	t.Parallel()
	f := newFixture(t, nil)
	f.web.put(gazette, rss(1, 2), "")
	f.follow(t, news.Feed{Library: "server-1", Address: gazette})
	f.follow(t, news.Feed{Library: "server-2", Address: gazette})
	f.jobs(t)
	f.web.put(gazette, rss(1, 3), "")
	before := f.web.requests()
	other := New(Config{Store: f.store, Fetch: f.web, Now: f.c.Now})
	var wg sync.WaitGroup
	wg.Go(func() { f.Poll(t.Context()) })
	wg.Go(func() { other.Poll(t.Context()) })
	wg.Wait()
	if n := f.web.requests() - before; n != 1 {
		t.Errorf("two processes asked %d times", n)
	}
	want := []string{"server-1 https://news.example/story/3", "server-2 https://news.example/story/3"}
	if d := cmp.Diff(want, f.jobs(t)); d != "" {
		t.Error(d)
	}
}

func TestFailures(t *testing.T) {
	t.Parallel()
	f := newFixture(t, nil)
	f.web.put(gazette, rss(1, 2), "")
	f.follow(t, news.Feed{Library: "home", Address: gazette})
	until := f.now.Add(5 * time.Hour)
	f.web.fails[gazette] = &fetch.Error{Kind: fetch.Busy, Until: until}
	f.Poll(t.Context())
	src, _, _ := f.store.Source(t.Context(), gazette)
	if src.Failures != 1 || !src.Due.Equal(until) {
		t.Errorf("a site asked to be left alone until %v: %+v", until, src)
	}
	f.now = until
	f.web.fails[gazette] = nil
	f.web.put(gazette, "<html>moved</html>", "")
	f.Poll(t.Context())
	if src, _, _ = f.store.Source(t.Context(), gazette); src.Failures != 2 || !strings.Contains(src.Problem, "no feed") {
		t.Errorf("a page in a feed's place: %+v", src)
	}
	f.web.put(gazette, rss(1, 2), "")
	f.now = f.now.Add(48 * time.Hour)
	f.Poll(t.Context())
	if src, _, _ = f.store.Source(t.Context(), gazette); src.Failures != 0 || src.Problem != "" {
		t.Errorf("after it came back: %+v", src)
	}
}

func TestSchedule(t *testing.T) {
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	for _, c := range []struct {
		name     string
		src      news.FeedSource
		until    time.Time
		min, max time.Duration
	}{
		{"lively", news.FeedSource{}, time.Time{}, 30 * time.Minute, 33 * time.Minute},
		{"quiet for long", news.FeedSource{Quiet: 100}, time.Time{}, 4 * time.Hour, 4*time.Hour + 24*time.Minute},
		{"one failure", news.FeedSource{Failures: 1}, time.Time{}, 30 * time.Minute, 33 * time.Minute},
		{"four failures", news.FeedSource{Failures: 4}, time.Time{}, 4 * time.Hour, 4*time.Hour + 24*time.Minute},
		{"dead", news.FeedSource{Failures: 1000}, time.Time{}, 24 * time.Hour, 27 * time.Hour},
		{"asked to wait", news.FeedSource{}, now.Add(10 * time.Hour), 10 * time.Hour, 10 * time.Hour},
		{"asked to wait a year", news.FeedSource{}, now.AddDate(1, 0, 0), patience, patience},
	} {
		c.src.Address = gazette
		if wait := next(c.src, now, c.until).Sub(now); wait < c.min || wait > c.max {
			t.Errorf("%s: asked again after %v, want %v to %v", c.name, wait, c.min, c.max)
		}
	}
}

func TestFind(t *testing.T) {
	t.Parallel()
	f := newFixture(t, nil)
	const head = `<html><head><link rel="alternate" type="application/rss+xml" title="Comments" href="/comments.xml"><link rel="stylesheet alternate" TYPE="application/atom+xml" href="news.atom"></head><body>`
	f.web.put("https://named.example/en/", head, "")
	f.web.put("https://named.example/en/news.atom", atom, "")
	f.web.put("https://usual.example", "<html><body>Hello", "")
	f.web.put("https://usual.example/rss.xml", rss(1, 1), "")
	f.web.put("https://none.example/", "<html><body>Hello", "")
	for _, c := range []struct{ typed, want string }{
		{"https://named.example/en/", "https://named.example/en/news.atom"},
		{"usual.example", "https://usual.example/rss.xml"},
		{"https://none.example/", ""},
		{"https://gone.example/", ""},
	} {
		got, _, err := f.Find(t.Context(), c.typed)
		if got != c.want || (err == nil) != (c.want != "") || err != nil && !errors.Is(err, news.ErrBadInput) {
			t.Errorf("%s: %q, %v; want %q", c.typed, got, err, c.want)
		}
	}
}

const atom = `<?xml version="1.0" encoding="utf-8"?><feed xmlns="http://www.w3.org/2005/Atom"><title>Vindholm  Post</title>
<entry><id>urn:1</id><link rel="alternate" href="https://news.example/a"/><updated>2026-03-01T10:00:00Z</updated></entry>
<entry><id>urn:2</id><link href="javascript:alert(1)"/></entry>
<entry><id>urn:3</id><link href="https://news.example/a#again"/></entry></feed>`

const jsonFeed = `{"version":"https://jsonfeed.org/version/1.1","title":"Tarsk Wire","items":[{"id":"1","url":"https://news.example/j","date_published":"2026-03-01T10:00:00Z"},{"id":"2"}]}`

func TestParse(t *testing.T) {
	for _, c := range []struct {
		name, data, title string
		addresses         []string
	}{
		{"RSS", rss(1, 2), "The Kelmar Gazette", []string{"https://news.example/story/2", "https://news.example/story/1"}},
		{"Atom", atom, "Vindholm Post", []string{"https://news.example/a"}},
		{"JSON Feed", jsonFeed, "Tarsk Wire", []string{"https://news.example/j"}},
		{"a page", "<html><body>no", "", nil},
		{"nothing", "", "", nil},
		{"deep", `<rss><channel>` + strings.Repeat("<a>", 100_000), "", nil},
		{"deep JSON", `{"version":"https://jsonfeed.org/version/1.1","items":` + strings.Repeat("[", 100_000), "", nil},
		{"large", "<rss>" + strings.Repeat(" ", MaxBytes), "", nil},
	} {
		l, err := Parse([]byte(c.data), gazette)
		var got []string
		for _, e := range l.Entries {
			got = append(got, e.Address)
		}
		if d := cmp.Diff(c.addresses, got); d != "" || l.Title != c.title || (err != nil) != (c.title == "") {
			t.Errorf("%s: %q, %v\n%s", c.name, l.Title, err, d)
		}
	}
}

// Whatever the bytes: no panic, bounded entries, each with a web address.
func FuzzParse(f *testing.F) {
	for _, s := range []string{rss(1, 3), atom, jsonFeed, "<rss><channel><item><link>", "{\"items\":[null]}", "\xef\xbb\xbf<feed/>"} {
		f.Add([]byte(s))
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		l, err := Parse(data, gazette)
		if err != nil && !errors.Is(err, news.ErrBadInput) {
			t.Errorf("the error %v is not for people", err)
		}
		if len(l.Entries) > maxEntries {
			t.Errorf("%d entries", len(l.Entries))
		}
		for _, e := range l.Entries {
			if !strings.HasPrefix(e.Address, "http") || e.ID == "" {
				t.Errorf("entry %+v", e)
			}
		}
	})
}

func TestFilters(t *testing.T) {
	a := &news.Article{Version: 1, Title: "The bridge opens", Paragraphs: []news.Paragraph{
		{Kind: news.Body, Text: "The repairs were paid for by the harbour, Ilse Varga said."},
		{Kind: news.Related, Text: "Ferry sinks"}}}
	news.NumberParagraphs(a.Paragraphs)
	r := quotes.Read(a)
	for _, c := range []struct {
		word, speaker string
		want          bool
	}{
		{"", "", true}, {"bridges", "", true}, {"repair", "", true}, {"ferry", "", false}, {"the", "", true},
		{"", "varga", true}, {"", "Ilse VARGA", true}, {"", "Var", false}, {"", "Moss", false},
		{"bridge", "Moss", false}, {"bridge", "Varga", true},
	} {
		if got := passes(news.Feed{Word: c.word, Speaker: c.speaker}, a, r); got != c.want {
			t.Errorf("word %q speaker %q: %v", c.word, c.speaker, got)
		}
	}
}

func TestLimits(t *testing.T) {
	t.Parallel()
	f := newFixture(t, nil)
	ctx := t.Context()
	put := func(name, feed string, ago time.Duration) string {
		t.Helper()
		a := &news.Article{URL: "https://news.example/" + name, Title: name, Paragraphs: []news.Paragraph{{Kind: news.Body, Number: 1, Text: "Words of " + name + "."}}}
		a.ID = news.ArticleID(a)
		ref, _, err := f.store.Add(ctx, "home", a, &news.Reading{})
		if err == nil {
			err = f.store.Shelve(ctx, "home", news.Shelved{Article: ref, Came: f.now.Add(-ago), Feed: feed})
		}
		if err != nil {
			t.Fatal(err)
		}
		return ref.ID
	}
	const day = 24 * time.Hour
	put("person's", "", 1000*day)
	pinned := put("pinned", "f", 900*day)
	if err := f.store.Pin(ctx, "home", pinned, true); err != nil {
		t.Fatal(err)
	}
	put("old", "f", 100*day)
	put("third", "f", 3*day)
	put("second", "f", 2*day)
	put("first", "f", 1*day)
	titles := func() (out []string) {
		t.Helper()
		infos, err := f.store.Articles(ctx, "home")
		if err != nil {
			t.Fatal(err)
		}
		for _, i := range infos {
			out = append(out, i.Title)
		}
		return out
	}
	if err := f.Limit(ctx, "home"); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(titles(), " "); strings.Contains(got, "old") || len(titles()) != 5 {
		t.Errorf("after 90 days: %s", got)
	}
	if err := f.SetLimits(ctx, "home", Limits{Articles: 2}); err != nil {
		t.Fatal(err)
	}
	if got := strings.Join(titles(), " "); strings.Contains(got, "third") || len(titles()) != 4 {
		t.Errorf("of the latest two: %s", got)
	}
	if err := f.SetLimits(ctx, "home", Limits{}); !errors.Is(err, news.ErrBadInput) {
		t.Errorf("no articles at all: %v", err)
	}
}

func TestDigests(t *testing.T) {
	t.Parallel()
	var sent []string
	fail := true
	f := newFixture(t, func(c *Config) {
		c.Digest = func(_ context.Context, w news.Watch, came []news.Shelved) error {
			if fail {
				return errors.New("Discord is away")
			}
			for _, b := range came {
				sent = append(sent, w.Speaker+" "+b.Article.ID)
			}
			return nil
		}
	})
	ctx := t.Context()
	w := news.Watch{Library: "home", ID: "w", Speaker: "Varga", Person: "9", Since: f.now, Due: f.now.Add(everyDay)}
	if err := f.store.AddWatch(ctx, w); err != nil {
		t.Fatal(err)
	}
	shelve := func(id string, at time.Time) {
		t.Helper()
		if err := f.store.Shelve(ctx, "home", news.Shelved{Article: news.Ref{ID: id, Version: 1}, Came: at}); err != nil {
			t.Fatal(err)
		}
	}
	shelve("before", f.now.Add(-time.Minute))
	shelve("a", f.now.Add(time.Minute))
	f.now = f.now.Add(everyDay)
	f.sendDigests(ctx)
	if len(sent) > 0 {
		t.Fatalf("sent %v", sent)
	}
	fail = false
	f.now = f.now.Add(retryDigest)
	f.sendDigests(ctx)
	f.sendDigests(ctx)
	shelve("b", f.now.Add(time.Minute))
	f.now = f.now.Add(everyDay)
	f.sendDigests(ctx)
	if d := cmp.Diff([]string{"Varga a", "Varga b"}, sent); d != "" {
		t.Error(d)
	}
}
