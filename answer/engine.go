package answer

import (
	"context"
	"fmt"
	"log/slog"

	"onrecord/news"
	"onrecord/stages"
)

// Engine answers questions over a library. It is safe for concurrent use.
type Engine struct {
	lib     Library
	bold    Boldness
	views   *ready[viewKey, *view]
	rosters *ready[string, *roster]
	near    *Embeddings // nil for none
}

// How much is kept ready, in bytes: articles, some 50 KB each, and lists of
// speakers, less than 1 KB a speaker, as the library has them and united.
const (
	readyViews   = 18 << 20
	readyRosters = 24 << 20
	readyUnions  = 8 << 20
)

// New returns an engine over a library, [Balanced] in its boldness.
func New(lib Library) *Engine {
	return &Engine{
		lib: unite(lib), bold: Balanced,
		views: newReady[viewKey, *view](readyViews), rosters: newReady[string, *roster](readyRosters),
	}
}

// WithBoldness returns an engine over the same library that answers more or
// less readily; b is held between 0 and 1. The two share what they have read.
func (e *Engine) WithBoldness(b Boldness) *Engine {
	other := *e
	other.bold = min(max(b, 0), 1)
	if b != b { // not a number
		other.bold = Balanced
	}
	return &other
}

// Ask answers a question. A question that can't be answered is no error; an
// error means that the question could not be read (it wraps news.ErrBadInput),
// that the library could not be, or that ctx ended.
func (e *Engine) Ask(ctx context.Context, q news.Question) (Answer, error) {
	a, _, err := e.ask(ctx, q)
	return a, err
}

// ask answers a question and returns also how it went about it.
func (e *Engine) ask(ctx context.Context, q news.Question) (Answer, *inquiry, error) {
	ctx = moment(ctx, e.lib)
	text, err := clean("question", q.Text, MaxQuestion)
	if err != nil {
		return Answer{}, nil, err
	}
	in := &inquiry{library: q.Library, article: q.Article, bold: e.bold, beside: &nearby{}}
	rest, refusal, err := e.which(ctx, in, inEnglish(text))
	if err != nil {
		return Answer{}, nil, fmt.Errorf("answer a question: %w", err)
	}
	if refusal != nil {
		return verified(ctx, q.Text, *refusal, nil, nil), in, nil
	}
	r, err := e.roster(ctx, q.Library, q.Article)
	if err != nil {
		return Answer{}, nil, fmt.Errorf("answer a question: %w", err)
	}
	in.asked = understand(spellOut(asTyped(rest, r.nameWord)))
	drafting, stage := stages.Begin(ctx, stages.Draft)
	d, err := e.draft(drafting, in)
	stage.End(err)
	if err != nil {
		return Answer{}, nil, fmt.Errorf("answer a question: %w", err)
	}
	in.drafted = &d
	return verified(ctx, q.Text, d, in.ev, in.cards), in, nil
}

// verified is what [verify] leaves of a draft.
func verified(ctx context.Context, question string, d Draft, ev []news.Evidence, cards []news.Card) Answer {
	_, stage := stages.Begin(ctx, stages.Verify)
	a, dropped := verify(question, d, ev, cards)
	stage.Note(slog.Int("quotes", len(a.quotes)), slog.Int("dropped", len(dropped)))
	stage.End(nil)
	return a
}

// Speakers lists who speaks in a library (or in one article of it).
func (e *Engine) Speakers(ctx context.Context, library, article string) ([]news.Card, error) {
	return e.lib.Cards(ctx, library, article)
}
