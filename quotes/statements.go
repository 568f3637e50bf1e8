package quotes

import (
	"sort"
	"strings"

	"onrecord/news"
)

// piece is one statement of a unit, in words.
type piece struct {
	cue       *cue
	content   []phrase
	source    phrase
	whom      phrase
	rule      string
	certainty float64
	object    bool
	cueWords  phrase
	verb      string
	stance    news.Stance
}

// paragraph finds the statements of one paragraph.
func (r *reader) paragraph(p *news.Paragraph) {
	quotes := findQuotations(p.Text)
	begin := len(r.found)
	first := 0
	var before *unit
	for _, at := range cutUnits(p.Text, quotes) {
		for first < len(quotes) && quotes[first].end <= at.start {
			first++
		}
		u := &unit{place: at, text: p.Text, quotes: quotes}
		u.ws = r.words.words(p.Text, at.start, at.end, quotes, first)
		tagWords(u.ws, headlineCase(u.ws))
		u.cues = findCues(u.ws)
		from := len(r.found)
		for _, pc := range u.pieces() {
			r.found = append(r.found, r.found1(p, u, pc))
		}
		r.float(p, u, before, begin, from)
		before = u
	}
	r.close(quotes, begin)
}

// found1 turns a piece into places of the paragraph.
func (r *reader) found1(p *news.Paragraph, u *unit, pc piece) found {
	f := found{paragraph: p.Number, shown: p.Number, passage: u.place, rule: pc.rule, certainty: pc.certainty, verb: pc.verb, stance: pc.stance}
	for _, c := range pc.content {
		if s := u.bytes(c); !s.none() {
			f.content = append(f.content, news.Span{Article: r.article.Ref(), Paragraph: p.Number, Start: s.start, End: s.end})
		}
	}
	f.source = u.bytes(pc.source)
	if pc.whom.none() {
		pc.whom = nameIn(u.ws, pc.source)
	}
	f.whom = u.bytes(pc.whom)
	f.cue = u.bytes(pc.cueWords)
	f.colon = len(f.content) == 0
	return f
}

// nameIn is the part of a source that tells who it is: what stands before an
// aside, or the name behind a description ("a spokesman, Emil Sand").
func nameIn(ws []word, p phrase) phrase {
	for k := p.from + 1; k < p.to; k++ {
		if t := ws[k].tag; t != tagComma && t != tagDash && t != tagOpen {
			continue
		}
		head := phrase{p.from, k}
		if ws[k-1].tag != tagName && ws[k].tag == tagComma && at(ws, k+1).tag == tagName && k+1 < p.to {
			e := k + 1
			for e < p.to && ws[e].tag == tagName {
				e++
			}
			if e == p.to || ws[e].tag == tagComma {
				return phrase{k + 1, e}
			}
		}
		return head
	}
	return p
}

// bytes is where the words of a phrase stand.
func (u *unit) bytes(p phrase) place {
	if p.none() || p.from < 0 || p.to > len(u.ws) {
		return place{}
	}
	return place{u.ws[p.from].start, u.ws[p.to-1].end}
}

// pieces finds the statements of a unit, in order, none inside another.
func (u *unit) pieces() []piece {
	var out []piece
	taken := 0
	for {
		pc, next, ok := u.trailing(taken)
		if !ok {
			break
		}
		out = append(out, pc)
		taken = next
	}
	out = append(out, u.according(out)...)
	for n := range u.cues {
		c := &u.cues[n]
		if u.inside(out, c) {
			continue
		}
		if pc, ok := u.inverted(c); ok {
			out = append(out, pc)
		} else if pc, ok := u.leading(c, out); ok {
			out = append(out, pc)
		} else if pc, ok := u.passive(c); ok {
			out = append(out, pc)
		}
	}
	out = append(out, u.nominal(out)...)
	out = append(out, u.colons(out)...)
	sort.SliceStable(out, func(i, j int) bool { return out[i].start() < out[j].start() })
	return out
}

// start is the first word of a statement's content.
func (p *piece) start() int {
	if len(p.content) == 0 {
		return 0
	}
	return p.content[0].from
}

