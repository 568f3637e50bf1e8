package intake

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"runtime/debug"
	"sync"
	"time"

	"onrecord/ingest/fetch"
	"onrecord/news"
	"onrecord/stages"
)

const (
	// maxAttempts is how often a job is begun that the program never ended: one
	// that kills its process must not kill all others in turn.
	maxAttempts = 5
	// remembered is how long ended jobs are kept, for those who ask late.
	remembered = 14 * 24 * time.Hour
	// lastWords is how long a worker that is told to stop may take to say so.
	lastWords = 5 * time.Second
)

// Run works on jobs until ctx ends; then it puts back what it has in hand and
// returns. A job that fails is no error of Run.
func (d *Desk) Run(ctx context.Context) {
	if err := d.c.Store.ForgetJobs(ctx, d.c.Now().Add(-remembered)); err != nil && ctx.Err() == nil {
		d.c.Logger.Warn("old jobs could not be forgotten", "error", err)
	}
	var workers sync.WaitGroup
	defer workers.Wait()
	free := make(chan struct{}, d.c.Workers)
	look := time.NewTicker(d.c.Look)
	defer look.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case free <- struct{}{}:
		}
		now := d.c.Now()
		j, err := d.c.Store.ClaimJob(ctx, d.c.Owner, d.machine, now, now.Add(d.c.Lease))
		if err != nil && ctx.Err() == nil {
			d.c.Logger.Warn("no job could be taken", "error", err)
		}
		if j != nil {
			workers.Go(func() {
				defer func() { <-free }()
				d.work(ctx, j)
			})
			continue
		}
		<-free
		select {
		case <-ctx.Done():
			return
		case <-d.wake:
		case <-look.C:
		}
	}
}

// errLost ends work on a job that is no longer this process's.
var errLost = errors.New("the job was cancelled, or another process has it")

// work does one job and notes how it ended.
func (d *Desk) work(ctx context.Context, j *news.Job) {
	ctx, stage := stages.Begin(ctx, stages.Job)
	stage.Note(about(j)...)
	k := key{j.Library, j.ID}
	working, lose := context.WithCancelCause(ctx)
	d.take(k, func() { lose(errLost) })
	defer d.forget(k)
	beating := make(chan struct{})
	go func() {
		defer close(beating)
		d.beat(working, j, func() { lose(errLost) })
	}()
	var o news.Outcome
	var err error
	if j.Attempts > maxAttempts {
		err = problem(fmt.Sprintf("This was begun %d times, and each time the program ended before it was done. It is not tried again.", maxAttempts))
	} else {
		o, err = d.survive(working, j)
	}
	lost := errors.Is(context.Cause(working), errLost)
	how, why := "failed", err
	defer func() {
		stage.Note(slog.String("outcome", how), slog.String("reason", reason(why)))
		stage.End(why)
	}()
	lose(nil)
	<-beating

	last, cancel := context.WithTimeout(context.WithoutCancel(ctx), lastWords)
	defer cancel()
	switch {
	case lost:
		how, why = "lost", nil
		return
	case err == nil:
		how = ended(o)
		_, err = d.c.Store.EndJob(last, j, d.c.Owner, news.Done, o, d.c.Now())
	case ctx.Err() != nil:
		how = "put_back"
		err = d.c.Store.PutBackJob(last, j, d.c.Owner, d.c.Now(), false)
	case d.tryLater(j, err) > 0:
		how = "later"
		err = d.c.Store.PutBackJob(last, j, d.c.Owner, d.c.Now().Add(d.tryLater(j, err)), true)
	default:
		if !errors.Is(err, news.ErrBadInput) || errors.Is(err, news.ErrHost) {
			d.c.Logger.Error("an article could not be added", "job", j.ID, "library", j.Library, "error", err)
			err = problem("Something went wrong on this side, and it has been noted. Please try again.")
		}
		_, err = d.c.Store.EndJob(last, j, d.c.Owner, news.Failed, news.Outcome{Problem: err.Error()}, d.c.Now())
	}
	if err != nil { // whoever looks after the lease has it again
		d.c.Logger.Warn("a job's end could not be noted", "job", j.ID, "error", err)
	}
}

// tryLater is how long to wait before a page that a feed named is asked for once
// more, or an article told that could not be, 0 for not at all. A person is told at
// once that it can't be had.
func (d *Desk) tryLater(j *news.Job, err error) time.Duration {
	if _, stored := err.(untold); stored {
		return tellAgain
	}
	var f *fetch.Error
	if j.Feed == "" || j.Attempts >= 3 || !errors.As(err, &f) || f.Kind != fetch.Busy && f.Kind != fetch.Unreachable {
		return 0
	}
	const first, longest = 10 * time.Minute, 24 * time.Hour
	return min(max(first<<j.Attempts, f.Until.Sub(d.c.Now())), longest)
}

// beat prolongs the lease until ctx ends, or calls lose when it can't.
func (d *Desk) beat(ctx context.Context, j *news.Job, lose func()) {
	until := d.c.Now().Add(d.c.Lease)
	tick := time.NewTicker(d.c.Lease / 3)
	defer tick.Stop()
	for {
		select {
		case <-ctx.Done():
			return
		case <-tick.C:
		}
		step, _ := d.step(key{j.Library, j.ID})
		next := d.c.Now().Add(d.c.Lease)
		held, err := d.c.Store.KeepJob(ctx, j, d.c.Owner, step, next)
		switch {
		case err == nil && held:
			until = next
		case err == nil, !d.c.Now().Before(until): // the store was out of reach for a whole lease
			lose()
			return
		}
	}
}

// survive does the job and turns a panic into an error.
func (d *Desk) survive(ctx context.Context, j *news.Job) (o news.Outcome, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	return d.do(ctx, j)
}

// problem is a sentence for whoever asked for the article.
type problem string

func (p problem) Error() string { return string(p) }
func (p problem) Unwrap() error { return news.ErrBadInput }
