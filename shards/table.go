package shards

import (
	"context"
	"time"

	"onrecord/news"
)

// Table is where processes agree on who holds what; store.Store is one. Leases
// run by the table's own clock.
type Table interface {
	JoinGateway(ctx context.Context, app, process string, size int, silence time.Duration) (news.Gateway, error)
	LeaveGateway(ctx context.Context, app, process string) error
	RenewShards(ctx context.Context, app string, size int, process string, lease time.Duration) ([]int, error)
	TakeShards(ctx context.Context, app string, size int, process string, most int, lease time.Duration) ([]int, error)
	ReleaseShard(ctx context.Context, app string, size, number int, process string) error
	MarkReady(ctx context.Context, app string, size, number int, process string, ready bool) error
	SplitGateway(ctx context.Context, app string, size int) error
	FinishSplit(ctx context.Context, app string, next int) (bool, error)
	StartSession(ctx context.Context, app string, bucket int, every time.Duration) (bool, error)
}

// Shard is one part of a gateway, while this process holds it.
type Shard struct {
	Number, Size int

	hold *hold
}

// Held tells whether this process may still act on what the shard brings. It
// turns false when the lease could not be renewed in time, also in a process
// that was stopped meanwhile and does not know it yet.
func (s Shard) Held() bool { return s.hold == nil || s.hold.held() }

// Shared tells whether there are other processes, which would have the shard when
// this one gives it up.
func (s Shard) Shared() bool { return s.hold != nil && s.hold.keeper.shared() }

// Ready notes that Discord has greeted the shard.
func (s Shard) Ready(ctx context.Context) error {
	if s.hold == nil {
		return nil
	}
	return s.hold.ready(ctx)
}

// AwaitStart waits until a session of the shard may be started: one at a time
// in each bucket, and a pause after it.
func (s Shard) AwaitStart(ctx context.Context) error {
	if s.hold == nil {
		return ctx.Err()
	}
	return s.hold.awaitStart(ctx)
}
