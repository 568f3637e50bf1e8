package answer

import (
	"context"
	"strings"
)

// spoken tells whether a question whose grammar looks like "what did X say" is
// about a speaker at all: "What is steam used for?" has a subject and one of the
// verbs, and asks for no statement.
func (in *inquiry) spoken() bool {
	switch in.Shape {
	case WhatSaid, DidSay:
		if len(in.by.Cards) > 0 {
			return true
		}
		name := strings.Fields(in.Names[0])
		return len(name) <= longestName && (personLike(in.Names[0]) && !verbs()[in.Verb].noun || onlySays(in.Verb))
	case WhoSaid:
		return onlySays(in.Verb) || in.Want == WantPerson && !verbs()[in.Verb].noun
	}
	return false
}

// longestName is how many words the name of somebody unknown may have.
const longestName = 4

// onlySays tells whether a verb is about nothing but saying or thinking; ""
// stands for a question that needs none ("Ryabkov on the ceasefire").
func onlySays(verb string) bool {
	v := verbs()[verb]
	return verb == "" || v.plain && !v.noun && verb != "write"
}

// orPassages answers from the passages when the statements do not answer a
// question whose verb need not be about saying ("What did Reese propose?").
func (e *Engine) orPassages(ctx context.Context, in *inquiry, d Draft) (Draft, error) {
	if d.Reason == Answered || d.Reason == NoQuestion || onlySays(in.Verb) {
		return d, nil
	}
	other := *in
	other.lenses, other.ev = nil, nil
	p, err := e.draftPassages(ctx, &other)
	if err != nil {
		return Draft{}, err
	}
	if p.Reason == Answered || !d.shows() {
		*in = other
		return p, nil
	}
	return d, nil
}

// shows tells whether a draft has anything to show.
func (d Draft) shows() bool {
	for _, p := range d.Points {
		if len(p.Picks) > 0 {
			return true
		}
	}
	return false
}