// inside tells whether a cue stands in the content of a statement, or made it.
func (u *unit) inside(ps []piece, c *cue) bool {
	for _, p := range ps {
		if p.cue == c {
			return true
		}
		for _, ct := range p.content {
			if ct.from <= c.main && c.main < ct.to {
				return true
			}
		}
		if p.cueWords.from <= c.main && c.main < p.cueWords.to {
			return true
		}
	}
	return false
}

// trailing finds the next cue behind ws[from] that stands after its content or
// inside it: "…," Moss said; … , said Moss; X, Moss said, Y.
func (u *unit) trailing(from int) (piece, int, bool) {
	ws := u.ws
	for n := range u.cues {
		c := &u.cues[n]
		if c.main < from || !c.verb.takes('q') || c.form != tagVerb || c.hedged {
			continue
		}
		left, source, whom, after, ok := u.tag(c)
		if !ok || left <= from {
			continue
		}
		if c.negated && c.stanceOf() != news.Unsaid {
			continue
		}
		start := contentStart(ws, from, left)
		if start >= left {
			continue
		}
		if c.verb.hearsay && at(ws, left-1).tag != tagQuote && finiteIn(ws, start, left) < 0 {
			continue
		}
		if left-start < 3 && at(ws, left-1).tag != tagQuote && !continues(ws, after) {
			continue
		}
		pc := piece{cue: c, source: source, whom: whom, rule: ruleAfter, certainty: 0.95, verb: c.verb.lemma, stance: c.stanceOf(), cueWords: phrase{c.first, c.last + 1}}
		pc.content = []phrase{{start, left}}
		next := after
		if at(ws, after).tag == tagComma || at(ws, after).tag == tagDash || at(ws, after).tag == tagColon {
			if end := u.remainder(c, phrase{start, left}, after+1); end > after+1 {
				pc.content = append(pc.content, phrase{after + 1, end})
				pc.rule = ruleMiddle
				next = end
			}
		}
		if !hasQuote(ws, pc.content) {
			pc.certainty = 0.9
		}
		return pc, next, true
	}
	return piece{}, 0, false
}

// continues tells whether the sentence goes on behind a tag that a comma ends,
// so that even a few words before it may be the beginning of what is said.
func continues(ws []word, after int) bool {
	return at(ws, after).tag == tagComma && at(ws, after+1).tag != tagStop
}

func hasQuote(ws []word, ps []phrase) bool {
	for _, p := range ps {
		for k := p.from; k < p.to; k++ {
			if ws[k].tag == tagQuote {
				return true
			}
		}
	}
	return false
}

// tag tells whether a cue and its subject form a tag that closes or interrupts
// what is said: where the words before it end, and where those after it begin.
func (u *unit) tag(c *cue) (left int, source, whom phrase, after int, ok bool) {
	ws := u.ws
	// Moss said: the subject stands before the cue.
	if p, relative, elided := subject(ws, c.first); !p.none() && !relative && !elided {
		b := at(ws, p.from-1)
		left = p.from
		bare := false
		switch {
		case b.tag == tagComma || b.tag == tagDash:
			left = p.from - 1
		case b.tag == tagQuote:
		case b.low == "as" && p.from >= 2 && (ws[p.from-2].tag == tagComma || ws[p.from-2].tag == tagQuote):
			left = p.from - 1
			if ws[p.from-2].tag == tagComma {
				left--
			}
		case b.tag == tagStop && p.from > 1 && ws[p.from-1].low == "" && at(ws, p.from-2).tag != tagStop:
			bare = true
		default:
			bare = true
		}
		if !bare && left > 0 {
			after = tagEnd(ws, c)
			if b.tag != tagQuote && (at(ws, after).tag == tagComma || at(ws, after).tag == tagColon) && at(ws, after+1).tag == tagQuote && at(ws, left-1).tag != tagQuote {
				return 0, phrase{}, phrase{}, 0, false // As the crowd booed, Moss said, "…"
			}
			if b.tag == tagQuote && u.leansRight(c, p.from, after) {
				return 0, phrase{}, phrase{}, 0, false
			}
			if endsTag(ws, after) {
				return left, p, phrase{}, after, true
			}
			if b.tag == tagQuote && b.pause && at(ws, c.last+1).tag != tagQuote && at(ws, c.last+1).tag != tagColon && at(ws, c.last+1).tag != tagThat {
				return left, p, phrase{}, c.last + 1, true
			}
		}
	}
	// said Moss: it stands behind.
	b := at(ws, c.first-1)
	if c.first != c.main || b.tag != tagQuote && b.tag != tagComma {
		return 0, phrase{}, phrase{}, 0, false
	}
	p := nounAfter(ws, c.last+1, true)
	if p.none() || ws[p.from].tag == tagPron && p.to < len(ws) && !endsTag(ws, p.to) {
		return 0, phrase{}, phrase{}, 0, false
	}
	if b.tag == tagComma && (c.first < 4 || !inverts[c.verb.lemma] || finiteIn(ws, 0, c.first) < 0 && !hasQuote(ws, []phrase{{0, c.first}}) || !endsTag(ws, p.to)) {
		return 0, phrase{}, phrase{}, 0, false
	}
	after = adjunctEnd(ws, p.to)
	if !endsTag(ws, after) {
		after = p.to
		if !endsTag(ws, after) && at(ws, after).tag != tagPrep && at(ws, after).tag != tagWh && !(b.tag == tagQuote && b.pause) {
			return 0, phrase{}, phrase{}, 0, false
		}
	}
	left = c.first
	if b.tag == tagComma {
		left--
	}
	return left, p, phrase{}, after, true
}

