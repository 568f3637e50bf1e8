package quotes

import "strings"

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
	if r.lemma == "say" && r.form == baseForm && (nominal(prev) || prev.reading.form == edForm || prev.tag == tagPoss && prev.low == "" || prev.tag == tagDet) {
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
				if at(ws, i-2).tag == tagPrep {
					return tagVerb // those around him know
				}
				return tagBase
			}
			if r.form == edForm {
				if at(ws, i-2).tag == tagPrep {
					return tagVerb // most of them said
				}
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
