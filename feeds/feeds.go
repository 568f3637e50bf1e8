// Package feeds follows outlets: it polls their feeds, puts what is new in the
// queue of package intake, lets old articles leave again, and tells whose watch
// is due. Processes that share a store share this work by leases: an address is
// polled by one of them at a time, and once for all libraries that follow it.
package feeds

import (
	"context"
	"crypto/rand"
	"errors"
	"fmt"
	"log/slog"
	"sync"
	"time"

	"onrecord/ingest"
	"onrecord/news"
)

// Store keeps feeds and watches; store.Store is one.
type Store interface {
	AddFeed(ctx context.Context, f news.Feed, entries []string, now time.Time) error
	RemoveFeed(ctx context.Context, library, id string) error
	Feeds(ctx context.Context, library string) ([]news.Feed, error)
	Feed(ctx context.Context, library, id string) (news.Feed, error)
	Followers(ctx context.Context, address string) ([]news.Feed, error)
	Taken(ctx context.Context, f news.Feed) (map[string]bool, error)
	TakeEntries(ctx context.Context, f news.Feed, shown []string, jobs []news.Job, now, forget time.Time) error
	Source(ctx context.Context, address string) (news.FeedSource, bool, error)
	ClaimSource(ctx context.Context, owner string, now, lease time.Time) (*news.FeedSource, error)
	EndPoll(ctx context.Context, f news.FeedSource, owner string) error
	PollNow(ctx context.Context, library string, now time.Time) error

	ClaimWatch(ctx context.Context, owner string, now, lease time.Time) (*news.Watch, error)
	EndWatch(ctx context.Context, w news.Watch, owner string) error
	Came(ctx context.Context, library string, after time.Time, limit int) ([]news.Shelved, error)

	Leaving(ctx context.Context, library string) ([]news.Shelved, error)
	Remove(ctx context.Context, library, id string) error
	Unshelve(ctx context.Context, library, article string) error
	Setting(ctx context.Context, library, name string) (string, error)
	SetSetting(ctx context.Context, library, name, value string) error
}

// Config is what a follower of feeds is made of. Store and Fetch are required;
// what is left zero gets the default named beside it.
type Config struct {
	Store Store
	Fetch ingest.Fetcher
	// Queued is called when jobs were put in the queue: nobody is told.
	Queued func()
	// Digest sends what came for a watch, the earliest first: watches wait. When
	// it fails the watch is tried again in an hour.
	Digest func(ctx context.Context, w news.Watch, came []news.Shelved) error
	Logger *slog.Logger     // slog.Default
	Owner  string           // names this process: a random name
	Tick   time.Duration    // between looks for what is due: 15 s
	Now    func() time.Time // time.Now
}

// Follower follows feeds. It is safe for concurrent use.
type Follower struct{ c Config }

// New returns a follower; it works while [Follower.Run] does.
func New(c Config) *Follower {
	if c.Logger == nil {
		c.Logger = slog.Default()
	}
	if c.Owner == "" {
		c.Owner = rand.Text()
	}
	if c.Tick == 0 {
		c.Tick = 15 * time.Second
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	if c.Queued == nil {
		c.Queued = func() {}
	}
	return &Follower{c}
}

const (
	// lease is how long a poll or a digest may take before another process has it.
	lease = 2 * time.Minute
	// atOnce is how many feeds a process polls at a time.
	atOnce = 4
)

// Run polls feeds and sends digests as they are due, until ctx ends.
func (f *Follower) Run(ctx context.Context) {
	tick := time.NewTicker(f.c.Tick)
	defer tick.Stop()
	for {
		f.Poll(ctx)
		f.sendDigests(ctx)
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
	}
}

// Poll polls every feed that is due, and returns how many it polled. What goes
// wrong with a feed is noted with it.
func (f *Follower) Poll(ctx context.Context) int {
	var mu sync.Mutex
	polled := 0
	var workers sync.WaitGroup
	for range atOnce {
		workers.Go(func() {
			for ctx.Err() == nil {
				now := f.c.Now()
				src, err := f.c.Store.ClaimSource(ctx, f.c.Owner, now, now.Add(lease))
				if err != nil && ctx.Err() == nil {
					f.c.Logger.Warn("no feed could be taken", "error", err)
				}
				if src == nil {
					return
				}
				f.poll(ctx, *src)
				mu.Lock()
				polled++
				mu.Unlock()
			}
		})
	}
	workers.Wait()
	return polled
}

// maxFeeds is how many feeds a library follows at most.
const maxFeeds = 100

// ErrKnown: the library follows the feed already; its channel and filters were
// changed.
var ErrKnown = errors.New("that feed is followed already")

// Follow finds the feed at an address, that of a feed or of a site that names
// one, and lets a library follow it. The newest few entries are taken at once,
// and told to nobody; of the older ones none.
func (f *Follower) Follow(ctx context.Context, want news.Feed) (news.Feed, error) {
	known, err := f.c.Store.Feeds(ctx, want.Library)
	if err != nil {
		return want, err
	}
	if len(known) >= maxFeeds {
		return want, problem(fmt.Sprintf("This library follows %d feeds already, and that is the most. Remove one first.", maxFeeds))
	}
	address, list, err := f.Find(ctx, want.Address)
	if err != nil {
		return want, err
	}
	now := f.c.Now()
	want.Address, want.ID, want.Title, want.Added = address, news.FeedID(address), list.Title, now.Truncate(time.Millisecond)
	for _, k := range known {
		if k.ID == want.ID {
			want.Added = k.Added
			if err := f.c.Store.AddFeed(ctx, want, nil, now); err != nil {
				return want, err
			}
			return want, ErrKnown
		}
	}
	newest := list.newest(firstTake)
	var old []string
	for _, e := range list.Entries {
		if !has(newest, e.ID) {
			old = append(old, e.ID)
		}
	}
	if err := f.c.Store.AddFeed(ctx, want, old, now); err != nil {
		return want, err
	}
	return want, f.take(ctx, want, list)
}

// firstTake is how many of a feed's entries are taken when it is followed.
const firstTake = 10

func has(list []Entry, id string) bool {
	for _, e := range list {
		if e.ID == id {
			return true
		}
	}
	return false
}

// problem is a sentence for whoever asked.
type problem string

func (p problem) Error() string { return string(p) }
func (p problem) Unwrap() error { return news.ErrBadInput }
