package answer

import (
	"strings"
)

// past is what went before, understood.
type past struct {
	Before
	asked
	who   string // the speaker whom "he" and "she" stand for, "" if unknown
	about string // what it was about, with its preposition left out; "" if nothing
}

// cutShort is the mark of a question that had no room.
var cutShort = match(`\s*(?:\[…\]|…)\s*$`)

// read understands what went before.
func (b Before) read(speaks Speaks) past {
	p := past{Before: b, asked: understand(spellOut(cutShort.ReplaceAllString(b.Question, "")))}
	p.about = strings.TrimSpace(p.Topic)
	switch {
	case p.Shape == Anything:
		if name, _ := speaks(p.Text); name != "" && len(words(p.Text)) <= 6 {
			p.Shape, p.Names, p.about = WhatSaid, []string{name}, "" // a look-up by name
			break
		}
		p.about = subject(p.about)
	case p.Shape == Nothing:
		p.about = ""
	}
	if len(p.Names) > 0 && pronouns[strings.ToLower(p.Names[0])] {
		p.Names = nil
	}
	if len(p.Names) > 0 {
		p.who = fullName(p.Names[0], speaks)
	}
	if p.Speaker != "" && (p.Answered || p.who == "") {
		p.who = p.Speaker // the full name of whom the question meant
	}
	return p
}

// fullName is a name as the library has it, or as it was typed.
func fullName(typed string, speaks Speaks) string {
	typed = strings.Trim(owned(typed), " ,;:?!")
	if name, _ := speaks(typed); name != "" {
		return name
	}
	return typed
}

// owned is a name without the ending of a possessive.
func owned(s string) string {
	s = strings.TrimSpace(s)
	for _, end := range []string{"'s", "’s"} {
		s = strings.TrimSuffix(s, end)
	}
	return strings.TrimRight(s, "'’")
}

// subject takes the words that ask off a question that is not about what
// somebody said: "When did the ceasefire collapse" is about the ceasefire's
// collapse.
func subject(s string) string {
	w := words(s)
	i := 0
	for i < len(w) && (askingWords[w[i].low] || auxiliaries[w[i].low]) {
		i++
	}
	if i == len(w) {
		return ""
	}
	return s[w[i].start:w[len(w)-1].end]
}

// askingWords are the words that questions begin with.
var askingWords = set(`who who's whom whose what what's which when where why how is was are were did does do`)

// question asks what somebody said, on the topic of before.
func (p past) question(who string) string {
	return "What did " + who + " say" + p.onIt() + "?"
}

// onIt is the topic with a preposition, "" when there is none.
func (p past) onIt() string {
	if p.about == "" {
		return ""
	}
	return " about " + p.about
}

// instead asks the question of before of somebody else: with the other name in
// its place where it names one.
func (p past) instead(who string) string {
	if p.Question == "" {
		return "What did " + who + " say?"
	}
	if len(p.Names) == 1 && (p.Shape == WhatSaid || p.Shape == DidSay) && strings.Count(p.Text, p.Names[0]) == 1 {
		old, next := p.Names[0], who
		if owned(old) != old {
			next = possessive(who)
		}
		if p.Text == old {
			return p.question(who)
		}
		return asksAgain(strings.Replace(p.Text, old, next, 1))
	}
	if p.Shape == WhoSaid && !p.Named && p.about != "" && len(p.Names) == 0 {
		verb := p.Verb
		if verb == "say" {
			verb = "say that"
		}
		if w := words(p.Text); len(w) > 0 && strings.HasPrefix(w[0].low, "who") && verb != "" && !aboutOnly[p.Verb] {
			return "Did " + who + " " + verb + " " + p.about + "?"
		}
	}
	return p.question(who)
}

// aboutOnly are verbs whose topic is no clause.
var aboutOnly = set(`speak talk comment mention`)

// asksAgain ends a question as one.
func asksAgain(s string) string {
	return upperFirst(unended(strings.TrimSpace(s))) + "?"
}