// leansRight tells whether what stands before a tag is no more than an opening
// phrase that ends with a quotation ("Asked about “Marco!,” she said …"), so
// that the cue brings what follows it.
func (u *unit) leansRight(c *cue, left, after int) bool {
	ws := u.ws
	if ws[0].tag == tagQuote || finiteIn(ws, 0, left) >= 0 {
		return false
	}
	switch ws[0].tag {
	case tagIng, tagPart, tagPrep, tagVerb:
	default:
		return false
	}
	return at(ws, after).tag == tagComma && at(ws, after+1).tag == tagQuote || clauseAt(ws, c.last+1)
}

// inverts are the verbs that come before their subject without a quotation:
// "The plan will fail, said Moss".
var inverts = wordSet("say write add report note explain")

// tagEnd skips somebody told and adjuncts behind a cue.
func tagEnd(ws []word, c *cue) int {
	i := c.last + 1
	if c.verb.hearsay {
		if p := nounAfter(ws, i, true); !p.none() {
			if q := nounAfter(ws, i, false); endsTag(ws, q.to) {
				p = q
			}
			i = p.to
		}
	}
	return adjunctEnd(ws, i)
}

// endsTag tells whether a tag ends at ws[i].
func endsTag(ws []word, i int) bool {
	switch w := at(ws, i); w.tag {
	case tagStop, tagComma, tagDash, tagClose:
		return true
	case tagSub:
		return w.low != "whether" && w.low != "if"
	case tagIng:
		return true
	case tagAnd:
		return true
	case tagQuote:
		return false
	}
	return false
}

// contentStart returns where what is said before a tag begins: behind a colon
// that leads into a quotation, without an "and" of the reporter's.
func contentStart(ws []word, from, left int) int {
	for from < left && (ws[from].tag == tagComma || ws[from].tag == tagDash || ws[from].tag == tagStop) {
		from++
	}
	for k := left - 1; k > from; k-- {
		if ws[k].tag == tagColon && at(ws, k+1).tag == tagQuote {
			return k + 1
		}
	}
	if from < left && ws[from].tag == tagAnd {
		from++
		if from < left && ws[from].tag == tagComma {
			from++
		}
	}
	return from
}

// remainder returns the end of what the speaker goes on to say behind a tag in
// the middle; from itself when the reporter goes on instead.
func (u *unit) remainder(c *cue, said phrase, from int) int {
	ws := u.ws
	if at(ws, from).tag == tagQuote {
		k := from + 1
		return k
	}
	complete := finiteIn(ws, said.from, said.to) >= 0 || hasQuote(ws, []phrase{said})
	quoted := at(ws, said.to-1).tag == tagQuote
	go_on := false
	switch w := at(ws, from); w.tag {
	case tagVerb, tagBe, tagHave, tagDo, tagModal:
		go_on = !quoted
	case tagThat:
		go_on = true
	case tagAnd:
		go_on = !quoted && cueAt(u.cues, ws, from+1) == nil && clauseAt(ws, from+1)
	case tagSub:
		go_on = !quoted && (w.low == "because" || w.low == "if")
	}
	if !complete || said.to-said.from < 4 && !quoted {
		go_on = true
	}
	if !go_on {
		return from
	}
	return contentEnd(ws, from, c, u.cues, false, false)
}

