package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"

	"onrecord/answer"
	"onrecord/llm"
	"onrecord/news"
	"onrecord/store"
)

// newModel returns what asks the language model beside an engine, nil when there
// is none.
func (p *program) newModel(e *answer.Engine, s *store.Store, log *slog.Logger) (*answer.Model, error) {
	c, err := p.settings.model()
	if err != nil || !c.on {
		return nil, err
	}
	client, err := c.open(log)
	if err != nil {
		return nil, err
	}
	return e.WithModel(answer.ModelConfig{Writer: client, Prompts: c.prompts, Ledger: s, Replies: s, Budget: c.budget, Logger: log}), nil
}

// open returns a client of the model.
func (c modelConfig) open(log *slog.Logger) (*llm.Client, error) {
	set := c.client
	set.Key, set.Logger = c.key.reveal(), log
	return llm.New(set)
}

// told is an answer with a model's prose where there is one and it has some in
// time; else the answer as it was, and standard error says why.
func (p *program) told(ctx context.Context, e *answer.Engine, s *store.Store, q news.Question, a answer.Answer) (answer.Answer, error) {
	m, err := p.newModel(e, s, slog.New(slog.DiscardHandler))
	if m == nil || err != nil {
		return a, err
	}
	told, err := m.Tell(ctx, q, answer.Payer{})
	switch {
	case err == nil:
		return told, nil
	case ctx.Err() != nil:
		return a, ctx.Err()
	case !errors.Is(err, answer.ErrNothingToTell):
		fmt.Fprintf(p.err, "onrecord: the answer comes without prose: %v\n", err)
	}
	return a, nil
}
