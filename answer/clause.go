package answer

import (
	"slices"
	"strings"
)

// who reads "who said T", "which official denied T", "who is quoted on T".
func (q *asked) who(s string, w []word) bool {
	first := w[0].low
	if first != "who" && first != "who's" && first != "whos" && first != "which" && first != "what" || len(w) < 2 {
		return false
	}
	i := 1
	if first == "which" || first == "what" {
		if first == "what" && !offices[w[1].low] {
			return false // "what Peskov said"
		}
		i = 2 // the official, the country
	}
	for i < len(w) && (auxiliaries[w[i].low] || adverbs[w[i].low] || w[i].low == "else" || w[i].low == "been" || w[i].low == "being") {
		i++
	}
	if i >= len(w) {
		return false
	}
	v, ok := verbs()[w[i].low]
	if !ok && w[i].low != "cited" {
		return false
	}
	if i > 1 && first != "who" && first != "who's" && first != "whos" && auxiliaries[w[i-1].low] && !strings.HasSuffix(w[i].low, "d") {
		return false
	}
	if (first == "what" || first == "which") && i == 2 && v.noun && !offices[w[1].low] {
		return false
	}
	q.Shape, q.Verb = WhoSaid, v.base
	q.Topic = s[w[i].end:]
	return true
}

// offices are what people call a speaker whom they cannot name.
var offices = set(`official officials politician country countries government minister person people speaker
	spokesman spokeswoman spokesperson leader leaders diplomat diplomats side group source sources expert experts
	president senator party agency organization organisation nation company`)

// clause reads the questions with a subject and a verb of saying: what did X
// say about T, did X say T, why does X oppose T, X said T.
func (q *asked) clause(s string, w []word, truth bool) bool {
	aux := -1 // the auxiliary before the subject
	for i := range w {
		if auxiliaries[w[i].low] {
			aux = i
			break
		}
		if i > 6 {
			break
		}
	}
	start, object := 0, ""
	asks := wantOf(w) != WantAny || w[0].low == "what" || w[0].low == "whats" || w[0].low == "what's" || w[0].low == "which" || w[0].low == "how"
	switch {
	case aux == 0:
		start = 1
	case asks && aux > 0 && reportingIn(w[:aux], false) < 0:
		start = aux + 1
		if aux > 1 {
			from := 1
			if wantOf(w) == WantNumber {
				from = 2 // many, much, long
			}
			if from < aux {
				object = s[w[from].start:w[aux-1].end]
			}
		}
	case asks:
		start = 1
	}
	for start < len(w) && adverbs[w[start].low] {
		start++
	}
	if start >= len(w) {
		return false
	}
	does := start > 0 && doing[w[start-1].low]
	i := reportingIn(w[start:], does)
	if i < 0 {
		return false
	}
	i += start
	v := verbs()[w[i].low]
	nameEnd := i
	for nameEnd > start && (adverbs[w[nameEnd-1].low] || auxiliaries[w[nameEnd-1].low] || w[nameEnd-1].low == "to" || w[nameEnd-1].low == "been") {
		nameEnd--
	}
	rest := s[w[i].end:]
	if nameEnd == start {
		q.Verb = v.base // "what was said about T"
		q.Shape, q.Topic = WhoSaid, object+" "+rest
		return asks
	}
	for _, x := range w[start:nameEnd] {
		if noName[x.low] {
			return false // "what would Renn do if the parish did not agree"
		}
	}
	if asks {
		for _, x := range slices.Concat(w[max(0, start-1):start], w[nameEnd:i]) {
			q.Unsaid = q.Unsaid || x.low == "not" || x.low == "never" || strings.HasSuffix(x.low, "n't")
		}
	}
	q.Verb = v.base
	name := s[w[start].start:w[nameEnd-1].end]
	q.Topic = strings.TrimSpace(object + " " + rest)
	if people[w[start].low] {
		q.Shape = WhoSaid
		return true
	}
	q.Names = []string{name}
	q.Shape = WhatSaid
	if !asks && !anythingOn.MatchString(rest) {
		q.Shape = DidSay
	}
	if v.base == "tell" || v.base == "say" {
		q.Topic = strings.TrimSpace(object + " " + toPress.ReplaceAllString(rest, ""))
	}
	return true
}

// reportingIn returns the place of the verb of saying among w: a certain one
// first, else one that may be a noun. With a subject wanted, the first word is
// no verb: "did Hope Hicks say" has its verb later. Neither is a capitalised word.
func reportingIn(w []word, subject bool) int {
	unsure := -1
	for i := range w {
		v, ok := verbs()[w[i].low]
		if !ok || i > 12 || w[i].capital || subject && i == 0 || i > 0 && nounFollows[w[i-1].low] {
			continue
		}
		if !v.noun {
			return i
		}
		if unsure < 0 && i > 0 {
			unsure = i
		}
	}
	return unsure
}
