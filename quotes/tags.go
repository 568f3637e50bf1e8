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
		if before := at(ws, i-1); before.tag == tagPrep || (next.tag == tagOther && next.reading.noun > 0 && next.reading.verb == 0 && before.tag != tagNoun && !strings.HasSuffix(next.low, "s") && !next.capital && nounThen(ws, i+2)) {
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
	case "per", "plus", "including", "regarding", "following":
	case "may":
		if w.capital && i > 0 {
			w.tag = tagName
		}
	}
}

// nounThen tells whether the words at i go on as after a whole noun phrase.
func nounThen(ws []word, i int) bool {
	switch t := at(ws, i); t.tag {
	case tagBe, tagModal, tagHave, tagStop, tagComma, tagPrep, tagDo, tagAnd:
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

// openTag guesses the class of a common word from the words around it.
func openTag(ws []word, i int) tag {
	w := &ws[i]
	r := &w.reading
	if strings.HasSuffix(w.low, "ly") && r.noun == 0 && r.form == noForm {
		if r.adj > r.adv {
			return tagAdj
		}
		return tagAdv
	}
	nounish := r.noun >= r.adj
	asNoun := tagNoun
	if !nounish {
		asNoun = tagAdj
	}
	if r.verb == 0 {
		if r.adv > r.noun && r.adv > r.adj {
			return tagAdv
		}
		return asNoun
	}
	prev := before(ws, i)
	if r.lemma == "say" && r.form == baseForm && (nominal(prev) || prev.tag == tagPoss && prev.low == "" || prev.tag == tagDet) {
		return tagVerb
	}
	switch r.form {
	case ingForm:
		if prev.tag == tagDet || prev.tag == tagPoss && r.noun > 0 || prev.tag == tagAdj || r.noun > 1 && prev.tag == tagName && at(ws, i+1).tag == tagPrep && insidePhrase(ws, i-1) {
			return tagNoun
		}
		return tagIng
	case partForm:
		if prev.tag == tagDet || prev.tag == tagPoss {
			return tagAdj
		}
		return tagPart
	}
	switch prev.tag {
	case tagTo:
		if at(ws, i-2).low == "according" {
			return asNoun
		}
		if r.form == baseForm && r.verb+2 >= r.noun {
			return tagBase
		}
		return asNoun
	case tagModal, tagDo:
		if r.form == baseForm {
			return tagBase
		}
		if r.form == edForm {
			return tagVerb
		}
		return asNoun
	case tagHave:
		if r.form == edForm || r.form == baseForm && w.low != r.lemma {
			return tagPart
		}
		if r.form == baseForm && sameParticiple[w.low] {
			return tagPart
		}
		return asNoun
	case tagBe:
		if r.form == edForm {
			return tagPart
		}
		if r.adj > 0 {
			return tagAdj
		}
		return asNoun
	case tagDet, tagPoss, tagAdj, tagNum:
		if r.form == pastForm {
			return tagVerb
		}
		if r.form == edForm {
			if prev.tag == tagAdj || prev.tag == tagNum || prev.low == "'s" {
				if opensComplement(ws, i+1) {
					return tagVerb
				}
			}
			return tagAdj
		}
		if r.noun == 0 && r.form != baseForm && r.adj == 0 {
			return tagVerb
		}
		return asNoun
	case tagPron, tagWh:
		if prev.low == "him" || prev.low == "them" || prev.low == "us" || prev.low == "me" || prev.low == "himself" {
			if r.form == baseForm && r.verb >= r.noun {
				return tagBase
			}
			if r.form == edForm {
				return tagPart
			}
			return asNoun
		}
		return tagVerb
	case tagNoun, tagName, tagQuote, tagClose:
		return afterNominal(ws, i, prev)
	case tagPrep:
		if r.form == pastForm || r.form == edForm && opensComplement(ws, i+1) {
			return tagVerb
		}
		if r.form == edForm {
			return tagAdj
		}
		return asNoun
	case tagThat:
		if r.form == baseForm && r.noun > 0 || r.form == edForm && r.noun == 0 && r.adj > 1 && !opensComplement(ws, i+1) {
			return asNoun
		}
		if r.form == sForm && r.noun > 0 && !opensComplement(ws, i+1) {
			return asNoun
		}
		return tagVerb
	case tagAnd, tagComma, tagDash:
		if r.form == pastForm || r.form == edForm {
			return tagVerb
		}
		if r.form == sForm && (r.noun == 0 || opensComplement(ws, i+1)) {
			return tagVerb
		}
		if r.form == baseForm && r.noun == 0 && r.adj == 0 {
			return tagVerb
		}
		if r.form == baseForm && opensComplement(ws, i+1) && r.verb >= r.noun {
			return tagVerb
		}
		return asNoun
	}
	if r.form == pastForm || r.form == edForm && (opensComplement(ws, i+1) || i > 0) {
		return tagVerb
	}
	if r.form == edForm {
		return tagPart
	}
	if r.noun == 0 && r.adj == 0 {
		return tagVerb
	}
	return asNoun
}

// afterNominal decides for a word behind a noun or a name: a verb of which it
// is the subject, or a noun that it stands before (a campaign promise).
func afterNominal(ws []word, i int, prev *word) tag {
	w := &ws[i]
	r := &w.reading
	switch r.form {
	case pastForm:
		return tagVerb
	case edForm:
		if r.lemma != "say" && at(ws, i+1).low == "by" || at(ws, i+1).low == "in" && prev.tag == tagNoun && finiteFollows(ws, i+2) {
			return tagPart
		}
		return tagVerb
	case sForm:
		if r.noun == 0 || r.lemma == "say" {
			return tagVerb
		}
		if prev.tag == tagNoun && insidePhrase(ws, i-1) {
			return tagNoun
		}
		if opensComplement(ws, i+1) {
			return tagVerb
		}
		if prev.tag == tagName && r.verb > r.noun && at(ws, i+1).tag != tagStop {
			return tagVerb
		}
		return tagNoun
	default:
		if pastToo[w.low] && (w.low == "read" || at(ws, i+1).tag != tagStop && at(ws, i+1).tag != tagComma) && (prev.tag == tagName || r.noun < r.verb) {
			return tagVerb
		}
		plural := prev.tag == tagNoun && strings.HasSuffix(prev.low, "s") || pluralNouns[prev.low] || prev.tag == tagName && (joined(ws, i) || strings.HasSuffix(prev.low, "s") && r.verb >= r.noun && opensComplement(ws, i+1))
		if r.noun == 0 && r.adj == 0 || plural && r.verb > r.noun+1 {
			return tagVerb
		}
		if plural && (opensComplement(ws, i+1) || r.verb > r.noun && at(ws, i+1).tag != tagStop) {
			return tagVerb
		}
		if r.adj > r.noun {
			return tagAdj
		}
		return tagNoun
	}
}

// insidePhrase tells whether the noun ws[j] belongs to what a preposition or a
// verb brings, so that the word behind it is hardly a verb: "in her opening
// remarks".
func insidePhrase(ws []word, j int) bool {
	for ; j >= 0; j-- {
		switch ws[j].tag {
		case tagNoun, tagAdj, tagDet, tagPoss, tagNum, tagName:
			continue
		case tagPrep, tagTo, tagBase, tagIng, tagVerb:
			return true
		}
		return false
	}
	return false
}

// pastToo are base forms that are also the past tense.
var pastToo = wordSet("put set cut hit let read quit bet shut spread cost split")

var pluralNouns = wordSet("people men women police children media voters both")

// joined tells whether an "and" stands shortly before i: Hale and Moss agree.
func joined(ws []word, i int) bool {
	for k := i - 1; k >= 0 && k > i-6; k-- {
		if ws[k].low == "and" {
			return true
		}
		if ws[k].tag != tagName && ws[k].tag != tagNoun {
			return false
		}
	}
	return false
}

// opensComplement tells whether the words at i look like what a verb brings:
// a clause, an object, a quotation.
func opensComplement(ws []word, i int) bool {
	for at(ws, i).tag == tagAdv {
		i++
	}
	switch t := at(ws, i); t.tag {
	case tagThat, tagDet, tagPoss, tagPron, tagWh, tagQuote, tagTo, tagNum:
		return t.low != "'s"
	case tagName:
		return true
	case tagSub:
		return t.low == "whether" || t.low == "if"
	case tagOther:
		return t.capital
	case tagColon:
		return at(ws, i+1).tag == tagQuote
	case tagComma:
		return at(ws, i+1).tag == tagQuote
	}
	return false
}

// finiteFollows tells whether an auxiliary or a plain past tense stands in the
// few words after i: then a participle before it is no main verb.
func finiteFollows(ws []word, i int) bool {
	for k := i; k < len(ws) && k < i+8; k++ {
		switch w := &ws[k]; w.tag {
		case tagStop, tagComma, tagThat, tagWh, tagSub:
			return false
		case tagBe, tagHave, tagDo, tagModal:
			return true
		case tagOther:
			if w.reading.form == pastForm || w.reading.lemma == "say" && w.reading.form == edForm {
				return true
			}
		}
	}
	return false
}

// sameParticiple are verbs whose base form is also their participle.
var sameParticiple = wordSet("put set cut hit let shut cost hurt cast spread become come run read quit bet split")
