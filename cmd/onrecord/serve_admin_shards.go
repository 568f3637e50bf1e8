package main

import (
	"cmp"
	"context"
	"fmt"
	"slices"
	"time"

	"onrecord/ops"
	"onrecord/store"
)

// A process tells of itself every few seconds: one that has not for so long has
// probably ended.
const silentAfter = 30 * time.Second

// present lists the processes that share the database: this one as it is now, the
// others as they last said.
func (b board) present(ctx context.Context) ([]store.Presence, error) {
	own := presence(b.status(), b.started)
	own.Seen = b.now()
	all := []store.Presence{own}
	if !b.store.Shared() {
		return all, nil
	}
	others, err := b.store.Presences(ctx, mostProcesses)
	for _, p := range others {
		if p.Process != own.Process {
			all = append(all, p)
		}
	}
	return all, err
}

func (b board) processes(ctx context.Context) ([]ops.Table, error) {
	all, err := b.present(ctx)
	if err != nil {
		return nil, err
	}
	t := ops.Table{
		Caption: fmt.Sprintf("%s, this one first", several(len(all), "process", "processes")),
		Head:    []string{"process", "state", "last sign of life", "running since", "version", "shards", "servers", "questions in hand"},
		Remark:  "One that stops in good order leaves the list at once, one that was killed after an hour.",
	}
	if !b.store.Shared() {
		t.Remark = "With a SQLite file there is one process; PostgreSQL can be shared by many."
	}
	for _, p := range all {
		state := ops.Text("well")
		servers, away := 0, 0
		for _, s := range p.Shards {
			servers += s.Servers
			if !s.Connected {
				away++
			}
		}
		switch silent := b.now().Sub(p.Seen); {
		case silent > silentAfter:
			state = ops.Wrong("silent")
		case away > 0:
			state = ops.Wrong(several(away, "shard", "shards") + " not connected")
		}
		t.Rows = append(t.Rows, ops.Cells(ops.Text(p.Process), state, ops.At(p.Seen), ops.At(p.Started), ops.Text(p.Version+" "+p.Commit),
			ops.Number(len(p.Shards)), ops.Number(servers), ops.Number(p.Questions)))
	}
	return []ops.Table{t}, nil
}

// place is a shard of a gateway that is split into so many.
type place struct{ size, number int }

// part is what is known of a shard.
type part struct {
	place
	owner string
	ready bool                 // by the table of leases
	told  *store.PresenceShard // by its owner, nil if it has said nothing
}

func (b board) shards(ctx context.Context) ([]ops.Table, error) {
	parts, err := b.gateway(ctx)
	if err != nil {
		return nil, err
	}
	t := ops.Table{Head: []string{"shard", "state", "held by", "connected since", "last word from Discord", "servers", "latency"}, Empty: "Nobody holds a shard: the bot is starting, or takes its interactions over HTTP."}
	ready := 0
	for _, p := range parts {
		state := ops.Text("ready")
		var since, heard, latency ops.Cell
		servers := ops.Cell{Number: true}
		switch {
		case p.owner == "":
			state = ops.Wrong("held by nobody")
		case p.told != nil && !p.told.Connected:
			state = ops.Wrong("not connected")
		case !p.ready:
			state = ops.Wrong("not greeted by Discord yet")
		default:
			ready++
		}
		if p.told != nil {
			since, heard, servers = ops.At(p.told.Since), ops.At(p.told.Heard), ops.Number(p.told.Servers)
			if p.told.Latency > 0 {
				latency = ops.Text(fmt.Sprintf("%d ms", p.told.Latency))
			}
		}
		t.Rows = append(t.Rows, ops.Cells(ops.Text(fmt.Sprintf("%d of %d", p.number, p.size)), state, ops.Text(p.owner), since, heard, servers, latency))
	}
	t.Caption = fmt.Sprintf("%d of %s ready; those that are not come first", ready, several(len(parts), "shard", "shards"))
	return []ops.Table{t}, nil
}

// gateway lists the shards of all processes: who holds each as the table of leases
// has it, and how it is as its owner says. Those that are not well come first.
func (b board) gateway(ctx context.Context) ([]part, error) {
	processes, err := b.present(ctx)
	if err != nil {
		return nil, err
	}
	told := map[string]map[place]*store.PresenceShard{}
	for _, p := range processes {
		told[p.Process] = map[place]*store.PresenceShard{}
		for i := range p.Shards {
			s := &p.Shards[i]
			told[p.Process][place{s.Size, s.Number}] = s
		}
	}
	var all []part
	if b.store.Shared() {
		leases, err := b.store.Leases(ctx, b.status().App, mostShards)
		if err != nil {
			return nil, err
		}
		for _, l := range leases {
			at := place{l.Size, l.Number}
			all = append(all, part{at, l.Owner, l.Ready, told[l.Owner][at]})
		}
	} else {
		own := processes[0]
		for i := range own.Shards {
			s := &own.Shards[i]
			all = append(all, part{place{s.Size, s.Number}, own.Process, s.Connected, s})
		}
	}
	slices.SortStableFunc(all, func(a, b part) int {
		return cmp.Or(cmp.Compare(a.rank(), b.rank()), cmp.Compare(a.size, b.size), cmp.Compare(a.number, b.number))
	})
	return all, nil
}

// rank is lower the worse a shard is.
func (p part) rank() int {
	switch {
	case p.owner == "":
		return 0
	case !p.ready || p.told != nil && !p.told.Connected:
		return 1
	}
	return 2
}

// several is a number with what it counts.
func several(n int, one, more string) string {
	if n == 1 {
		return "1 " + one
	}
	return ops.Number(n).Text + " " + more
}
