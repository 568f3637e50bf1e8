package answer

import (
	"strings"
)

// turn is what somebody says next in a conversation, cut up.
type turn struct {
	text string // without "and", "but", "ok so" before it, nor marks behind it
	lead bool   // it had such a word
	mark bool   // it ended with a question mark
	asked
}

// joining is what joins a question to the one before.
var joining = match(`(?i)^(?:(?:and|but|or|also|plus|so|then|ok|okay|now|well|yes|yeah|hm+|alright|right)\b[ ,.:;…-]*)+`)

func newTurn(typed string) turn {
	t := turn{text: strings.TrimSpace(typed)}
	t.mark = strings.HasSuffix(t.text, "?")
	if lead := joining.FindString(t.text); lead != "" && len(lead) < len(t.text) {
		t.text, t.lead = t.text[len(lead):], true
	}
	t.text = unended(t.text)
	t.text = strings.TrimSuffix(strings.TrimSuffix(t.text, " then"), " too")
	t.asked = understand(spellOut(t.text))
	if len(t.Names) > 0 {
		t.Names[0] = strings.TrimSpace(t.Names[0])
	}
	return t
}

// unended takes the marks off a line's end, but not the full stop of "U.S.".
func unended(s string) string {
	s = strings.TrimRight(s, "?!, ")
	last := s[strings.LastIndexByte(s, ' ')+1:]
	if strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..") && strings.Count(last, ".") > 1 {
		return s
	}
	return strings.TrimRight(s, "?!., ")
}

// anaphors stand for what was said before when they are all that a topic has.
var anaphors = match(`(?i)^(?:(?:about|on|of|to|with|for|in) )?(?:it|that|this|those|these|so|them|the same(?: thing)?|the matter|the topic|this topic|that topic|any of (?:it|that|this))$`)

// topicless tells whether a turn names no topic of its own.
func (t turn) topicless() bool {
	topic := strings.Trim(t.Topic, " ?!.,")
	return topic == "" || anaphors.MatchString(topic)
}

// saysElse tells whether a turn asks for something or somebody else.
func (t turn) saysElse() bool {
	for _, w := range words(t.text) {
		if w.low == "else" || w.low == "other" || w.low == "others" {
			return true
		}
	}
	return false
}

// pronounNamed tells whether the turn's speaker is only a pronoun.
func (t turn) pronounNamed() bool {
	return len(t.Names) > 0 && pronouns[strings.ToLower(strings.Trim(t.Names[0], " ,"))]
}

// Leaning tells whether a line can be understood only after what went before
// it: "and about aid?", "who else?", "when did he say that?". Where nothing was
// replied to, only such a line is read as a follow-up.
func Leaning(typed string) bool {
	text, err := clean("question", typed, MaxQuestion)
	if err != nil || len(words(text)) == 0 {
		return false
	}
	t := newTurn(asTyped(text, nil))
	w := words(t.text)
	switch {
	case len(w) == 0:
		return false
	case quoteAsked.MatchString(t.text), elseAsked.MatchString(t.text), whoThat.MatchString(t.text), moreAsked.MatchString(t.text),
		bareAsked.MatchString(t.text), whatAbout.MatchString(t.text), onlyAbout.MatchString(t.text):
		return true
	case t.pronounNamed():
		return true
	case len(t.Names) > 0 || t.Shape == WhoSaid:
		return t.lead && t.topicless() || t.Shape == WhoSaid && t.topicless() && lastAnaphor.MatchString(t.text)
	case t.lead && len(w) <= 5 && !asksSomething(w):
		return true
	}
	_, found := replacePronoun(t.text, "X")
	return found
}
