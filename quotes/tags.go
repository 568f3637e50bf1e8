package quotes

import "strings"

// tagWords settles what each open-class word is from what it may be and from
// its neighbours, left to right. It is no full tagger: it is careful where a
// wrong guess would make or break a cue (claims, reports, promised) and easy
// elsewhere.
func tagWords(ws []word, headline bool) {
	for i := range ws {
		w := &ws[i]
		switch {
		case w.low == "" || w.tag == tagNum || w.tag == tagQuote:
		case w.tag != tagOther:
			settleClosed(ws, i)
		case w.capital && isName(ws, i, headline):
			w.tag = tagName
		default:
			w.tag = openTag(ws, i)
		}
	}
	settleHeads(ws)
}

// settleHeads makes nouns of adjectives that may be one and that end a noun
// phrase: "at the terminal that", "in the capital, he said".
func settleHeads(ws []word) {
	for i := range ws {
		w := &ws[i]
		if w.tag != tagAdj || w.reading.noun == 0 || i == 0 {
			continue
		}
		switch ws[i-1].tag {
		case tagDet, tagPoss:
		default:
			continue
		}
		switch at(ws, i+1).tag {
		case tagPrep, tagThat, tagComma, tagStop, tagBe, tagModal, tagHave, tagDo, tagVerb, tagWh, tagSub, tagTo:
			w.tag = tagNoun
		}
	}
}

// isName tells whether the capital of ws[i] makes it a name.
func isName(ws []word, i int, headline bool) bool {
	w := &ws[i]
	if headline {
		return w.reading.verb == 0 || w.reading.noun > w.reading.verb && w.reading.form != sForm && w.reading.form != edForm
	}
	if !opensSentence(ws, i) {
		return true
	}
	if i+1 < len(ws) && ws[i+1].capital && ws[i+1].tag == tagOther {
		return w.reading.lemma != "say" && w.reading.lemma != "ask" // two capitals in a row
	}
	if w.named {
		return true
	}
	known := w.reading.form != noForm || w.reading.adj > 0 || w.reading.adv > 0 || w.reading.noun > 0 && w.reading.noun+w.reading.verb > 1
	return !known
}

// opensSentence tells whether only marks stand before ws[i] in its sentence.
func opensSentence(ws []word, i int) bool {
	for k := i - 1; k >= 0; k-- {
		switch ws[k].tag {
		case tagStop, tagColon:
			return true
		case tagOpen, tagDash:
			continue
		case tagOther:
			if ws[k].low == "" {
				continue
			}
		}
		return false
	}
	return true
}

// settleClosed corrects closed-class words that their place makes something else.
func settleClosed(ws []word, i int) {
	w := &ws[i]
	next := at(ws, i+1)
	switch w.low {
	case "'s":
		if p := at(ws, i-1); p.tag == tagPron || p.tag == tagWh || p.low == "that" || p.low == "here" {
			w.tag = tagBe
		}
	case "'d":
		w.tag = tagModal
	case "that":
		if before := at(ws, i-1); before.tag == tagPrep || (next.tag == tagOther && next.reading.noun > 0 && (next.reading.verb == 0 || next.reading.form == baseForm) && before.tag != tagNoun && !strings.HasSuffix(next.low, "s") && !next.capital && nounThen(ws, i+2)) {
			w.tag = tagDet
		}
	case "her":
		if next.tag != tagOther || next.reading.noun+next.reading.adj == 0 && !next.capital {
			w.tag = tagPron
		}
	case "this", "these", "those", "some", "many", "few", "most", "several", "all", "both", "each", "others", "another", "neither", "none", "more":
		if next.tag == tagModal || next.tag == tagBe || next.tag == tagHave || next.tag == tagDo ||
			next.tag == tagOther && next.reading.verb > 0 && next.reading.noun == 0 && next.reading.adj == 0 && next.reading.form != ingForm {
			w.tag = tagPron
		}
	case "like":
		p := at(ws, i-1)
		if p.tag == tagModal || p.tag == tagTo || p.tag == tagDo || p.tag == tagPron {
			w.tag = tagVerb
			if p.tag == tagModal || p.tag == tagTo {
				w.tag = tagBase
			}
		}
	case "himself", "herself", "themselves", "itself":
		if nominal(at(ws, i-1)) {
			w.tag = tagAdv
		}
	case "may", "will", "per": // Will Moss, Per Lind
		if w.capital && !opensSentence(ws, i) {
			w.tag = tagName
		}
	}
}

// nounThen tells whether the words at i go on as after a whole noun phrase.
func nounThen(ws []word, i int) bool {
	switch t := at(ws, i); t.tag {
	case tagBe, tagModal, tagHave, tagStop, tagComma, tagPrep, tagDo, tagAnd, tagSub, tagTo:
		return true
	case tagOther:
		return t.reading.verb > 0 && t.reading.noun == 0
	}
	return i >= len(ws)
}

var nowhere = word{tag: tagStop}

// at returns ws[i], or a full stop outside of it.
func at(ws []word, i int) *word {
	if i < 0 || i >= len(ws) {
		return &nowhere
	}
	return &ws[i]
}

// before returns the last word before i that is neither adverb nor negation.
func before(ws []word, i int) *word {
	for i--; i >= 0; i-- {
		if ws[i].tag != tagAdv && ws[i].tag != tagNot {
			return &ws[i]
		}
	}
	return &nowhere
}
