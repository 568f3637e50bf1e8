package main

import (
	"context"
	"time"

	"onrecord/stages"
	"onrecord/traces"
)

// observe has the stages of what is done in the context counted, and traced where
// that is asked for, until the function that it returns is called. Without
// operators there is nobody to count for.
func (w *watch) observe(ctx context.Context, s *settings) (context.Context, func(), error) {
	if w.config.addr != "" {
		ctx = stages.With(ctx, w.metrics)
	}
	c, err := s.traces()
	if c == nil || err != nil {
		return ctx, func() {}, err
	}
	c.Version, c.Logger = thisBuild().Version, w.log
	t, err := traces.Start(ctx, *c)
	if err != nil {
		return ctx, nil, err
	}
	w.log.Info("traces are sent", "service", c.Service, "sampler", string(c.Sampler))
	w.measureTraces(t.Sent)
	return stages.With(ctx, t), func() {
		closing, cancel := context.WithTimeout(context.WithoutCancel(ctx), lastSpans)
		defer cancel()
		if err := t.Close(closing); err != nil {
			w.log.Warn("the last traces could not be sent in time")
		}
	}, nil
}

// lastSpans is how long the last spans may take to be sent when the program ends.
const lastSpans = 3 * time.Second
