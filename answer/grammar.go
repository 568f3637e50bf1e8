package answer

import (
	"strings"
)

// understand reads a cleaned question for its shape.
func understand(text string) asked {
	q := asked{Text: text}
	s := text
	if order.MatchString(s) {
		s = withoutOrders(s)
	}
	for range 4 {
		s = strings.TrimSpace(lead.ReplaceAllStringFunc(s, keepVerb))
	}
	for range 2 {
		s = tail.ReplaceAllString(s, "")
	}
	if len(words(s)) == 0 {
		q.Shape = Nothing
		return q
	}
	q.read(s)
	q.Named = named.MatchString(q.Topic) || anythingOn.MatchString(q.Topic)
	q.Topic = topic(q.Topic)
	return q
}

// read fills the shape, the names and the topic from a trimmed question.
func (q *asked) read(s string) {
	if m := quoteOf.FindStringSubmatch(s); m != nil {
		q.Shape, q.Names, q.Topic = WhatSaid, []string{m[1]}, m[2]
		return
	}
	if m := anyQuote.FindStringSubmatch(s); m != nil {
		q.Shape, q.Topic = WhoSaid, m[1]
		return
	}
	if m := phrased.FindStringSubmatch(s); m != nil {
		q.Shape, q.Want, q.Verb, q.Topic = WhoSaid, WantPerson, "say", m[1]
		return
	}
	if m := showOf.FindStringSubmatch(s); m != nil {
		q.Shape, q.Names, q.Topic = WhatSaid, []string{m[1]}, m[2]
		return
	}
	if m := by.FindStringSubmatch(s); m != nil && !article.MatchString(m[1]+m[4]) {
		q.Shape, q.Names, q.Topic = WhatSaid, []string{m[1] + m[4]}, m[2]+m[3]
		q.Want = wantOf(words(q.Topic))
		return
	}
	if m := whose.FindStringSubmatch(s); m != nil {
		q.Shape, q.Want, q.Verb, q.Topic = WhoSaid, WantPerson, "say", m[1]
		return
	}
	if m := either.FindStringSubmatch(s); m != nil && len(words(m[1])) <= 8 {
		q.Names = []string{m[1]}
		s = "who " + m[2]
	}
	if m := allSaid.FindStringSubmatch(s); m != nil && len(words(m[1])) <= longestName+1 {
		s = "what did " + m[1] + " say" + m[2]
	}
	truth := claimed.FindString(s)
	s = s[len(truth):]
	if m := choice.FindStringSubmatchIndex(s); m != nil && len(words(s[m[2]:m[3]])) <= 8 {
		q.Names = []string{s[m[2]:m[3]]}
		s = s[:m[0]]
	}
	w := words(s)
	if len(w) == 0 {
		q.Shape = Nothing
		return
	}
	q.Want = wantOf(w)
	q.Topic = s
	switch {
	case q.stance(s, w):
	case q.who(s, w):
	case q.clause(s, w, truth != ""):
	}
	if len(q.Names) > 0 && article.MatchString(q.Names[0]) {
		q.Shape, q.Names, q.Topic = Anything, nil, s
	}
}

// topic takes the words off a topic that name none.
func topic(s string) string {
	s = strings.TrimSpace(strings.Trim(strings.TrimSpace(s), "?!.,:; "))
	s = strings.TrimSpace(anybody.ReplaceAllString(s, ""))
	for range 4 {
		s = strings.TrimSpace(about.ReplaceAllString(s, ""))
	}
	if people[strings.ToLower(s)] || fillers[strings.ToLower(s)] || strings.EqualFold(s, "it") || strings.EqualFold(s, "this") || strings.EqualFold(s, "that") {
		return ""
	}
	return s
}
