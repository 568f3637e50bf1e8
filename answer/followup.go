package answer

import (
	"context"
	"fmt"

	"onrecord/news"
)

// Before is what a follow-up question may lean on: what was asked before it,
// and what came of it.
type Before struct {
	// Question is the earlier question as it was understood, or the name or the
	// words that an earlier look-up was about; "" where nothing was asked, such
	// as before a message that quotes somebody.
	Question string
	// Answered tells that the articles answered it; what was shown otherwise is
	// only the nearest to an answer.
	Answered bool
	// Speaker is who was quoted first, "" for nobody.
	Speaker string
	// Words are what was quoted first, "" for nothing.
	Words string
}

// FollowUp is a question made to stand on its own.
type FollowUp struct {
	Step Step
	// Question is the question as it is understood: as typed, unless it leans on
	// what went before.
	Question string
	// Leans tells that what went before went into it.
	Leans bool
	// Speaker goes with CheckWords and OthersOn: who is supposed to have said
	// the words, and who need not be listed again. It may be "".
	Speaker string
	// Words are what CheckWords is about, and About what OthersOn is.
	Words, About string
}

// Step is what to do about a follow-up.
type Step int

// The steps.
const (
	// AskAgain asks Question like any other.
	AskAgain Step = iota
	// OthersOn lists who else speaks of what Question is about.
	OthersOn
	// CheckWords tells whether Words are a quotation, and whose.
	CheckWords
)

// Speaks tells whether a stretch of a question names a speaker: by which full
// name, and whether it is a person. It returns "" for what names nobody.
type Speaks func(typed string) (name string, person bool)

// FollowUp makes a question stand on its own: what it leaves out is taken from
// what went before, and only that. It fails like [Engine.Ask].
func (e *Engine) FollowUp(ctx context.Context, q news.Question, before Before) (FollowUp, error) {
	text, err := clean("question", q.Text, MaxQuestion)
	if err != nil {
		return FollowUp{}, err
	}
	r, err := e.roster(ctx, q.Library, "")
	if err != nil {
		return FollowUp{}, fmt.Errorf("understand a follow-up question: %w", err)
	}
	typed := hisRole.ReplaceAllString(text, "who is he")
	return before.Resolve(asTyped(typed, r.nameWord), r.speaks).orTyped(text), nil
}

// hisRole asks what the one spoken of is.
var hisRole = match(`(?i)^(?:what(?:'s|’s|s| is| was) )?(?:his|her|their) (?:job|title|role|position|office|rank)\W*$`)

// orTyped gives a question that leans on nothing back as it was typed.
func (f FollowUp) orTyped(typed string) FollowUp {
	if !f.Leans {
		f.Question = typed
	}
	return f
}

// speaks implements [Speaks]. A name that is only guessed is none.
func (r *roster) speaks(typed string) (string, bool) {
	by := r.call(typed)
	if len(by.Cards) == 0 || by.Guessed || by.Unknown != "" {
		return "", false
	}
	person := by.Cards[0].Kind == news.Person
	if len(by.Cards) > 1 || !person { // several may be meant, or "the Russians"
		return typed, person
	}
	return by.Cards[0].Name, true
}

// Resolve is the pure step of [Engine.FollowUp]; typed is a cleaned line.
func (b Before) Resolve(typed string, speaks Speaks) FollowUp {
	t := newTurn(typed)
	p := b.read(speaks)
	for _, step := range []func(turn, past, Speaks) (FollowUp, bool){
		isQuote, whoElse, whoSaidIt, sameAgain, bareWord, continued, pronoun,
	} {
		if f, ok := step(t, p, speaks); ok {
			f.Leans = true
			return f
		}
	}
	return FollowUp{Question: typed}
}
