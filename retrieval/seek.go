package retrieval

import (
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"
)

// Seek is the type of answer that a question asks for.
type Seek uint8

// The types of answer.
const (
	SeekAny    Seek = iota
	SeekPerson      // who
	SeekPlace       // where, which city
	SeekTime        // when, what year
	SeekNumber      // how many, what percentage
	SeekReason      // why
)

// seekNouns are the nouns after "what" or "which" that tell the type.
var seekNouns = sync.OnceValue(func() map[string]Seek {
	set := make(map[string]Seek)
	for seek, list := range map[Seek]string{
		SeekPerson: `person man woman king queen president minister leader author scientist engineer philosopher inventor
emperor general spokesman spokeswoman spokesperson official writer actor singer artist mathematician physicist ruler`,
		SeekPlace:  `city cities country countries state town place region continent area nation province county island village location capital`,
		SeekTime:   `year years date day month century decade time era period`,
		SeekNumber: `percentage percent number amount price cost age population rate distance temperature speed sum length height weight size`,
		SeekReason: `reason cause`,
	} {
		for _, w := range strings.Fields(list) {
			set[w] = seek
		}
	}
	return set
})

// seekOf reads the type of answer off a question's words.
func seekOf(question string) Seek {
	ps := pieces(question)
	for i, p := range ps {
		next := ""
		if i+1 < len(ps) {
			next = ps[i+1].text
		}
		switch p.text {
		case "who", "whom", "whose":
			return SeekPerson
		case "when":
			if i == 0 || next == "did" || next == "was" || next == "were" || next == "is" || next == "does" || next == "will" {
				return SeekTime
			}
		case "where":
			return SeekPlace
		case "why":
			return SeekReason
		case "how":
			switch next {
			case "many", "much", "long", "far", "old", "tall", "large", "big", "often", "fast", "high", "deep", "heavy":
				return SeekNumber
			}
			return SeekAny
		case "what", "which":
			for j := i + 1; j < len(ps) && j <= i+3; j++ {
				w := ps[j].text
				if s, ok := seekNouns()[w]; ok && (j == i+1 || !ps[j-1].role.stop || s == SeekReason) {
					return s
				}
				if ps[j].role.stop && w != "the" && w != "is" && w != "was" {
					break
				}
			}
			return SeekAny
		}
	}
	return SeekAny
}

// reasons are the words that give one.
var reasons = sync.OnceValue(func() map[string]bool {
	set := make(map[string]bool)
	for _, w := range strings.Fields("because due since therefore thus result cause reason owing order thanks after so led lead") {
		set[w] = true
	}
	return set
})

// answers tells whether a stretch of a passage has something of the type
// sought that the question does not name itself.
func (t *Topic) answers(p *Passage, s Sentence) bool {
	text := p.Text[s.Start:s.End]
	switch t.Seek {
	case SeekNumber, SeekTime:
		for _, term := range p.Terms[s.From:s.To] {
			if t.alts[term.Text] != nil {
				continue
			}
			if t.Seek == SeekNumber && term.Kind == Number || t.Seek == SeekTime && (isYear(term.Text) || calendar()[term.Text] ||
				term.Text == "centuri" || term.Kind == Number && strings.HasSuffix(term.Text, "th")) {
				return true
			}
		}
		return false
	case SeekPerson, SeekPlace:
		for i, term := range p.Terms[s.From:s.To] {
			r, _ := utf8.DecodeRuneInString(p.Text[term.Start:])
			if t.alts[term.Text] == nil && term.Kind == Word && unicode.IsUpper(r) && (i > 0 || term.Start > s.Start || lookUp(term.Text).use == 0) {
				return true
			}
		}
		return false
	case SeekReason:
		for _, w := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) }) {
			if reasons()[w] {
				return true
			}
		}
		return false
	}
	return true
}