// stanceOf tells what a cue makes of its content.
func (c *cue) stanceOf() news.Stance {
	if !c.negated {
		return c.verb.stance
	}
	if c.verb.stance == news.Denied {
		return news.Said
	}
	return news.Unsaid
}

// leading finds what a cue brings behind it: said that …, vowed to …, denounced
// the ….
func (u *unit) leading(c *cue, ps []piece) (piece, bool) {
	ws := u.ws
	if c.hedged && !c.negated || c.form == tagPart {
		return piece{}, false
	}
	from, object, ok := u.complement(c)
	if !ok {
		return piece{}, false
	}
	source, whom, relative, ok := u.sourceOf(c, ps)
	if !ok {
		return piece{}, false
	}
	end := contentEnd(ws, from, c, u.cues, object, relative)
	if end <= from && from < len(ws) {
		return piece{}, false
	}
	pc := piece{cue: c, source: source, whom: whom, rule: ruleBefore, certainty: 0.9, verb: c.verb.lemma, stance: c.stanceOf(), object: object, cueWords: phrase{c.first, c.last + 1}}
	pc.content = []phrase{{from, end}}
	if object {
		pc.rule = ruleObject
		pc.certainty = 0.75
	}
	if at(ws, from-1).tag == tagPrep && c.verb.lemma == "call" && pc.stance == news.Said {
		pc.stance = news.Demanded // called for a new election
	}
	if pc.stance == Held {
		pc.rule = ruleAttitude
		pc.certainty = 0.7
	}
	return pc, true
}

// Held is the stance of attitudes.
const Held = news.Held

// sourceOf finds whose a cue is, when it brings its content behind it.
func (u *unit) sourceOf(c *cue, ps []piece) (source, whom phrase, relative, ok bool) {
	ws := u.ws
	if c.main == 0 && c.verb.lemma == "ask" && ws[0].reading.form == edForm {
		return phrase{}, phrase{}, false, true // Asked whether …, she said
	}
	if c.form == tagVerb {
		p, rel, elided := subject(ws, c.first)
		switch {
		case rel:
			k := p.from - 1
			if at(ws, k).tag == tagComma {
				k--
			}
			return p, nounBefore(ws, k), true, true
		case !p.none():
			return p, phrase{}, false, true
		case elided:
			s := u.carried(c, ps)
			return s, phrase{}, false, !s.none()
		}
		return phrase{}, phrase{}, false, false
	}

	if c.form == tagIng {
		b := at(ws, c.first-1)
		if b.tag == tagNoun || b.tag == tagName {
			p := nounBefore(ws, c.first-1)
			if p.from > 0 && at(ws, p.from-1).low != "with" && (speaksOnPaper(ws, p) || c.verb.takes('q') && at(ws, p.from-1).tag == tagTo) {
				if s := u.mainSubject(p.from); !s.none() {
					return s, phrase{}, true, true // Moss issued a statement saying …
				}
			}
			return p, phrase{}, true, !p.none()
		}
	}
	s := u.carried(c, ps)
	if c.form == tagIng && (c.main == 0 || c.main == 1 && ws[0].tag == tagPrep) {
		s = u.mainSubject(len(ws)) // Stressing the point, Moss said …
	}
	if s.none() || c.form == tagBase && (ws[s.from].low == "it" || ws[s.from].low == "there") {
		return phrase{}, phrase{}, false, false
	}
	return s, phrase{}, false, true
}

// carried is the subject that a cue without one of its own shares: that of the
// statement before it, or of the sentence.
func (u *unit) carried(c *cue, ps []piece) phrase {
	for n := len(ps) - 1; n >= 0; n-- {
		if ps[n].cue != nil && ps[n].cue.main < c.main && !ps[n].source.none() && at(u.ws, ps[n].source.from).tag != tagWh {
			return ps[n].source
		}
	}
	return u.mainSubject(c.first)
}

