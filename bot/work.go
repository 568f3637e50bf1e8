package bot

import (
	"context"
	"fmt"
	"log/slog"
	"runtime/debug"

	"onrecord/stages"
)

// work runs a handler when a worker is free, within the time a question has. A
// handler that does not heed its context is left behind, and keeps its worker
// until it returns.
func (b *Bot) work(ctx context.Context, r Request, run func(context.Context, Request) (Message, error)) (Message, error) {
	ctx, cancel := context.WithTimeout(ctx, b.config.QuestionTime)
	defer cancel()
	_, wait := stages.Begin(ctx, stages.Wait)
	err := b.workers.enter(ctx)
	wait.End(err)
	if err != nil {
		return Message{}, errBusy
	}
	type result struct {
		m   Message
		err error
	}
	done := make(chan result, 1)
	go func() {
		defer b.workers.leave()
		m, err := protect(func() (Message, error) { return b.serve(ctx, r, run) })
		done <- result{m, err}
	}()
	select {
	case r := <-done:
		return r.m, r.err
	case <-ctx.Done():
		return Message{}, ctx.Err()
	}
}

// protect turns a panic into an error.
func protect[T any](do func() (T, error)) (v T, err error) {
	defer func() {
		if r := recover(); r != nil {
			err = fmt.Errorf("panic: %v\n%s", r, debug.Stack())
		}
	}()
	return do()
}

// apology is an error as a message, logged unless it was to be expected.
func (b *Bot) apology(ctx context.Context, r Request, err error) Message {
	m, expected := sorry(r.Tongue(), err)
	if !expected {
		b.asked(r.place(), Failed)
		b.log.ErrorContext(ctx, "a question failed", "error", scrub(err.Error(), b.config.Token))
	}
	stages.Of(ctx).Note(slog.String("outcome", outcomeOf(expected)))
	if r.Again != "" && worthAgain(err) {
		m.addButtons(Button{r.Tongue().Say("Try again"), r.Again})
	}
	return m
}

// sending bounds how long a finished answer may take to reach Discord.
func (b *Bot) sending(ctx context.Context) (context.Context, context.CancelFunc) {
	return context.WithTimeout(ctx, b.config.SendTime)
}
