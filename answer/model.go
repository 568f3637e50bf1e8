package answer

import (
	"context"
	"errors"
	"log/slog"
	"slices"

	"onrecord/llm"
	"onrecord/news"
	"onrecord/prompts"
	"onrecord/stages"
)

// Writer completes prompts; *llm.Client in the program, the lying model in tests.
type Writer interface {
	// Complete fails with a [*llm.Failure], which says what to tell people; the
	// reply's usage counts then too.
	Complete(ctx context.Context, r llm.Request) (llm.Reply, error)
	// Model is the name of the model.
	Model() string
}

// Model lets a language model retell answers and choose further quotations for
// them. It never answers what the engine does not: an abstention stays one, with
// nearer evidence perhaps, and what the engine quotes stays quoted. It is safe
// for concurrent use.
type Model struct {
	engine  *Engine
	writer  Writer
	prompts *prompts.Set
	ledger  Ledger
	replies Replies
	budget  Budget
	pending *pending
	counts  *modelCounts
	log     *slog.Logger
}

// ModelConfig is what a model is made of. Writer and Prompts are required.
type ModelConfig struct {
	Writer  Writer
	Prompts *prompts.Set
	// Ledger keeps what was spent: nothing is, and Budget does not hold.
	Ledger Ledger
	// Replies keeps what the model replied: it is asked anew each time.
	Replies Replies
	Budget  Budget
	// Logger gets why prose was not shown, never the prose or a question:
	// slog.Default.
	Logger *slog.Logger
}

// ModelDrafter is the drafter of answers that a model had a part in.
const ModelDrafter = "model"

// WithModel returns the engine's answers with a model beside them.
func (e *Engine) WithModel(c ModelConfig) *Model {
	if c.Logger == nil {
		c.Logger = slog.Default()
	}
	return &Model{engine: e, writer: c.Writer, prompts: c.Prompts, ledger: c.Ledger, replies: c.Replies,
		budget: c.Budget, pending: newPending(), counts: newModelCounts(), log: c.Logger}
}

// Name is the name of the model.
func (m *Model) Name() string { return m.writer.Model() }

// Beside returns the same model beside another engine: what is spent and counted
// is one.
func (m *Model) Beside(e *Engine) *Model {
	other := *m
	other.engine = e
	return &other
}

// Payer says on whose account a model is asked.
type Payer struct {
	Server string // "" for direct messages and the command line
	User   string // "" for the command line
}

// place names where the question was asked like the library that is its own.
func (p Payer) place() string {
	switch {
	case p.Server != "":
		return news.ServerLibrary(p.Server)
	case p.User != "":
		return news.UserLibrary(p.User)
	}
	return news.HomeLibrary
}

// ErrNothingToTell says that the model has nothing to add to an answer.
var ErrNothingToTell = errors.New("the model has nothing to add to this answer")

// Tell answers a question as [Engine.Ask] does, and has the model retell it. One
// that is not answered and goes on from an earlier one is first made whole; the
// answer's Question is then that.
// Whenever it returns an error there is nothing to show beyond what Ask gives:
// [ErrNothingToTell], [ErrBudget] when there is nothing left to spend, or what
// went wrong.
func (m *Model) Tell(ctx context.Context, q news.Question, p Payer) (Answer, error) {
	base, in, err := m.engine.ask(ctx, q)
	if err != nil {
		return Answer{}, err
	}
	resolved := false
	if !base.Answered() && q.Before != "" {
		other := q
		other.Text, other.Before = m.whole(ctx, q, p), ""
		if other.Text != "" {
			again, its, err := m.engine.ask(ctx, other)
			if err == nil && again.Answered() {
				q, base, in, resolved = other, again, its, true
			}
		}
	}
	if in.drafted == nil {
		return Answer{}, ErrNothingToTell
	}
	told, err := m.tell(ctx, q, p, base, in)
	if err != nil && resolved {
		return base, nil // it answers, if without prose
	}
	return told, err
}

// tell has the model retell what the engine has made of a question.
func (m *Model) tell(ctx context.Context, q news.Question, p Payer, base Answer, in *inquiry) (Answer, error) {
	offer := m.engine.offer(in, base)
	if base.reason == NothingFound || base.reason == NotOnThisTopic {
		m.widen(ctx, in, &offer, q, p)
	}
	if len(offer.items) == 0 {
		return Answer{}, ErrNothingToTell
	}
	reply, version, err := m.ask(ctx, q, offer, p)
	if err != nil {
		return Answer{}, err
	}
	d := offer.draft(reply, *in.drafted, base.Answered())
	d.Model, d.Prompt = m.writer.Model(), version
	_, stage := stages.Begin(ctx, stages.Verify)
	told, dropped := verify(q.Text, d, in.ev, in.cards)
	stage.Note(slog.Int("quotes", len(told.quotes)), slog.Int("dropped", len(dropped)))
	stage.End(nil)
	m.note(ctx, dropped)
	if len(told.told) == 0 && sameQuotes(told.quotes, base.quotes) && sameQuotes(told.nearest, base.nearest) {
		m.counts.outcome("nothing")
		return Answer{}, ErrNothingToTell
	}
	m.counts.outcome("told")
	return told, nil
}

// ask has the model reply about an offer, from memory if it did before.
func (m *Model) ask(ctx context.Context, q news.Question, o offer, p Payer) (reply, string, error) {
	fill := func(boundary string) (prompts.Prompt, error) {
		return m.prompts.Answer(prompts.Answering{Question: q.Text, Items: o.items, Shown: o.shown, Boundary: boundary})
	}
	prompt, err := fill("")
	if err != nil {
		return reply{}, "", err
	}
	fixed, err := fill("===")
	if err != nil {
		return reply{}, "", err
	}
	var r reply
	err = m.complete(ctx, exchange{
		payer: p, key: replyKey(m.writer.Model(), fixed),
		request: llm.Request{System: prompt.System, User: prompt.User, Name: "answer", Schema: answerSchema},
		read: func(text string) (err error) {
			r, err = readReply(text, len(o.items))
			return err
		},
	})
	return r, prompt.Version, err
}

// note logs and counts why prose was not shown. Of anything else that was dropped
// it logs only that it was: the error may repeat a word of an answer.
func (m *Model) note(ctx context.Context, dropped []error) {
	for _, err := range dropped {
		var o Objected
		if errors.As(err, &o) {
			m.counts.objection(o.Objection)
			m.log.InfoContext(ctx, "prose of the model was not shown", "reason", string(o.Objection))
		} else {
			m.log.WarnContext(ctx, "part of an answer that the model retold was dropped")
		}
	}
}

func sameQuotes(a, b []news.Quote) bool {
	return slices.EqualFunc(a, b, func(x, y news.Quote) bool { return x.Span() == y.Span() && x.Speaker().ID == y.Speaker().ID })
}
