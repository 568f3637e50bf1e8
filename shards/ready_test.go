package shards_test

import (
	"context"
	"errors"
	"sync/atomic"
	"testing"

	"onrecord/shards"
)

// deaf is a table that at first can't be told that shards are ready.
type deaf struct {
	shards.Table
	left atomic.Int32
}

func (d *deaf) MarkReady(ctx context.Context, app string, size, number int, process string, ready bool) error {
	if d.left.Add(-1) >= 0 {
		return errors.New("the table is busy")
	}
	return d.Table.MarkReady(ctx, app, size, number, process, ready)
}

// TestReadyIsToldAgain: the gateway is split anew also when the table could not be
// told at once that the new shards are ready.
func TestReadyIsToldAgain(t *testing.T) {
	t.Parallel()
	g := newGateway(t, 2)
	d := &deaf{Table: &shards.Memory{}}
	d.left.Store(8)
	g.keep(d, "a")
	g.settles("before", 2, map[string]int{"a": 2})
	g.size.Store(4)
	g.settles("after", 4, map[string]int{"a": 4})
	g.settles("the old ones are gone", 2, map[string]int{})
}
