package retrieval

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// reasons are the words that give one.
var reasons = sync.OnceValue(func() map[string]bool {
	return wordSet("because due since therefore thus result cause reason owing order thanks after so led lead following follow amid over prompt")
})

// times are the words beside dates that tell a time.
var times = sync.OnceValue(func() map[string]bool {
	return stemSet(`spring summer autumn winter noon midnight morning afternoon evening night tonight today tomorrow yesterday
weekend centuri century decade era dawn week month year ago o'clock`)
})

// periods are what "how long" and "how often" are answered with.
var periods = sync.OnceValue(func() map[string]bool {
	return stemSet("second minute hour day week month year decade century until since noon midnight tomorrow daily weekly monthly yearly once twice")
})

// amounts are the words beside numbers that tell one.
var amounts = sync.OnceValue(func() map[string]bool {
	return stemSet("half quarter dozen hundred thousand million billion twice nobody none")
})

func wordSet(list string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		set[w] = true
	}
	return set
}

func stemSet(list string) map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields(list) {
		set[stem(Fold(w))] = true
	}
	return set
}

// answers tells whether a sentence has something of the type sought that the
// question does not name itself.
func (t *Topic) answers(p *Passage, s Sentence) bool {
	switch t.Seek {
	case SeekAny:
		return true
	case SeekReason:
		for _, one := range pieces(p.Text[s.Start:s.End]) {
			if reasons()[one.text] {
				return true
			}
		}
		return false
	}
	terms := p.Terms[s.From:s.To]
	for i, term := range terms {
		if term.Kind == Joined || len(t.standsFor(&term)) > 0 {
			continue
		}
		switch t.Seek {
		case SeekNumber:
			if term.Kind == Number && !isYear(term.Text) || amounts()[term.Text] || t.duration && periods()[term.Text] {
				return true
			}
		case SeekTime:
			if isTime(p.Text, term) {
				return true
			}
		case SeekPerson:
			if isName(p.Text, term, i > 0 || term.Start > s.Start) {
				return true
			}
		case SeekPlace:
			if isName(p.Text, term, i > 0 || term.Start > s.Start) || afterPlace(p.Text, term) && !isTime(p.Text, term) {
				return true
			}
		}
	}
	return false
}

// isTime tells whether a term is a date, a time of day or a season.
func isTime(text string, t Term) bool {
	switch {
	case isYear(t.Text), calendar()[t.Text], times()[t.Text], strings.HasSuffix(t.Text, "th") && t.Kind == Number:
		return true
	case t.Kind == Number: // 12 May, 01:25, 6 p.m.
		after := text[t.End:]
		return strings.HasPrefix(after, " May") || strings.HasPrefix(after, ":") || strings.HasPrefix(after, " a.m") || strings.HasPrefix(after, " p.m")
	}
	return false
}

// isName tells whether a term is capitalised; inside says that it does not open
// the sentence, where every word is.
func isName(text string, t Term, inside bool) bool {
	r, _ := utf8.DecodeRuneInString(text[t.Start:])
	return t.Kind == Word && unicode.IsUpper(r) && !calendar()[t.Text] && (inside || lookUp(t.Text).use == 0)
}

// afterPlace tells whether a term stands after a preposition of place and its
// article ("to the cape").
func afterPlace(text string, t Term) bool {
	before := strings.TrimSuffix(strings.TrimRight(text[max(0, t.Start-12):t.Start], " "), " the")
	for _, w := range [...]string{" in", " at", " near", " to", " from", " into", " outside", " off", " on"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return false
}
