package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/news"
	"onrecord/ops"
	"onrecord/stages"
	"onrecord/store"
)

// watch is what serve shows its operators.
type watch struct {
	config  opsConfig
	metrics *ops.Metrics
	log     *slog.Logger
	admin   []ops.Part // of the admin page
}

func newWatch(c opsConfig, log *slog.Logger) *watch {
	b := thisBuild()
	return &watch{config: c, metrics: ops.NewMetrics(ops.Build{Version: b.Version, Commit: b.Commit, Go: b.Go}), log: log}
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
	ctx, stage := stages.Begin(ctx, stages.Answer)
	a, err := w.Engine.Ask(ctx, q)
	outcome, reason := "answered", ""
	switch {
	case err != nil:
		outcome = "failed"
	case !a.Answered():
		outcome, reason = "abstained", string(a.Reason())
	}
	w.metrics.Question(outcome, reason)
	stage.Note(slog.String("outcome", outcome), slog.String("reason", reason))
	stage.End(err)
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
			return nil, fmt.Errorf("no health and metrics: set ONRECORD_OPS_ADDR to another address, or to off: %w", err)
		}
		w.log.Warn("no health and metrics: set ONRECORD_OPS_ADDR to another address", "error", err)
		return func() {}, nil
	}
	w.log.Info("health and metrics", "address", l.Addr().String())
	handler := ops.Handler(ops.Config{
		Metrics: w.metrics, Checks: checks(b, s), Logger: w.log,
		Admin: w.admin, AdminToken: w.config.admin.reveal(),
	})
	// Readiness is asked while the bot stops.
	return serveBeside(context.WithoutCancel(ctx), l, handler, w.log, "health and metrics ended"), nil
}

// serveBeside answers on l until ctx ends or the function that it returns is
// called; if that fails before, it logs so.
func serveBeside(ctx context.Context, l net.Listener, h http.Handler, log *slog.Logger, failed string) (stop func()) {
	ctx, cancel := context.WithCancel(ctx)
	done := begin(func() {
		if err := ops.Serve(ctx, l, h); err != nil {
			log.Error(failed, "error", err)
		}
	})
	return func() { cancel(); <-done }
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
