package stages

import (
	"context"
	"log/slog"
	"sync"
)

// Name is what a stage is called.
type Name string

// The stages. A question, a job and a poll stand for themselves; the others
// are parts of what they are done for.
const (
	Question Name = "question" // from an event that the bot takes on to its answer
	Claim    Name = "claim"    // an event, so that no other process answers it
	Wait     Name = "wait"     // for a free worker
	Answer   Name = "answer"   // what the engine makes of a question
	Find     Name = "find"     // paragraphs that share words with a question
	Rank     Name = "rank"     // a closer look at the best of them
	Draft    Name = "draft"    // finding and ranking included
	Verify   Name = "verify"   // what is drafted, or written by a model
	Tell     Name = "tell"     // all that a language model does for an answer
	Model    Name = "model"    // one request to a language model
	Embed    Name = "embed"    // one request for vectors
	Store    Name = "store"    // one statement or transaction of the database
	Discord  Name = "discord"  // one request to Discord
	Job      Name = "job"      // getting one article
	Fetch    Name = "fetch"    // a page, its robots rules and redirects included
	Read     Name = "read"     // a page's or file's text and who speaks in it
	Poll     Name = "poll"     // one feed
)

// Names lists the stages.
func Names() []Name {
	return []Name{Question, Claim, Wait, Answer, Find, Rank, Draft, Verify, Tell, Model, Embed, Store, Discord, Job, Fetch, Read, Poll}
}

// Whole tells whether a stage stands for itself.
func (n Name) Whole() bool { return n == Question || n == Job || n == Poll }

// Observer is told of stages. Its methods are called from many goroutines and
// must not wait.
type Observer interface {
	// Begin is told that a stage begins. It returns the context for what is done
	// in the stage, and what is called once when it ends: with the error that it
	// ended with, whose text may repeat what people typed, and all facts.
	Begin(ctx context.Context, name Name) (context.Context, func(err error, facts []slog.Attr))
}

type observersKey struct{}

// With has an observer told of the stages that begin in a context, beside those
// who are told already.
func With(ctx context.Context, o Observer) context.Context {
	before, _ := ctx.Value(observersKey{}).([]Observer)
	return context.WithValue(ctx, observersKey{}, append(before[:len(before):len(before)], o))
}

// Stage is one that has begun. Nil is one that nobody is told of.
type Stage struct {
	ends []func(error, []slog.Attr)

	mu    sync.Mutex
	facts []slog.Attr
}

type stageKey struct{}

// Begin begins a stage. Whoever begins it ends it; the context is for what is
// done in it.
func Begin(ctx context.Context, name Name) (context.Context, *Stage) {
	observers, _ := ctx.Value(observersKey{}).([]Observer)
	if len(observers) == 0 {
		return ctx, nil
	}
	s := &Stage{ends: make([]func(error, []slog.Attr), 0, len(observers))}
	for _, o := range observers {
		inside, end := o.Begin(ctx, name)
		ctx, s.ends = inside, append(s.ends, end)
	}
	return context.WithValue(ctx, stageKey{}, s), s
}

// Of is the innermost stage of a context, nil for none.
func Of(ctx context.Context) *Stage {
	s, _ := ctx.Value(stageKey{}).(*Stage)
	return s
}

// Note adds facts to a stage that has not ended; the last of a name counts.
func (s *Stage) Note(facts ...slog.Attr) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.facts = append(s.facts, facts...)
}

// End ends a stage, the first time it is called.
func (s *Stage) End(err error) {
	if s == nil {
		return
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	for _, end := range s.ends {
		end(err, s.facts)
	}
	s.ends = nil
}
