// Package answer goes from a question to a checked answer. Drafters propose;
// only what [verify] has cut out of the library is ever shown.
package answer

import (
	"onrecord/news"
	"onrecord/phrases"
)

// Reason says why a question was not answered.
type Reason string

// The reasons. See DESIGN "What onrecord ask --json prints".
const (
	Answered         Reason = ""
	UnknownSpeaker   Reason = "unknown_speaker"
	NotByThisSpeaker Reason = "not_by_this_speaker"
	NotOnThisTopic   Reason = "not_on_this_topic"
	NothingFound     Reason = "nothing_found"
	NoQuestion       Reason = "no_question"
)

// Answer is a question's verified outcome. It has no exported fields and only
// verify.go fills it; its zero value reads as "nothing found".
type Answer struct {
	question string
	answered bool
	prose    phrases.Text
	drafter  string
	reason   Reason
	quotes   []news.Quote
	nearest  []news.Quote
	told     phrases.Text // what a model tells of the quotations, part of prose
	model    string
	prompt   string
}

// Question is the question as it was asked.
func (a Answer) Question() string { return a.question }

// Answered tells whether the articles answer it.
func (a Answer) Answered() bool { return a.answered }

// Prose is one or two plain sentences that say the answer or why there is none,
// in English.
func (a Answer) Prose() string { return a.prose.String() }

// Said is the same to be said in any language.
func (a Answer) Said() phrases.Text { return a.prose }

// Drafter is "extractive" or "model".
func (a Answer) Drafter() string { return a.drafter }

// Reason says why not, [Answered] when it is answered.
func (a Answer) Reason() Reason { return a.reason }

// Told is what of the prose a model wrote, nil for nothing.
func (a Answer) Told() phrases.Text { return a.told }

// Model names the model that had a part in the answer, "" for none.
func (a Answer) Model() string { return a.model }

// Prompt names the prompt that it was given, with the version of its words.
func (a Answer) Prompt() string { return a.prompt }

// Quotes carry the answer, best first; empty when not answered.
func (a Answer) Quotes() []news.Quote { return a.quotes }

// Nearest is the closest evidence when not answered, best first.
func (a Answer) Nearest() []news.Quote { return a.nearest }
