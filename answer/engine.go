package answer

import (
	"context"

	"onrecord/news"
)

// Engine answers questions over a library. It is safe for concurrent use.
type Engine struct {
	lib Library
}

// New returns an engine over a library.
func New(lib Library) *Engine { return &Engine{lib: lib} }

// Ask answers a question. A question that can't be answered is no error; an
// error means that the library could not be read or ctx ended.
func (e *Engine) Ask(ctx context.Context, q news.Question) (Answer, error) {
	return Answer{question: q.Text}, nil
}

// Speaker looks a speaker up by name.
func (e *Engine) Speaker(ctx context.Context, l LookUp) (Profile, error) {
	return Profile{name: l.Name}, nil
}

// Speakers lists who speaks in a library (or in one article of it).
func (e *Engine) Speakers(ctx context.Context, library, article string) ([]news.Card, error) {
	return e.lib.Cards(ctx, library, article)
}

// Suggest completes a name being typed, best first, at most limit.
func (e *Engine) Suggest(ctx context.Context, library, typed string, limit int) ([]news.Card, error) {
	return nil, nil
}

// Check tells whether words stand in the library and who is credited with them.
func (e *Engine) Check(ctx context.Context, c Claim) (Verdict, error) {
	return Verdict{words: c.Words, finding: Absent}, nil
}
