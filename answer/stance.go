package answer

import (
	"strings"
)

// stance reads "what is X's position on T", "X's reaction to T", "the view of X on T".
func (q *asked) stance(s string, w []word) bool {
	for i, v := range w {
		if !views[v.low] || i == 0 {
			continue
		}
		at := i
		from := 0
		for from < i && showing[w[from].low] {
			from++ // "give me Kerry's exact words"
		}
		if first := w[0].low; (first == "what" || first == "what's" || first == "whats" || first == "how" || first == "which") && i > 1 {
			from = 1
			if auxiliaries[w[1].low] {
				from = 2
			}
		}
		rest := s[v.end:]
		for i > 1 && wordsOwn[w[i-1].low] {
			i-- // "Kerry's exact words"
		}
		prev := w[i-1].low
		bare := i == from+1 && from > 0 && len(prev) > 3 && strings.HasSuffix(prev, "s") // "whats kirbys position"
		if i > from && (bare || from > 0 && !doing[w[from-1].low] && w[i-1].capital || strings.HasSuffix(prev, "'s") || strings.HasSuffix(prev, "s'") || prev == "his" || prev == "her" || prev == "their") {
			if reportingIn(w[from:i], false) >= 0 || from == 0 && wantOf(w) != WantAny {
				return false // "what did X say about Y's statement", "who called Y's comments …"
			}
			q.Shape, q.Topic = WhatSaid, rest
			q.Names = []string{s[w[from].start:w[i-1].end]}
			return true
		}
		// "what position does X have on T", "what is the view of X on T"
		after := w[at+1:]
		if len(after) > 1 && (after[0].low == "of" || after[0].low == "from" || after[0].low == "by") && from > 0 && opensNoun[prev] {
			end := 1
			for end < len(after) && after[end].low != "on" && after[end].low != "about" && after[end].low != "regarding" && after[end].low != "to" {
				end++
			}
			if end > 1 {
				q.Shape = WhatSaid
				q.Names = []string{s[after[1].start:after[end-1].end]}
				q.Topic = s[after[end-1].end:]
				return true
			}
		}
		if i == 1 && len(after) > 2 && auxiliaries[after[0].low] {
			for k := 2; k < len(after); k++ {
				switch after[k].low {
				case "have", "has", "take", "give", "offer", "make", "hold":
					q.Shape = WhatSaid
					q.Names = []string{s[after[1].start:after[k-1].end]}
					q.Topic = s[after[k].end:]
					return true
				}
			}
		}
	}
	return false
}

// opensNoun are the words that may stand before "view of", "comment by".
var opensNoun = set(`the a an any is are was were what which's some what's whats`)
