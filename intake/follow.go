package intake

import (
	"context"
	"slices"
	"time"

	"onrecord/news"
)

// lookAgain is how often a follower asks the store for a job that another
// process may have in hand.
const lookAgain = time.Second

// Follow waits until a job has ended and returns it. step is told how far the
// job has come, each time that changes, from the goroutine that called Follow;
// it may be nil. That ctx ends ends the waiting, not the job.
func (d *Desk) Follow(ctx context.Context, library, id string, step func(string)) (news.Job, error) {
	k := key{library, id}
	changed := d.subscribe(k)
	defer d.unsubscribe(k, changed)
	tick := time.NewTicker(lookAgain)
	defer tick.Stop()
	last := ""
	for {
		now, mine := d.step(k)
		if !mine {
			j, err := d.c.Store.Job(ctx, library, id)
			if err != nil || j.State.Ended() {
				return j, err
			}
			now = j.Step
		}
		if step != nil && now != last && now != "" {
			last = now
			step(now)
		}
		select {
		case <-ctx.Done():
			return news.Job{Library: library, ID: id}, ctx.Err()
		case <-changed:
		case <-tick.C:
		}
	}
}

func (d *Desk) subscribe(k key) chan struct{} {
	c := make(chan struct{}, 1)
	d.mu.Lock()
	defer d.mu.Unlock()
	d.followers[k] = append(d.followers[k], c)
	return c
}

func (d *Desk) unsubscribe(k key, c chan struct{}) {
	d.mu.Lock()
	defer d.mu.Unlock()
	left := slices.DeleteFunc(d.followers[k], func(f chan struct{}) bool { return f == c })
	if d.followers[k] = left; len(left) == 0 {
		delete(d.followers, k)
	}
}

// step is how far a job in this desk's hands has come.
func (d *Desk) step(k key) (string, bool) {
	d.mu.Lock()
	defer d.mu.Unlock()
	s, mine := d.steps[k]
	return s, mine
}

// take notes that a job is in this desk's hands; drop lets go of it.
func (d *Desk) take(k key, drop func()) {
	d.mu.Lock()
	d.steps[k], d.drops[k] = "", drop
	d.mu.Unlock()
	d.tell(k)
}

// setStep notes it; forget drops it. Both tell the followers.
func (d *Desk) setStep(k key, step string) {
	d.mu.Lock()
	d.steps[k] = step
	d.mu.Unlock()
	d.tell(k)
}

func (d *Desk) forget(k key) {
	d.mu.Lock()
	delete(d.steps, k)
	delete(d.drops, k)
	d.mu.Unlock()
	d.tell(k)
}

func (d *Desk) tell(k key) {
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, c := range d.followers[k] {
		select {
		case c <- struct{}{}:
		default:
		}
	}
}

// Finish waits until a library has no open job but those to be tried again
// later. left is told how many there are, each time that changes.
func (d *Desk) Finish(ctx context.Context, library string, left func(int)) error {
	const look = 100 * time.Millisecond
	tick := time.NewTicker(look)
	defer tick.Stop()
	for last := -1; ; {
		n, err := d.c.Store.OpenJobs(ctx, library, d.c.Now())
		if err != nil || n == 0 {
			return err
		}
		if n != last {
			last = n
			left(n)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-tick.C:
		}
	}
}
