package main

import (
	"context"
	"strconv"
	"time"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/news"
	"onrecord/store"
)

// measure adds what is read off the bot and the store when somebody looks.
func (w *watch) measure(b *bot.Bot, s *store.Store) {
	w.measureGateway(b)
	w.measureStore(s)
	w.measureIntake(s)
}

func (w *watch) measureGateway(b *bot.Bot) {
	number := func(name, help string, now func(bot.Status) float64) {
		w.metrics.Gauge(name, help, nil, func() float64 { return now(b.Status()) })
	}
	byShard := func(name, help string, now func(bot.ShardStatus) (float64, bool)) {
		w.metrics.Gauges(name, help, "shard", func(show func(string, float64)) {
			shown := map[int]bool{} // while shards are split anew a number may be there twice
			for _, s := range b.Status().Shards {
				if v, ok := now(s); ok && !shown[s.Number] {
					shown[s.Number] = true
					show(strconv.Itoa(s.Number), v)
				}
			}
		})
	}
	byShard("onrecord_gateway_connected", "Whether a shard of the gateway is connected.", func(s bot.ShardStatus) (float64, bool) { return truth(s.Connected), true })
	byShard("onrecord_gateway_silent_seconds", "Time since Discord last sent anything to a shard.", func(s bot.ShardStatus) (float64, bool) {
		return time.Since(s.Heard).Seconds(), !s.Heard.IsZero()
	})
	byShard("onrecord_gateway_latency_seconds", "Time that Discord took to answer a shard's last heartbeat.", func(s bot.ShardStatus) (float64, bool) {
		return s.Latency.Seconds(), s.Latency > 0
	})
	byShard("onrecord_gateway_servers", "Servers on a shard when its session began.", func(s bot.ShardStatus) (float64, bool) { return float64(s.Servers), true })
	number("onrecord_gateway_shards", "Shards that this process holds.", func(s bot.Status) float64 { return float64(len(s.Shards)) })
	number("onrecord_commands_registered", "Whether Discord is known to have the commands.", func(s bot.Status) float64 { return truth(s.Registered) })
	number("onrecord_questions_in_hand", "Questions taken and not yet answered, waiting ones included.", func(s bot.Status) float64 { return float64(s.Questions) })
	number("onrecord_questions_working", "Questions being worked on.", func(s bot.Status) float64 { return float64(s.Working) })
}

func (w *watch) measureStore(s *store.Store) {
	w.metrics.Gauges("onrecord_store_connections", "Connections to the database by what they do; max is how many there may be.", "state", func(show func(string, float64)) {
		p := s.Pool()
		show("in use", float64(p.InUse))
		show("idle", float64(p.Idle))
		show("max", float64(p.MaxOpenConnections))
	})
	w.metrics.Total("onrecord_store_waits_total", "How often work waited for a connection to the database.", nil, func() float64 { return float64(s.Pool().WaitCount) })
	w.metrics.Total("onrecord_store_wait_seconds_total", "How long work waited for connections to the database.", nil, func() float64 { return s.Pool().WaitDuration.Seconds() })
}

// scrapeTime bounds what is asked of the database when somebody looks.
const scrapeTime = 2 * time.Second

// measureIntake shows the queue of articles and the feeds of all processes that
// share the database. What can't be read in time is left out.
func (w *watch) measureIntake(s *store.Store) {
	look := func(read func(ctx context.Context) error) bool {
		ctx, cancel := context.WithTimeout(context.Background(), scrapeTime)
		defer cancel()
		return read(ctx) == nil
	}
	w.metrics.Gauges("onrecord_jobs_open", "Articles that are to be got, by whether somebody works on them, 10,000 at most; of all processes.", "state", func(show func(string, float64)) {
		var q store.Queue
		now := time.Now()
		if look(func(ctx context.Context) (err error) { q, err = s.Queue(ctx, now, now); return err }) {
			show(string(news.Waiting), float64(q.Waiting))
			show(string(news.Running), float64(q.Running))
		}
	})
	w.metrics.Gauges("onrecord_jobs_oldest_seconds", "How long the oldest article that is due has been waiting; of all processes.", "", func(show func(string, float64)) {
		var since time.Time
		now := time.Now()
		if !look(func(ctx context.Context) (err error) { since, err = s.OldestDue(ctx, now); return err }) {
			return
		}
		if since.IsZero() {
			since = now
		}
		show("", now.Sub(since).Seconds())
	})
	w.metrics.Gauges("onrecord_feeds", "Feeds that are followed, by whether they could be read when last asked; of all processes.", "state", func(show func(string, float64)) {
		var well, failing int
		if look(func(ctx context.Context) (err error) { well, failing, err = s.FeedStates(ctx); return err }) {
			show("well", float64(well))
			show("failing", float64(failing))
		}
	})
}

