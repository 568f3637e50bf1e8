package quotes

import "strings"

// openTag guesses the class of a common word from the words around it.
func openTag(ws []word, i int) tag {
	w := &ws[i]
	r := &w.reading
	switch {
	case strings.HasSuffix(w.low, "ly") && r.noun == 0 && r.form == noForm:
		if r.adj > r.adv {
			return tagAdj
		}
		return tagAdv
	case r.verb == 0 && r.adv > r.noun && r.adv > r.adj:
		return tagAdv
	case r.verb == 0:
		return r.nominal()
	}
	prev := before(ws, i)
	says := r.lemma == "say" && r.form == baseForm
	if says && (nominal(prev) || prev.reading.form == edForm || prev.tag == tagDet || prev.tag == tagPoss && prev.low == "") {
		return tagVerb
	}
	switch r.form {
	case ingForm:
		return ingTag(ws, i, prev)
	case partForm:
		if prev.tag == tagDet || prev.tag == tagPoss {
			return tagAdj
		}
		return tagPart
	}
	switch prev.tag {
	case tagTo:
		if r.form == baseForm && r.verb+2 >= r.noun && at(ws, i-2).low != "according" {
			return tagBase
		}
		return r.nominal()
	case tagModal, tagDo, tagHave, tagBe:
		return afterAuxiliary(w, prev)
	case tagDet, tagPoss, tagAdj, tagNum:
		return afterDeterminer(ws, i, prev)
	case tagPron, tagWh:
		return afterPronoun(ws, i, prev)
	case tagNoun, tagName, tagQuote, tagClose:
		return afterNominal(ws, i, prev)
	case tagPrep:
		return afterPreposition(ws, i)
	case tagThat:
		return afterThat(ws, i)
	case tagAnd, tagComma, tagDash:
		return afterJoint(ws, i)
	}
	switch {
	case r.form == pastForm || r.form == edForm && (i > 0 || opensComplement(ws, i+1)):
		return tagVerb
	case r.form == edForm:
		return tagPart
	case r.noun == 0 && r.adj == 0:
		return tagVerb
	}
	return r.nominal()
}

// nominal is what the word is when it is no verb.
func (r *reading) nominal() tag {
	if r.noun >= r.adj {
		return tagNoun
	}
	return tagAdj
}

func ingTag(ws []word, i int, prev *word) tag {
	r := &ws[i].reading
	switch {
	case prev.tag == tagDet, prev.tag == tagAdj, prev.tag == tagPoss && r.noun > 0:
		return tagNoun
	case r.noun > 1 && prev.tag == tagName && at(ws, i+1).tag == tagPrep && insidePhrase(ws, i-1):
		return tagNoun // a town hall meeting in Akron
	}
	return tagIng
}

func afterAuxiliary(w, prev *word) tag {
	r := &w.reading
	switch prev.tag {
	case tagBe:
		if r.form == edForm {
			return tagPart
		}
		if r.adj > 0 {
			return tagAdj
		}
	case tagHave:
		if r.form == edForm || r.form == baseForm && sameParticiple[w.low] {
			return tagPart
		}
	default:
		if r.form == baseForm {
			return tagBase
		}
		if r.form == edForm {
			return tagVerb
		}
	}
	return r.nominal()
}

func afterDeterminer(ws []word, i int, prev *word) tag {
	r := &ws[i].reading
	switch {
	case r.form == pastForm:
		return tagVerb
	case r.form == edForm:
		if (prev.tag == tagAdj || prev.tag == tagNum || prev.low == "'s") && opensComplement(ws, i+1) {
			return tagVerb
		}
		return tagAdj
	case r.noun == 0 && r.form != baseForm && r.adj == 0:
		return tagVerb
	}
	return r.nominal()
}

// objectPronouns are hardly subjects, but for the end of a phrase: those
// around him know.
var objectPronouns = wordSet("him them us me himself")

func afterPronoun(ws []word, i int, prev *word) tag {
	r := &ws[i].reading
	if !objectPronouns[prev.low] {
		return tagVerb
	}
	switch inPhrase := at(ws, i-2).tag == tagPrep; {
	case r.form == baseForm && r.verb >= r.noun:
		if inPhrase {
			return tagVerb
		}
		return tagBase
	case r.form == edForm:
		if inPhrase {
			return tagVerb
		}
		return tagPart
	}
	return r.nominal()
}

func afterPreposition(ws []word, i int) tag {
	r := &ws[i].reading
	switch {
	case r.form == pastForm || r.form == edForm && opensComplement(ws, i+1):
		return tagVerb
	case r.form == edForm:
		return tagAdj
	}
	return r.nominal()
}

func afterThat(ws []word, i int) tag {
	r := &ws[i].reading
	if r.form == baseForm && r.noun > 0 {
		return r.nominal()
	}
	unsure := r.form == edForm && r.noun == 0 && r.adj > 1 || r.form == sForm && r.noun > 0
	if unsure && !opensComplement(ws, i+1) {
		return r.nominal()
	}
	return tagVerb
}

// afterJoint decides behind "and", a comma or a dash.
func afterJoint(ws []word, i int) tag {
	r := &ws[i].reading
	switch r.form {
	case pastForm, edForm:
		return tagVerb
	case sForm:
		if r.noun == 0 || opensComplement(ws, i+1) {
			return tagVerb
		}
	case baseForm:
		if r.noun == 0 && r.adj == 0 || r.verb >= r.noun && opensComplement(ws, i+1) {
			return tagVerb
		}
	}
	return r.nominal()
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
		if pastToo[w.low] && (w.low == "read" || at(ws, i+1).tag != tagStop && at(ws, i+1).tag != tagComma) && (prev.tag == tagName || prev.tag == tagQuote || r.noun < r.verb) {
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
	case tagThat: // states that will vote: "that" and a verb open no clause
		switch n := at(ws, i+1); n.tag {
		case tagModal, tagBe, tagHave, tagDo:
			return false
		case tagOther:
			return n.reading.verb == 0 || n.reading.noun > 0 || n.reading.adj > 0 || n.reading.form == ingForm
		}
		return true
	case tagDet, tagPoss, tagPron, tagWh, tagQuote, tagTo, tagNum:
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
