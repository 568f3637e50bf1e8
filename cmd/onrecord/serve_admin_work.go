package main

import (
	"context"
	"fmt"
	"strings"

	"onrecord/news"
	"onrecord/ops"
)

func (b board) jobs(ctx context.Context) ([]ops.Table, error) {
	q, err := b.store.Queue(ctx, b.midnight(), b.now())
	if err != nil {
		return nil, err
	}
	overdue := ops.Number(q.Overdue)
	overdue.Wrong = q.Overdue > 0
	counts := ops.Table{
		Caption: "Articles to get, over all processes", Head: []string{"state", "jobs"},
		Rows: []ops.Row{
			ops.Cells(ops.Text("waiting"), ops.Number(q.Waiting)),
			ops.Cells(ops.Text("due for more than a minute"), overdue),
			ops.Cells(ops.Text("running"), ops.Number(q.Running)),
			ops.Cells(ops.Text("failed today"), ops.Number(q.Failed)),
		},
		Remark: "Counted up to 10,000.",
	}
	running, err := b.store.Jobs(ctx, news.Running, mostJobs)
	if err != nil {
		return nil, err
	}
	failed, err := b.store.Jobs(ctx, news.Failed, mostJobs)
	if err != nil {
		return nil, err
	}
	now := ops.Table{Caption: "Running", Head: []string{"what", "library", "step", "attempt", "asked for"}, Empty: "None is running."}
	for _, j := range running {
		now.Rows = append(now.Rows, ops.Cells(ops.Text(j.Source), ops.Text(j.Library), ops.Text(j.Step), ops.Number(j.Attempts), ops.At(j.Asked)))
	}
	lately := ops.Table{Caption: "Failed lately", Head: []string{"what", "library", "why", "ended"}, Empty: "None has failed lately."}
	for _, j := range failed {
		lately.Rows = append(lately.Rows, ops.Cells(ops.Text(j.Source), ops.Text(j.Library), ops.Text(j.Outcome.Problem), ops.At(j.Ended)))
	}
	return []ops.Table{counts, now, lately}, nil
}

func (b board) feeds(ctx context.Context) ([]ops.Table, error) {
	worst, all, err := b.store.FailingFeeds(ctx, mostFeeds)
	if err != nil {
		return nil, err
	}
	t := ops.Table{
		Caption: several(all, "feed", "feeds") + " that can't be read, those that failed most often in a row first",
		Head:    []string{"feed", "failures in a row", "why", "followed by", "answered last", "tried again"}, Empty: "Every feed answers.",
	}
	for _, f := range worst {
		t.Rows = append(t.Rows, ops.Cells(ops.Text(f.Address), ops.Number(f.Failures), ops.Text(f.Problem), ops.Number(f.Followers), ops.At(f.Polled), ops.At(f.Due)))
	}
	return []ops.Table{t}, nil
}

func (b board) spending(ctx context.Context) ([]ops.Table, error) {
	if b.model == "" {
		return []ops.Table{{Empty: "No language model is set up: answers are the articles' words alone."}}, nil
	}
	all, err := b.store.SpentMost(ctx, b.today(), news.EverybodysAccount, 1)
	if err != nil {
		return nil, err
	}
	servers, err := b.store.SpentMost(ctx, b.today(), news.ServerAccount, mostSpenders)
	if err != nil {
		return nil, err
	}
	t := ops.Table{
		Caption: "Tokens spent on " + b.model + " today", Head: []string{"account", "calls", "tokens", "of its budget"},
		Empty: "It has not been asked anything today.",
	}
	for _, r := range append(all, servers...) {
		name, budget := "altogether", b.budget.Day
		if r.Kind == news.ServerAccount {
			name, budget = "server "+r.ID, b.budget.Server
			if r.ID == "" {
				name = "direct messages and the command line"
			}
		}
		t.Rows = append(t.Rows, ops.Cells(ops.Text(name), ops.Number(r.Calls), ops.Number(r.Total()), share(r.Total(), budget)))
	}
	return []ops.Table{t}, nil
}

// share says how much of a budget is spent; 0 is no budget.
func share(spent, budget int) ops.Cell {
	switch {
	case budget == 0:
		return ops.Text("no bound")
	case spent >= budget:
		return ops.Wrong("all of " + ops.Number(budget).Text)
	}
	return ops.Text(fmt.Sprintf("%d %% of %s", 100*spent/budget, ops.Number(budget).Text))
}

func (b board) feedback(ctx context.Context) ([]ops.Table, error) {
	helpful, not, err := b.store.Verdicts(ctx, b.midnight())
	if err != nil {
		return nil, err
	}
	votes, err := b.store.LastVotes(ctx, mostVotes)
	if err != nil {
		return nil, err
	}
	t := ops.Table{
		Caption: fmt.Sprintf("Today %d helpful, %d not; the latest first", helpful, not), Head: []string{"when", "verdict", "outcome", "where", "their words", "asked"},
		Empty: "Nobody has said anything of an answer yet.", Remark: "What was asked shows only where a server keeps questions. All of it: onrecord feedback.",
	}
	for _, v := range votes {
		verdict := "👎 no help"
		if v.Helpful {
			verdict = "👍 helpful"
		}
		where := "direct message"
		if strings.HasPrefix(v.Place, news.ServerLibrary("")) {
			where = strings.TrimPrefix(v.Place, news.ServerLibrary(""))
		}
		t.Rows = append(t.Rows, ops.Cells(ops.At(v.At), ops.Text(verdict), ops.Text(v.Outcome), ops.Text(where), ops.Text(v.Reason), ops.Text(v.Words)))
	}
	return []ops.Table{t}, nil
}
