package shards

import (
	"cmp"
	"context"
	"errors"
	"log/slog"
	"slices"
	"sync"
	"time"
)

// Config is what a keeper is made of; all of it is required but the times.
type Config struct {
	Table   Table
	App     string // the bot's application
	Process string // a name that no other process has, not even an earlier one
	// Split asks Discord into how many shards the gateway should be split, and
	// how many sessions may be started at a time. An error that wraps
	// [ErrRefused] ends the keeper; others are tried again.
	Split func(ctx context.Context) (size, atOnce int, err error)
	// Use uses a shard until its context ends, and has stopped using it when it
	// returns. It returns an error only when trying again is no use.
	Use    func(ctx context.Context, s Shard) error
	Logger *slog.Logger

	Lease  time.Duration // how long a shard is held without renewal: 6 s
	Every  time.Duration // how often leases are renewed: 1.5 s
	Pause  time.Duration // between two sessions of a bucket: 5 s
	Resize time.Duration // how often Split is asked again: 15 min
	Rest   time.Duration // for how long a process out of Discord's reach takes nothing: 20 s
}

// ErrRefused is for a bot that Discord does not want.
var ErrRefused = errors.New("refused by Discord")

// ErrOutOfReach is what Use returns when this process can't reach Discord, though
// others may: it gives up what it has and leaves it to them for a while.
var ErrOutOfReach = errors.New("out of Discord's reach")

// Keeper holds this process's share of the shards. Make one with [New] and run
// it once.
type Keeper struct {
	Config
	failed chan error

	mu        sync.Mutex
	atOnce    int
	processes int           // that share, as far as this one knew last
	runs      map[key]*hold // what this process holds
	ended     sync.WaitGroup
}

// key names a shard.
type key struct{ size, number int }

// New returns a keeper that holds nothing yet.
func New(c Config) *Keeper {
	c.Lease = cmp.Or(c.Lease, 6*time.Second)
	c.Every = cmp.Or(c.Every, 1500*time.Millisecond)
	c.Pause = cmp.Or(c.Pause, 5*time.Second)
	c.Resize = cmp.Or(c.Resize, 15*time.Minute)
	c.Rest = cmp.Or(c.Rest, 20*time.Second)
	return &Keeper{Config: c, failed: make(chan error, 1), runs: map[key]*hold{}}
}

// Run holds a fair share of the shards until ctx ends, which is no error, or
// until Discord refuses the bot. It has given everything up when it returns.
func (k *Keeper) Run(ctx context.Context) error {
	size, err := k.askSplit(ctx)
	if err != nil {
		return err
	}
	defer k.leave(context.WithoutCancel(ctx))
	ctx, stop := context.WithCancel(ctx)
	defer stop()
	tick := time.NewTicker(k.Every)
	defer tick.Stop()
	for asked := time.Now(); ; {
		size, err = k.round(ctx, size)
		if err != nil && ctx.Err() == nil {
			k.Logger.Warn("the shards could not be settled with the other processes; trying again", "error", err)
		}
		if time.Since(asked) > k.Resize {
			asked = time.Now()
			size = k.resize(ctx, size)
		}
		select {
		case <-ctx.Done():
			return nil
		case err := <-k.failed:
			if !errors.Is(err, ErrOutOfReach) {
				return err
			}
			if k.shared() { // else nobody would have them
				k.rest(ctx)
			}
		case <-tick.C:
		}
	}
}

// resize asks Discord again, and has the gateway split anew when it asks for more
// shards than there were. It takes less time than leases can wait for; what fails
// is tried again the next time.
func (k *Keeper) resize(ctx context.Context, were int) (size int) {
	ctx, cancel := context.WithTimeout(ctx, k.Lease/3)
	defer cancel()
	now, atOnce, err := k.Split(ctx)
	if err != nil || now <= were {
		return were
	}
	k.Logger.Info("Discord asks for more shards", "were", were, "now", now)
	if err := k.Table.SplitGateway(ctx, k.App, now); err != nil {
		k.Logger.Warn("the gateway could not be split anew", "error", err)
		return were
	}
	k.setAtOnce(atOnce)
	return now
}

// rest leaves everything to the other processes for a while, and until Discord
// answers again.
func (k *Keeper) rest(ctx context.Context) {
	k.Logger.Warn("out of Discord's reach: the other processes have the shards for a while", "for", k.Rest)
	k.leave(context.WithoutCancel(ctx))
	for drained := false; !drained; {
		select {
		case <-k.failed: // by another shard, for the same reason
		default:
			drained = true
		}
	}
	for {
		select {
		case <-ctx.Done():
			return
		case <-time.After(k.Rest):
		}
		// Each shard that comes back here is one that another gives up.
		if _, _, err := k.Split(ctx); err == nil || errors.Is(err, ErrRefused) {
			return
		}
	}
}

