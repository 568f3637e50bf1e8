package shards

import (
	"cmp"
	"context"
	"slices"
	"sync"
	"time"
)

// hold is a shard that this process holds.
type hold struct {
	key
	keeper *Keeper
	stop   context.CancelFunc

	mu      sync.Mutex
	until   time.Time // not to be used afterwards
	timer   *time.Timer
	greeted bool // by Discord
	marked  bool // as ready in the table
}

// start uses a shard that was taken.
func (k *Keeper) start(id key, until time.Time) {
	ctx, stop := context.WithCancel(context.Background()) // leave stops it
	h := &hold{key: id, keeper: k, stop: stop, until: until}
	h.timer = time.AfterFunc(time.Until(until), stop)
	k.mu.Lock()
	k.runs[id] = h
	k.mu.Unlock()
	k.Logger.Info("took a shard", "shard", id.number, "of", id.size)
	k.ended.Go(func() {
		err := k.Use(ctx, Shard{Number: id.number, Size: id.size, hold: h})
		stop()
		h.timer.Stop()
		k.Logger.Info("let go of a shard", "shard", id.number, "of", id.size)
		releasing, cancel := context.WithTimeout(context.Background(), k.Lease/2)
		defer cancel()
		if err := k.Table.ReleaseShard(releasing, k.App, id.size, id.number, k.Process); err != nil {
			k.Logger.Warn("a shard could not be released; its lease will end", "shard", id.number, "error", err)
		}
		k.mu.Lock()
		delete(k.runs, id)
		k.mu.Unlock()
		if err != nil {
			select {
			case k.failed <- err:
			default:
			}
		}
	})
}

// held lists the shards that this process holds and that match, in order.
func (k *Keeper) held(match func(key) bool) []*hold {
	k.mu.Lock()
	defer k.mu.Unlock()
	var out []*hold
	for id, h := range k.runs {
		if match(id) {
			out = append(out, h)
		}
	}
	slices.SortFunc(out, func(a, b *hold) int {
		return cmp.Or(cmp.Compare(a.size, b.size), cmp.Compare(a.number, b.number))
	})
	return out
}

// prolong lets the shard be used until then; false when it is too late.
func (h *hold) prolong(until time.Time) bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	if !time.Now().Before(h.until) || !h.timer.Stop() {
		h.stop()
		return false
	}
	h.until = until
	h.timer.Reset(time.Until(until))
	return true
}

func (h *hold) held() bool {
	h.mu.Lock()
	defer h.mu.Unlock()
	return time.Now().Before(h.until)
}

// ready notes that Discord has greeted the shard. What the table does not take now
// is noted with the next renewal.
func (h *hold) ready(ctx context.Context) error {
	h.mu.Lock()
	h.greeted = true
	h.mu.Unlock()
	return h.mark(ctx)
}

// mark marks the shard as ready in the table, unless it is or need not be.
func (h *hold) mark(ctx context.Context) error {
	h.mu.Lock()
	due := h.greeted && !h.marked
	h.mu.Unlock()
	if !due {
		return nil
	}
	k := h.keeper
	if err := k.Table.MarkReady(ctx, k.App, h.size, h.number, k.Process, true); err != nil {
		return err
	}
	h.mu.Lock()
	defer h.mu.Unlock()
	h.marked = true
	return nil
}

// awaitStart waits for the shard's turn to start a session.
func (h *hold) awaitStart(ctx context.Context) error {
	k := h.keeper
	k.mu.Lock()
	bucket := h.number % k.atOnce
	k.mu.Unlock()
	for {
		may, err := k.Table.StartSession(ctx, k.App, bucket, k.Pause)
		if may || ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			k.Logger.Warn("the turn to start a session could not be had; trying again", "error", err)
		}
		select {
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(k.Pause / 10):
		}
	}
}