// mainSubject is the subject of the sentence's first finite verb before
// ws[limit], clauses put in front of it left out.
func (u *unit) mainSubject(limit int) phrase {
	ws := u.ws
	k := 0
	if at(ws, 0).tag == tagSub {
		for k < limit && ws[k].tag != tagComma {
			k++
		}
	}
	for ; k < limit; k++ {
		switch ws[k].tag {
		case tagDash: // an aside between dashes is not the sentence's own
			for e := k + 1; e < limit && e < k+reach; e++ {
				if ws[e].tag == tagDash {
					k = e
					break
				}
			}
		case tagVerb, tagBe, tagHave, tagDo, tagModal:
			if p, relative, elided := subject(ws, k); !p.none() && !relative && !elided {
				return p
			}
		}
	}
	return phrase{}
}

// complement finds what a cue brings: where it begins, and whether it is an
// object and not a clause or a quotation.
func (u *unit) complement(c *cue) (from int, object, ok bool) {
	ws, v := u.ws, c.verb
	i := c.last + 1
	for at(ws, i).tag == tagAdv {
		i++
	}
	if i >= len(ws) {
		return 0, false, false
	}
	if from, object, ok := u.opens(c, i); ok {
		return from, object, true
	}
	if v.hearsay {
		p := nounAfter(ws, i, false)
		if !p.none() {
			for _, long := range []bool{false, true} {
				p = nounAfter(ws, i, long)
				for _, k := range []int{p.to, adjunctEnd(ws, p.to)} {
					if from, object, ok := u.opens(c, k); ok && !object {
						return from, object, true
					}
					if at(ws, k).tag == tagTo && v.takes('i') {
						return i, true, true
					}
					if k < len(ws) && v.takes('c') && ws[k].tag != tagComma && k > p.from && ws[k].tag != tagPrep && clauseAt(ws, k) {
						return k, false, true
					}
				}
			}
		}
	}
	if v.takes('c') && at(ws, i).tag != tagComma && at(ws, i).tag != tagPrep && clauseAt(ws, i) && !timeWords[at(ws, i).low] {
		return i, false, true
	}
	if k := adjunctEnd(ws, i); k > i {
		if from, object, ok := u.opens(c, k); ok && !object {
			return from, object, true
		}
		if v.takes('c') && k < len(ws) && ws[k].tag != tagComma && clauseAt(ws, k) {
			return k, false, true
		}
	}
	if v.takes('q') {
		for k := i; k+1 < len(ws) && k < i+reach; k++ {
			if ws[k].tag == tagVerb || ws[k].tag == tagStop || ws[k].tag == tagBe || ws[k].tag == tagModal || ws[k].tag == tagHave {
				break
			}
			if (ws[k].tag == tagComma || ws[k].tag == tagColon) && ws[k+1].tag == tagQuote && (ws[k].tag == tagColon || utterance(u, k+1)) {
				return k + 1, false, true
			}
			if (ws[k].tag == tagDash || ws[k].tag == tagComma) && ws[k+1].tag == tagThat && v.takes('c') {
				return k + 1, false, true
			}
		}
	}
	if v.takes('c') && at(ws, i).tag == tagPrep && !v.prep(at(ws, i).low) && clauseAt(ws, i) {
		// said in Akron he would: the clause begins at a pronoun
		for k := i; k < len(ws) && k < i+20; k++ {
			if ws[k].tag == tagPron && clauseAt(ws, k) && nominal(at(ws, k-1)) {
				return k, false, true
			}
		}
	}
	if v.lemma == "say" && !timeWords[at(ws, i).low] {
		switch at(ws, i).tag {
		case tagStop, tagComma, tagPrep, tagSub, tagAnd, tagTo, tagDash, tagClose, tagOpen:
		default:
			return i, false, true
		}
	}
	if at(ws, i).tag == tagPrep && v.takes('c') && v.takes('q') {
		for k := i; k < len(ws) && k < i+12; k++ { // says despite the vote, the plan …
			if ws[k].tag == tagComma && clauseAt(ws, k+1) && at(ws, k+1).tag != tagIng {
				return i, false, true
			}
			if ws[k].tag == tagVerb || ws[k].tag == tagBe || ws[k].tag == tagStop {
				break
			}
		}
	}
	if at(ws, i).tag == tagPrep || at(ws, i).low == "to" {
		if v.prep(at(ws, i).low) && i+1 < len(ws) && at(ws, i+1).tag != tagStop {
			return i + 1, true, true
		}
		return 0, false, false
	}
	if v.takes('o') || v.takes('d') {
		if startsNoun(at(ws, i)) || at(ws, i).tag == tagPron || at(ws, i).tag == tagQuote || at(ws, i).tag == tagPart || at(ws, i).tag == tagWh && at(ws, i).low == "what" || at(ws, i).tag == tagThat && at(ws, i+1).tag == tagQuote {
			if !timeWords[at(ws, i).low] {
				return i, true, true
			}
		}
	}
	if v.takes('e') && startsNoun(at(ws, i)) {
		if p, _, _ := subject(ws, c.first); !p.none() && speaksOnPaper(ws, p) {
			return i, true, true
		}
	}
	if v.takes('g') && at(ws, i).tag == tagIng {
		return i, true, true
	}
	return 0, false, false
}

