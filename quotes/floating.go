package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/news"
)

// float gives the quotations of a unit that no cue took to whoever spoke last.
// before is the unit in front of it, nil at a paragraph's beginning; the
// paragraph's statements begin at r.found[begin], the unit's at r.found[from].
func (r *reader) float(p *news.Paragraph, u, before *unit, begin, from int) {
	lead := true // only marks and quotations so far
	for k := range u.ws {
		w := &u.ws[k]
		if w.tag != tagQuote {
			if w.low != "" && w.tag != tagAnd {
				lead = false
			}
			continue
		}
		at := place{w.start, w.end}
		if r.covered(p.Number, at, from) {
			lead = false
			continue
		}
		if !lead || !utterance(u, k) {
			continue
		}
		span := news.Span{Article: r.article.Ref(), Paragraph: p.Number, Start: at.start, End: at.end}
		if by := u.whoActs(k + 1); !by.none() {
			f := floating(p, u, span)
			f.source = u.bytes(by)
			r.found = append(r.found, f)
			continue
		}
		r.attach(p, u, before, begin, span)
	}
}

// whoActs is the subject of the words behind a quotation that ends at ws[i],
// when they name somebody: “Stay here,” Moss was heard to cry.
func (u *unit) whoActs(i int) phrase {
	p := nounAfter(u.ws, i, false)
	if p.none() || !hasName(u.ws, p) && u.ws[i].low != "he" && u.ws[i].low != "she" {
		return phrase{}
	}
	if finiteIn(u.ws, p.to, p.to+1) < 0 {
		return phrase{}
	}
	return p
}

// attach joins a floating quotation to the statement it goes on with, or makes
// one of it.
func (r *reader) attach(p *news.Paragraph, u, before *unit, begin int, span news.Span) {
	first := before == nil && len(r.found) == begin
	switch {
	case first && r.colon >= 0:
		f := &r.found[r.colon]
		f.content = append(f.content, span)
		if len(f.content) == 1 {
			f.passage, f.shown = u.place, p.Number
		}
		f.rule = ruleColon
	case first && r.open >= 0:
		r.found[r.open].goOn(span, ruleRunsOn)
	case first && r.quoted >= 0 && r.quotedIn == p.Number-1 && onlyQuoted(p.Text):
		r.found[r.quoted].goOn(span, ruleRunsOn)
	case len(r.found) > begin && (before == nil || r.spoke(p, before, begin) || before.aboutPronoun()):
		f := r.goesOn(p, before, begin)
		if f.says() {
			f.goOn(span, f.rule)
			break
		}
		g := floating(p, u, span) // backs the strike. “It is fair.”
		g.borrow(f)
		r.found = append(r.found, g)
	default:
		f := floating(p, u, span)
		if first && !onlyQuoted(p.Text) {
			f.certainty = 0.4 // the words behind it may name somebody else
		}
		if before != nil {
			f.source = before.bytes(before.mainSubject(len(before.ws)))
		}
		if f.source.none() && len(r.found) > 0 {
			f.borrow(&r.found[len(r.found)-1])
		}
		r.found = append(r.found, f)
	}
}

// floating makes a statement of a quotation alone.
func floating(p *news.Paragraph, u *unit, span news.Span) found {
	return found{paragraph: p.Number, shown: p.Number, content: []news.Span{span}, passage: u.place, rule: ruleFloating, certainty: 0.6, stance: news.Said}
}

// says tells whether the statement is of words said, which a quotation can go
// on with, and not of something backed, blamed or hoped for.
func (f *found) says() bool {
	switch f.rule {
	case ruleObject, ruleAttitude, ruleNominal, rulePassive:
		return false
	}
	return true
}

// onlyQuoted tells whether a paragraph is quotations from end to end.
func onlyQuoted(text string) bool {
	at := 0
	for _, q := range findQuotations(text) {
		if hasWords(text[at:q.start]) {
			return false
		}
		at = q.end
	}
	return !hasWords(text[at:])
}

