package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"strconv"
	"sync"
	"time"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/news"
	"onrecord/ops"
	"onrecord/store"
)

// watch is what serve shows its operators.
type watch struct {
	config  opsConfig
	metrics *ops.Metrics
	log     *slog.Logger
}

func newWatch(c opsConfig, log *slog.Logger) *watch {
	b := thisBuild()
	return &watch{c, ops.NewMetrics(ops.Build{Version: b.Version, Commit: b.Commit, Go: b.Go}), log}
}

// client counts what goes to Discord through a client, nil being the usual one.
func (w *watch) client(c *http.Client) *http.Client {
	if c == nil {
		c = &http.Client{}
	}
	counted := *c
	if counted.Transport == nil {
		counted.Transport = http.DefaultTransport
	}
	counted.Transport = w.metrics.Transport(counted.Transport)
	return &counted
}

// watched is an engine whose answers are counted.
type watched struct {
	bot.Engine
	metrics *ops.Metrics
}

// Ask implements bot.Asker.
func (w watched) Ask(ctx context.Context, q news.Question) (answer.Answer, error) {
	start := time.Now()
	a, err := w.Engine.Ask(ctx, q)
	w.metrics.Stage("answer", time.Since(start))
	switch {
	case err != nil:
		w.metrics.Question("failed", "")
	case a.Answered():
		w.metrics.Question("answered", "")
	default:
		w.metrics.Question("abstained", string(a.Reason()))
	}
	return a, err
}

// start serves health and metrics until the function it returns is called.
func (w *watch) start(ctx context.Context, b *bot.Bot, s *store.Store) (stop func(), err error) {
	if w.config.addr == "" {
		return func() {}, nil
	}
	w.measure(b, s)
	l, err := ops.Listen(ctx, w.config.addr)
	if err != nil {
		if w.config.chosen {
			return nil, err
		}
		w.log.Warn("no health and metrics: set ONRECORD_OPS_ADDR to another address", "error", err)
		return func() {}, nil
	}
	w.log.Info("health and metrics", "address", l.Addr().String())
	handler := ops.Handler(ops.Config{
		Metrics: w.metrics, Checks: checks(b, s), Logger: w.log,
		Admin: overview(b, s), AdminToken: w.config.admin.reveal(),
	})
	ctx, cancel := context.WithCancel(context.WithoutCancel(ctx)) // readiness is asked while the bot stops
	var serving sync.WaitGroup
	serving.Go(func() {
		if err := ops.Serve(ctx, l, handler); err != nil {
			w.log.Error("health and metrics ended", "error", err)
		}
	})
	return func() { cancel(); serving.Wait() }, nil
}

// longestSilence is twice Discord's time between heartbeats, and a little.
const longestSilence = 100 * time.Second

// checks are what must be right for questions to be answered.
func checks(b *bot.Bot, s *store.Store) []ops.Check {
	return []ops.Check{
		{Name: "gateway", Run: func(context.Context) error {
			// A process may have no shard: there may be more of them than shards,
			// and one that takes interactions over HTTP needs none.
			for _, s := range b.Status().Shards {
				switch {
				case !s.Connected:
					return fmt.Errorf("shard %d is not connected to Discord", s.Number)
				case time.Since(s.Heard) > longestSilence:
					return fmt.Errorf("shard %d has heard nothing from Discord for %v", s.Number, time.Since(s.Heard).Round(time.Second))
				}
			}
			return nil
		}},
		{Name: "commands", Run: func(context.Context) error {
			if !b.Status().Registered {
				return errors.New("not yet known to be registered with Discord")
			}
			return nil
		}},
		{Name: "library", Run: func(ctx context.Context) error {
			_, err := s.Setting(ctx, news.HomeLibrary, "ready")
			return err
		}},
	}
}

// measure adds what is read off the bot and the store when somebody looks.
func (w *watch) measure(b *bot.Bot, s *store.Store) {
	number := func(name, help string, now func(bot.Status) float64) {
		w.metrics.Gauge(name, help, nil, func() float64 { return now(b.Status()) })
	}
	w.metrics.Gauges("onrecord_gateway_connected", "Whether a shard of the gateway is connected.", "shard", func(show func(string, float64)) {
		for _, s := range b.Status().Shards {
			show(strconv.Itoa(s.Number), truth(s.Connected))
		}
	})
	w.metrics.Gauges("onrecord_gateway_silent_seconds", "Time since Discord last sent anything to a shard.", "shard", func(show func(string, float64)) {
		for _, s := range b.Status().Shards {
			if !s.Heard.IsZero() {
				show(strconv.Itoa(s.Number), time.Since(s.Heard).Seconds())
			}
		}
	})
	number("onrecord_gateway_shards", "How many shards this process holds.", func(s bot.Status) float64 { return float64(len(s.Shards)) })
	number("onrecord_commands_registered", "Whether Discord is known to have the commands.", func(s bot.Status) float64 { return truth(s.Registered) })
	number("onrecord_questions_in_hand", "Questions taken and not yet answered, waiting ones included.", func(s bot.Status) float64 { return float64(s.Questions) })
	number("onrecord_questions_working", "Questions being worked on.", func(s bot.Status) float64 { return float64(s.Working) })
	for state, now := range map[string]func() int{
		"in use": func() int { return s.Pool().InUse },
		"idle":   func() int { return s.Pool().Idle },
	} {
		w.metrics.Gauge("onrecord_store_connections", "Connections to the database.", map[string]string{"state": state}, func() float64 { return float64(now()) })
	}
	w.metrics.Total("onrecord_store_waits_total", "How often work waited for a connection to the database.", nil, func() float64 { return float64(s.Pool().WaitCount) })
}

func truth(b bool) float64 {
	if b {
		return 1
	}
	return 0
}