// askSplit asks Discord until it answers.
func (k *Keeper) askSplit(ctx context.Context) (size int, err error) {
	for wait := time.Second; ; wait = min(2*wait, time.Minute) {
		size, atOnce, err := k.Split(ctx)
		switch {
		case err == nil:
			k.setAtOnce(atOnce)
			return max(size, 1), nil
		case errors.Is(err, ErrRefused):
			return 0, err
		}
		k.Logger.Warn("cannot ask Discord for the number of shards; trying again", "error", err)
		select {
		case <-ctx.Done():
			return 0, nil
		case <-time.After(wait):
		}
	}
}

func (k *Keeper) setAtOnce(n int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.atOnce = max(n, 1)
}

func (k *Keeper) setProcesses(n int) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.processes = n
}

// shared tells whether other processes would have what this one gives up.
func (k *Keeper) shared() bool {
	k.mu.Lock()
	defer k.mu.Unlock()
	return k.processes > 1
}

// round settles with the other processes who holds what. A process that was told
// when it started that Discord asks for more shards has the gateway split anew:
// those from before may all have ended without asking again. It returns into how
// many shards Discord is known to ask to split: what others were told holds for
// this process when it is the last.
func (k *Keeper) round(ctx context.Context, size int) (asked int, err error) {
	ctx, cancel := context.WithTimeout(ctx, k.Lease/2)
	defer cancel()
	g, err := k.Table.JoinGateway(ctx, k.App, k.Process, size, k.Lease)
	if err != nil {
		return size, err
	}
	asked = max(size, g.Size)
	if g.Next == 0 && g.Size < size { // the next round goes on from there
		err = k.Table.SplitGateway(ctx, k.App, size)
	}
	k.setProcesses(g.Processes)
	k.dropOthers(g.Size, g.Next)
	err = errors.Join(err, k.keep(ctx, g.Size, g.Processes))
	if g.Next == 0 {
		return asked, err
	}
	// While the gateway is split anew the old shards go on beside the new ones;
	// what both bring is told apart by whoever claims it first.
	err = errors.Join(err, k.keep(ctx, g.Next, g.Processes))
	done, finishErr := k.Table.FinishSplit(ctx, k.App, g.Next)
	if done {
		k.Logger.Info("the gateway is split anew", "were", g.Size, "now", g.Next)
	}
	return asked, errors.Join(err, finishErr)
}

// dropOthers stops shards of a gateway split otherwise.
func (k *Keeper) dropOthers(size, next int) {
	for _, h := range k.held(func(id key) bool { return id.size != size && id.size != next }) {
		h.stop()
	}
}

// keep renews, takes and gives up shards of a gateway split into size, so that
// this process has its share of them.
func (k *Keeper) keep(ctx context.Context, size, processes int) error {
	ofSize := func(id key) bool { return id.size == size }
	before := k.held(ofSize)
	asked := time.Now()
	renewed, err := k.Table.RenewShards(ctx, k.App, size, k.Process, k.Lease)
	if err != nil {
		return err
	}
	still := map[int]bool{}
	for _, n := range renewed {
		still[n] = true
	}
	mine := k.held(ofSize)
	// One that was let go of and could not be released, while the table was out of
	// reach, is still this process's to use.
	for _, n := range renewed {
		if !slices.ContainsFunc(before, func(h *hold) bool { return h.number == n }) {
			k.start(key{size, n}, asked.Add(k.useful()))
		}
	}
	staying := mine[:0:0]
	for _, h := range mine {
		switch {
		case !still[h.number]:
			h.stop()
		case h.prolong(asked.Add(k.useful())):
			staying = append(staying, h)
		}
	}
	share := (size + processes - 1) / processes
	for len(staying) > share {
		last := staying[len(staying)-1]
		staying = staying[:len(staying)-1]
		last.stop()
	}
	for _, h := range staying {
		err = errors.Join(err, h.mark(ctx))
	}
	holding := len(k.held(ofSize))
	if holding >= share { // those that are ending count until they have ended
		return err
	}
	asked = time.Now()
	taken, takeErr := k.Table.TakeShards(ctx, k.App, size, k.Process, share-holding, k.Lease)
	for _, n := range taken {
		k.start(key{size, n}, asked.Add(k.useful()))
	}
	return errors.Join(err, takeErr)
}

// useful is how long after a renewal a shard is used: less than its lease, so
// that it has been let go of before another process takes it.
func (k *Keeper) useful() time.Duration { return k.Lease * 2 / 3 }

// leave gives up everything.
func (k *Keeper) leave(ctx context.Context) {
	for _, h := range k.held(func(key) bool { return true }) {
		h.stop()
	}
	k.ended.Wait()
	ctx, cancel := context.WithTimeout(ctx, k.Lease/2)
	defer cancel()
	if err := k.Table.LeaveGateway(ctx, k.App, k.Process); err != nil {
		k.Logger.Warn("the other processes could not be told of leaving; they will notice", "error", err)
	}
}