// speaksOnPaper tells whether a source is a poll, a report or the like.
func speaksOnPaper(ws []word, p phrase) bool {
	for k := p.from; k < p.to; k++ {
		if ws[k].tag == tagComma || ws[k].tag == tagPrep && k > p.from {
			break
		}
		if papers[strings.TrimSuffix(ws[k].low, "s")] {
			return true
		}
	}
	return false
}

var papers = wordSet(`poll survey study report record document email memo letter result data figure number
	research analysis statement transcript video photo filing paper review audit log post footage ad image message tweet article piece`)

// opens tells whether content plainly begins at ws[i]: "that", a quotation, a
// colon, a question word, "to".
func (u *unit) opens(c *cue, i int) (from int, object, ok bool) {
	ws, v := u.ws, c.verb
	switch w := at(ws, i); w.tag {
	case tagThat:
		if v.takes('c') || v.takes('t') || v.takes('q') {
			return i, false, true
		}
	case tagQuote:
		if v.takes('q') || v.takes('c') || v.takes('o') {
			return i, !v.takes('q') && !v.takes('c'), true
		}
	case tagColon:
		if v.takes('q') {
			return i + 1, false, true
		}
	case tagComma:
		if v.takes('q') && at(ws, i+1).tag == tagQuote {
			return i + 1, false, true
		}
		if (v.takes('q') || v.takes('c')) && at(ws, i+1).tag == tagThat {
			return i + 1, false, true
		}
	case tagWh:
		if v.takes('w') {
			return i, false, true
		}
	case tagSub:
		if (w.low == "whether" || w.low == "if") && v.takes('w') {
			return i, false, true
		}
	case tagTo:
		if v.takes('i') && at(ws, i+1).tag != tagStop {
			return i, false, true
		}
	}
	return 0, false, false
}

func overlapsAny(ps []piece, content []phrase) bool {
	for _, p := range ps {
		for _, a := range p.content {
			for _, b := range content {
				if a.from < b.to && b.from < a.to {
					return true
				}
			}
		}
	}
	return false
}

// inverted finds a cue that opens its sentence: Said Moss, "…"; and "as Moss
// put it, …" before what it credits.
func (u *unit) inverted(c *cue) (piece, bool) {
	ws := u.ws
	if !c.verb.takes('q') || c.form != tagVerb && c.form != tagPart {
		return piece{}, false
	}
	pc := piece{cue: c, rule: ruleBefore, certainty: 0.9, verb: c.verb.lemma, stance: c.stanceOf(), cueWords: phrase{c.first, c.last + 1}}
	if c.main == 0 {
		p := nounAfter(ws, 1, true)
		if p.none() || p.to+1 >= len(ws) || ws[p.to].tag != tagComma && ws[p.to].tag != tagColon || ws[p.to+1].tag != tagQuote {
			return piece{}, false
		}
		pc.source, pc.content = p, []phrase{{p.to + 1, contentEnd(ws, p.to+1, c, u.cues, false, false)}}
		return pc, true
	}
	p, relative, elided := subject(ws, c.first)
	if p.none() || relative || elided || at(ws, p.from-1).low != "as" || p.from > 3 {
		return piece{}, false
	}
	end := tagEnd(ws, c)
	if at(ws, end).tag != tagComma && at(ws, end).tag != tagColon || end+1 >= len(ws) {
		return piece{}, false
	}
	pc.source, pc.content = p, []phrase{{end + 1, contentEnd(ws, end+1, c, u.cues, false, false)}}
	return pc, true
}
