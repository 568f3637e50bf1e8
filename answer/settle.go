package answer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/retrieval"
	"onrecord/speakers"
)

// settle finishes what the question's grammar left open, now that the speakers
// of the library are known.
func (in *inquiry) settle() {
	switch in.Shape {
	case Anything:
		in.settleShort()
	}
	if len(in.Names) > 0 {
		in.settleSubject()
	}
}

// settleShort reads "Ryabkov", "ryabkov on the ceasefire", "kerry aircraft": a
// question without a verb that begins with a speaker's name.
func (in *inquiry) settleShort() {
	in.Topic = strings.TrimSpace(bareQuote.ReplaceAllString(in.Topic, ""))
	w := words(in.Topic)
	if len(w) == 0 || len(w) > 12 || in.Want != WantAny || asksSomething(w) {
		return
	}
	found := speakers.Find(in.Topic, in.roster.sharing(in.Topic))
	if len(found) == 0 || len(found[0].Cards) == 0 || len(foldedWords(in.Topic[:found[0].Start])) > 0 {
		return
	}
	name := in.Topic[found[0].Start:found[0].End]
	in.Shape, in.Names, in.Topic = WhatSaid, []string{name}, topic(in.Topic[found[0].End:])
}

// bareQuote is what people add to a name and a topic to ask for words.
var bareQuote = match(`(?i)\b(?:exact |direct )?(?:quotes?|quotations?|statements?|comments?)\W*$`)

// asksSomething tells whether the words have a question word or an auxiliary.
func asksSomething(w []word) bool {
	for _, x := range w {
		if auxiliaries[x.low] || x.low == "what" || x.low == "how" || x.low == "which" || x.low == "who" || x.low == "why" {
			return true
		}
	}
	return false
}

// settleSubject decides whether the subject of the verb is a speaker at all.
func (in *inquiry) settleSubject() {
	name := in.Names[0]
	if pronouns[strings.ToLower(name)] {
		in.Shape, in.Names = WhoSaid, nil // whoever it was
		return
	}
	in.by = in.roster.call(name)
	if len(in.by.Cards) > 0 {
		in.by.Cards = in.roster.withKin(name, in.by.Cards)
	}
	if len(in.by.Cards) == 0 || len(retrieval.Terms(in.Topic)) > 0 {
		in.by.Cards = in.roster.forCountry(name, in.by.Cards)
	}
	if len(in.by.Cards) > 0 {
		in.by.Unknown = ""
		return
	}
	if in.Shape == DidSay && !asksSomething(words(in.Text)) {
		short := *in
		short.Topic = short.Text
		if short.settleShort(); short.Shape == WhatSaid { // "Ryabkov ceasefire quote"
			*in = short
			in.by = in.roster.call(in.Names[0])
			return
		}
	}
	if v := verbs()[in.Verb]; in.Shape != WhoSaid && in.Verb != "" && v.noun && !personLike(name) {
		in.Shape, in.Names, in.Topic = Anything, nil, in.Text
	}
}

// asksDeed tells whether the question asks what somebody did by saying it, or
// who did: demanded, denied, promised.
func (in *inquiry) asksDeed() bool {
	switch in.Shape {
	case WhatSaid, DidSay:
		return deeds[in.Verb] != "" && personLike(in.Names[0])
	case WhoSaid:
		return deeds[in.Verb] != "" || len(retrieval.Terms(in.Topic)) == 0
	}
	return false
}

// pronouns that stand for a speaker whom the question does not name.
var pronouns = set(`he she they it him her them his their`)

// personLike tells whether a typed name looks like one: capitalised words.
func personLike(name string) bool {
	for _, w := range strings.Fields(name) {
		if r, _ := utf8.DecodeRuneInString(w); unicode.IsUpper(r) {
			return true
		}
	}
	return false
}

// plainName is a typed name fit to be repeated, "" when it is long or odd.
func plainName(name string) string {
	name = strings.TrimRight(strings.TrimSpace(name), "?.!,'’")
	name = strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s")
	if utf8.RuneCountInString(name) > 40 {
		return ""
	}
	for _, r := range name {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune(" .-'’", r) {
			return ""
		}
	}
	return name
}
