package main

import (
	"context"
	"fmt"
	"runtime"
	"strconv"
	"time"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/ops"
	"onrecord/store"
)

// board is what the admin page shows: of this process, and of all that share the
// database.
type board struct {
	store   *store.Store
	status  func() bot.Status
	model   string // that answers are retold by, "" for none
	budget  answer.Budget
	started time.Time
	now     func() time.Time
}

// Bounds of what is listed: the page stays readable, and cheap, at any size.
const (
	mostProcesses = 200
	mostShards    = 1000
	mostServers   = 20
	mostLibraries = 50
	mostJobs      = 10
	mostFeeds     = 20
	mostSpenders  = 10
	mostVotes     = 20
)

// administer gives the admin page its parts. Call it once there is a bot.
func (p *program) administer(b *bot.Bot, lib *library) ([]ops.Part, error) {
	model, err := p.settings.model()
	if err != nil {
		return nil, err
	}
	board := board{store: lib.Store, status: b.Status, budget: model.budget, started: time.Now(), now: time.Now}
	if model.on {
		board.model = model.client.Model
	}
	return board.parts(), nil
}

// parts are in the order in which an operator looks: is it up, does it answer, is
// anything stuck, what does it cost, what do people think.
func (b board) parts() []ops.Part {
	return []ops.Part{
		{ID: "processes", Name: "Processes", Read: b.processes},
		{ID: "shards", Name: "Shards", Read: b.shards},
		{ID: "questions", Name: "Questions", Read: b.questions},
		{ID: "servers", Name: "Servers", Read: b.servers},
		{ID: "libraries", Name: "Libraries", Read: b.libraries},
		{ID: "jobs", Name: "Jobs", Read: b.jobs},
		{ID: "feeds", Name: "Feeds", Read: b.feeds},
		{ID: "model", Name: "Model", Read: b.spending},
		{ID: "feedback", Name: "Feedback", Read: b.feedback},
		{ID: "release", Name: "Release", Read: b.release},
	}
}

// today is the day that counts are of.
func (b board) today() string { return b.now().UTC().Format(time.DateOnly) }

// midnight is when it began.
func (b board) midnight() time.Time { return b.now().UTC().Truncate(24 * time.Hour) }

func (b board) release(context.Context) ([]ops.Table, error) {
	build, st, pool := thisBuild(), b.status(), b.store.Pool()
	database := "a SQLite file"
	if b.store.Shared() {
		database = "PostgreSQL"
	}
	if b.store.ReadOnly() {
		database += ", which can only be read"
	}
	registered := ops.Text("yes")
	if !st.Registered {
		registered = ops.Wrong("not yet")
	}
	fact := func(name string, c ops.Cell) ops.Row { return ops.Cells(ops.Text(name), c) }
	tables := []ops.Table{{
		Caption: "This process", Head: []string{"of this process", "is"},
		Rows: []ops.Row{
			fact("version", ops.Text(build.Version+" "+build.Commit)),
			fact("made with", ops.Text(build.Go+", "+build.System)),
			fact("schema of the database", ops.Text(strconv.Itoa(build.Schema))),
			fact("database", ops.Text(database)),
			fact("connections to it", ops.Text(fmt.Sprintf("%d in use, %d idle, waited for %d times", pool.InUse, pool.Idle, pool.WaitCount))),
			fact("running since", ops.At(b.started)),
			fact("goroutines", ops.Text(strconv.Itoa(runtime.NumGoroutine()))),
			fact("commands registered with Discord", registered),
			fact("questions in hand", ops.Text(fmt.Sprintf("%d, %d of them being worked on", st.Questions, st.Working))),
		},
	}}
	if replicas := b.store.Replicas(); len(replicas) > 0 {
		t := ops.Table{Caption: "Replicas that this process asks", Head: []string{"replica", "state", "behind by at most"}}
		for _, r := range replicas {
			state := ops.Text("asked")
			if r.Problem != "" {
				state = ops.Wrong(r.Problem)
			}
			t.Rows = append(t.Rows, ops.Cells(ops.Text(r.Name), state, ops.Text(r.Behind.Round(time.Millisecond).String())))
		}
		tables = append(tables, t)
	}
	return tables, nil
}
