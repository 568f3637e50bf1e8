package retrieval

import (
	"strings"
	"sync"
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
			if quantities()[next] {
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

// quantities are the words that after "how" ask for a number; they are no
// topic then.
var quantities = sync.OnceValue(func() map[string]bool {
	return wordSet("many much long far old tall large big often fast high deep heavy wide soon late early few little quickly")
})

// asksHow is the word of quantity after "how", the zero piece when there is none.
func asksHow(question string) piece {
	ps := pieces(question)
	for i := 1; i < len(ps); i++ {
		if ps[i-1].text == "how" && quantities()[ps[i].text] {
			return ps[i]
		}
	}
	return piece{}
}

// opensList tells whether the words before a number say no more than that so
// many things are asked for: "what are the", "name".
func opensList(before string) bool {
	ps := pieces(before)
	for _, p := range ps {
		if !p.role.stop && p.text != "name" && p.text != "list" && p.text != "give" {
			return false
		}
	}
	return len(ps) > 0 && ps[0].text != "when" && ps[0].text != "where" && ps[0].text != "who" && ps[0].text != "why"
}