// goOn adds a further quotation to a statement. Its passage grows with it
// inside one paragraph.
func (f *found) goOn(span news.Span, rule string) {
	f.content = append(f.content, span)
	f.rule = rule
	if f.shown == span.Paragraph {
		f.passage.end = max(f.passage.end, span.End)
	}
}

// goesOn is the statement that a quotation behind the unit before continues:
// the one whose words stood in marks before their cue, else the last.
func (r *reader) goesOn(p *news.Paragraph, before *unit, begin int) *found {
	last := &r.found[len(r.found)-1]
	for n := len(r.found) - 1; n >= begin && before != nil; n-- {
		f := &r.found[n]
		if f.passage.start != before.start {
			break
		}
		if f.rule == ruleAfter || f.rule == ruleMiddle {
			return f
		}
	}
	return last
}

// aboutPronoun tells whether a sentence is about "he" or "she", and so hardly
// changes the speaker.
func (u *unit) aboutPronoun() bool {
	s := u.mainSubject(len(u.ws))
	return !s.none() && s.to == s.from+1 && u.ws[s.from].tag == tagPron
}

// borrow takes the source of the statement before.
func (f *found) borrow(g *found) {
	f.source, f.whom, f.sourceIn = g.source, g.whom, g.sourceParagraph()
}

// spoke tells whether the unit before a floating quotation made a statement
// that it can go on with.
func (r *reader) spoke(p *news.Paragraph, before *unit, begin int) bool {
	last := &r.found[len(r.found)-1]
	if last.passage.start == before.start && last.shown == p.Number {
		return true
	}
	if len(last.content) == 0 {
		return false
	}
	c := last.content[len(last.content)-1]
	return c.Paragraph == p.Number && c.Start >= before.start && c.End <= before.end
}

// covered tells whether a quotation lies in the content of a statement from
// r.found[from] on.
func (r *reader) covered(paragraph int, at place, from int) bool {
	for n := from; n < len(r.found); n++ {
		if r.found[n].holds(paragraph, at) {
			return true
		}
	}
	return false
}

// holds tells whether a place lies in the content. It looks at the end of a
// long content only.
func (f *found) holds(paragraph int, at place) bool {
	for n := len(f.content) - 1; n >= 0 && n >= len(f.content)-8; n-- {
		if c := f.content[n]; c.Paragraph == paragraph && c.Start < at.end && at.start < c.End {
			return true
		}
	}
	return false
}

// utterance tells whether the quotation at ws[k] is something said and not a
// title, a nickname or a word held at arm's length: it ends as a sentence or
// a clause does, inside its marks, and has more than a few words or the whole
// sentence to itself.
func utterance(u *unit, k int) bool {
	w := &u.ws[k]
	s := u.text[w.start:w.end]
	s = strings.TrimRight(s, "\"”»'’ ")
	last, _ := utf8.DecodeLastRuneInString(s)
	words := strings.Count(s, " ") + 1
	alone := onlyMarks(u.ws[k+1:]) && (k == 0 || onlyMarks(u.ws[:k]))
	if alone {
		return words >= 3 || strings.ContainsRune(".!?", last)
	}
	return words >= 4 && (strings.ContainsRune(".,!?—…–-", last) || !unicode.IsPrint(last))
}

// close remembers what a paragraph leaves open for the next.
func (r *reader) close(p *news.Paragraph, last *unit, quotes []quotation, begin int) {
	open := r.open
	r.colon, r.open = -1, -1
	runs := len(quotes) > 0 && !quotes[len(quotes)-1].closed
	if len(r.found) == begin {
		if runs {
			r.open = open
		}
		return
	}
	n := len(r.found) - 1
	r.quoted = -1
	for k := range last.ws {
		for m := begin; m <= n && last.ws[k].pause; m++ {
			if w := &last.ws[k]; r.found[m].holds(p.Number, place{w.start, w.end}) {
				r.quoted, r.quotedIn = m, p.Number
			}
		}
	}
	if len(r.found[n].content) == 0 || r.found[n].colon {
		r.colon = n
	}
	if runs {
		r.open = n
	}
}
