// Package intake gets articles into libraries. What is asked for is a job in
// the store, done once: [Desk.Put] puts it there, workers of this or another
// process take it, and [Desk.Follow] tells how far it has come. A worker holds a
// job by a lease that it prolongs while it works; the job of a process that was
// killed is taken up by whoever looks next.
package intake

import (
	"context"
	"crypto/rand"
	"log/slog"
	"os"
	"sync"
	"time"

	"onrecord/ingest"
	"onrecord/news"
)

// Store keeps the jobs and the articles; store.Store is one.
type Store interface {
	AddJobs(ctx context.Context, jobs []news.Job, now time.Time) error
	Job(ctx context.Context, library, id string) (news.Job, error)
	OpenJobs(ctx context.Context, library string, by time.Time) (int, error)
	ClaimJob(ctx context.Context, owner, machine string, now, lease time.Time) (*news.Job, error)
	KeepJob(ctx context.Context, j *news.Job, owner, step string, lease time.Time) (bool, error)
	EndJob(ctx context.Context, j *news.Job, owner string, state news.JobState, o news.Outcome, now time.Time) (bool, error)
	PutBackJob(ctx context.Context, j *news.Job, owner string, due time.Time, counts bool) error
	CancelJob(ctx context.Context, library, id string, now time.Time) (bool, error)
	ForgetJobs(ctx context.Context, before time.Time) error

	Add(ctx context.Context, library string, a *news.Article, r *news.Reading) (news.Ref, bool, error)
	Article(ctx context.Context, library string, ref news.Ref) (*news.Article, *news.Reading, error)
	Shelve(ctx context.Context, library string, b news.Shelved) error
	Shelved(ctx context.Context, library, article string) (news.Shelved, bool, error)
}

// Config is what a desk is made of. Store and Getter are required; what is left
// zero gets the default named beside it.
type Config struct {
	Store  Store
	Getter ingest.Getter
	// Accept tells whether an article that a feed brought is to be kept, before
	// it is stored: all are.
	Accept func(ctx context.Context, j *news.Job, a *news.Article, r *news.Reading) (bool, error)
	// Stored is told of every article that is new in its library before its job
	// ends, at least once: by the next process where one was killed before it had
	// returned. When it fails the article is told a few times more, a minute apart.
	Stored func(ctx context.Context, j *news.Job, o news.Outcome) error
	Logger *slog.Logger // slog.Default
	// Owner names this process among those that share the store: a random name.
	Owner   string
	Workers int              // jobs worked on at once: 4
	Lease   time.Duration    // without a sign of life, before others take a job: 30 s
	Look    time.Duration    // between looks for jobs that others left: 3 s
	Now     func() time.Time // time.Now
}

// Desk takes jobs. It is safe for concurrent use.
type Desk struct {
	c       Config
	machine string
	wake    chan struct{} // holds a token when there may be new jobs

	mu        sync.Mutex
	steps     map[key]string // of jobs in this desk's hands
	drops     map[key]func() // let go of those jobs
	followers map[key][]chan struct{}
}

type key struct{ library, id string }

// New returns a desk; its workers start with [Desk.Run].
func New(c Config) *Desk {
	if c.Logger == nil {
		c.Logger = slog.Default()
	}
	if c.Owner == "" {
		c.Owner = rand.Text()
	}
	if c.Workers == 0 {
		c.Workers = 4
	}
	if c.Lease == 0 {
		c.Lease = 30 * time.Second
	}
	if c.Look == 0 {
		c.Look = 3 * time.Second
	}
	if c.Now == nil {
		c.Now = time.Now
	}
	machine, err := os.Hostname()
	if err != nil {
		machine = c.Owner // then a path is this process's alone
	}
	return &Desk{c: c, machine: machine, wake: make(chan struct{}, 1), steps: map[key]string{}, drops: map[key]func(){}, followers: map[key][]chan struct{}{}}
}

// Put puts jobs in the queue, all or none, and returns once they are safe there.
// One that is open already goes on.
func (d *Desk) Put(ctx context.Context, jobs ...news.Job) error {
	err := d.c.Store.AddJobs(ctx, jobs, d.c.Now())
	if err == nil {
		d.Wake()
	}
	return err
}

// Wake lets the workers look for jobs at once.
func (d *Desk) Wake() {
	select {
	case d.wake <- struct{}{}:
	default:
	}
}

// Address is the job of getting what stands at a web address.
func Address(library, address string) news.Job {
	return news.Job{Library: library, ID: news.JobID(news.FromAddress, address, nil, "", ""), Kind: news.FromAddress, Source: address}
}

// File is the job of reading a file that was handed over.
func File(library, name string, data []byte) news.Job {
	return news.Job{Library: library, ID: news.JobID(news.FromFile, name, data, "", ""), Kind: news.FromFile, Source: name, Content: data}
}

// Path is the job of reading a file of this machine.
func (d *Desk) Path(library, path string) news.Job {
	return news.Job{Library: library, ID: news.JobID(news.FromPath, path, nil, d.machine, ""), Kind: news.FromPath, Source: path, Machine: d.machine}
}

// Cancel ends a job that has not ended; false when it had. A worker of this desk
// lets go of it at once, one of another process before it stores anything.
func (d *Desk) Cancel(ctx context.Context, library, id string) (bool, error) {
	k := key{library, id}
	ok, err := d.c.Store.CancelJob(ctx, library, id, d.c.Now())
	if ok {
		d.drop(k)
	}
	d.tell(k)
	return ok, err
}

// drop lets this desk's worker know that a job is no longer its own.
func (d *Desk) drop(k key) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if drop := d.drops[k]; drop != nil {
		drop()
	}
}
