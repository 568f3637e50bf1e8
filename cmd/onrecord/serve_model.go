package main

import (
	"context"
	"log/slog"
	"time"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/news"
)

// telling is an engine with a language model beside it.
type telling struct {
	watched
	model *answer.Model
}

// Tell implements bot.Teller.
func (t telling) Tell(ctx context.Context, q news.Question, p answer.Payer) (answer.Answer, error) {
	began := time.Now()
	a, err := t.model.Tell(ctx, q, p)
	t.metrics.Stage("model", time.Since(began))
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
	w.metrics.Gauges("onrecord_model_outcomes", "What became of questions to the language model since the start.", "outcome", func(show func(string, float64)) {
		for name, n := range m.Counts().Outcomes {
			show(name, float64(n))
		}
	})
	w.metrics.Gauges("onrecord_model_objections", "Why sentences of the language model were not shown since the start.", "objection", func(show func(string, float64)) {
		for o, n := range m.Counts().Objections {
			show(string(o), float64(n))
		}
	})
	for part, now := range map[string]func(answer.ModelCounts) int{
		"prompt": func(c answer.ModelCounts) int { return c.Prompt },
		"reply":  func(c answer.ModelCounts) int { return c.Completion },
	} {
		w.metrics.Total("onrecord_model_tokens_total", "Tokens that the language model cost.", map[string]string{"part": part}, func() float64 { return float64(now(m.Counts())) })
	}
	return func(e *answer.Engine) bot.Engine { return telling{watched{near{e, lib.Store}, w.metrics}, m.Beside(e)} }, m.Name(), nil
}
