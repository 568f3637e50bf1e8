package main

import (
	"context"
	"errors"
	"log/slog"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/news"
	"onrecord/stages"
)

// telling is an engine with a language model beside it.
type telling struct {
	watched
	model *answer.Model
}

// Tell implements bot.Teller.
func (t telling) Tell(ctx context.Context, q news.Question, p answer.Payer) (answer.Answer, error) {
	ctx, stage := stages.Begin(ctx, stages.Tell)
	a, err := t.model.Tell(ctx, q, p)
	if errors.Is(err, answer.ErrNothingToTell) || errors.Is(err, answer.ErrBudget) {
		stage.Note(slog.String("outcome", err.Error()))
		stage.End(nil) // nothing went wrong
		return a, err
	}
	stage.End(err)
	return a, err
}

// asking returns how a bot is to ask an engine: watched, and with the language
// model of that name beside it where there is one.
func (p *program) asking(lib *library, w *watch, log *slog.Logger) (ask func(*answer.Engine) bot.Engine, model string, err error) {
	m, err := p.newModel(lib.engine, lib.Store, log)
	if err != nil {
		return nil, "", err
	}
	if m == nil {
		return func(e *answer.Engine) bot.Engine { return watched{near{e, lib.Store}, w.metrics} }, "", nil
	}
	w.measureModel(m.Counts, lib.Store, m.Budget().Day)
	return func(e *answer.Engine) bot.Engine { return telling{watched{near{e, lib.Store}, w.metrics}, m.Beside(e)} }, m.Name(), nil
}