// measureBudget shows what a day's budget for the language model is and what of
// it is spent.
func (w *watch) measureBudget(s *store.Store, day int) {
	w.metrics.Gauges("onrecord_model_day_tokens", "Tokens of today, in UTC: what all processes spent, and what they may (0: as much as they like).", "what", func(show func(string, float64)) {
		ctx, cancel := context.WithTimeout(context.Background(), scrapeTime)
		defer cancel()
		if spent, err := s.Spent(ctx, time.Now().UTC().Format(time.DateOnly), news.Account{Kind: news.EverybodysAccount}); err == nil {
			show("spent", float64(spent))
			show("budget", float64(day))
		}
	})
}

// measureModel shows what becomes of a language model's replies and what they cost.
func (w *watch) measureModel(counts func() answer.ModelCounts, s *store.Store, day int) {
	w.measureBudget(s, day)
	w.metrics.Totals("onrecord_model_outcomes_total", "What became of questions to the language model and of its replies.", "outcome", func(show func(string, float64)) {
		for name, n := range counts().Outcomes {
			show(name, float64(n))
		}
	})
	w.metrics.Totals("onrecord_model_objections_total", "Sentences of the language model that were not shown, by the guard's objection.", "objection", func(show func(string, float64)) {
		for o, n := range counts().Objections {
			show(string(o), float64(n))
		}
	})
	w.metrics.Totals("onrecord_model_tokens_total", "Tokens that the language model cost this process, of prompts and of replies.", "part", func(show func(string, float64)) {
		c := counts()
		show("prompt", float64(c.Prompt))
		show("reply", float64(c.Completion))
	})
}

// measureReplicas shows where questions are read.
func (w *watch) measureReplicas(s *store.Store) {
	w.metrics.Gauges("onrecord_replica_used", "Whether questions are read from a replica.", "replica", func(show func(string, float64)) {
		for _, r := range s.Replicas() {
			show(r.Name, truth(r.Problem == ""))
		}
	})
	w.metrics.Gauges("onrecord_replica_behind_seconds", "How old at most what a replica holds is.", "replica", func(show func(string, float64)) {
		for _, r := range s.Replicas() {
			show(r.Name, r.Behind.Seconds())
		}
	})
	for from, count := range map[string]func(store.ReplicaCounts) int{
		"replica": func(c store.ReplicaCounts) int { return c.Replica },
		"primary": func(c store.ReplicaCounts) int { return c.Primary },
		"again":   func(c store.ReplicaCounts) int { return c.Again },
		"stale":   func(c store.ReplicaCounts) int { return c.Stale },
	} {
		w.metrics.Total("onrecord_replica_reads_total", "Where questions were read: a replica; the primary; again there, because a replica failed; a stale replica, because the primary was away.",
			map[string]string{"from": from}, func() float64 { return float64(count(s.ReplicaCounts())) })
	}
}

// measureTraces shows whether traces arrive.
func (w *watch) measureTraces(sent func() (taken, lost int64)) {
	w.metrics.Totals("onrecord_trace_spans_total", "Spans of traces by what became of them: taken by the collector, or lost.", "outcome", func(show func(string, float64)) {
		taken, lost := sent()
		show("taken", float64(taken))
		show("lost", float64(lost))
	})
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
