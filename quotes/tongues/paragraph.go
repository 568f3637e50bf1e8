package tongues

import (
	"strings"

	"onrecord/news"
)

// The rules, as [news.Statement.Rule] names them.
const (
	ruleVerb      = "cue and quotation"
	ruleClause    = "cue and clause"
	ruleTrailing  = "clause, cue after"
	ruleAccording = "according to"
	ruleColon     = "speaker and colon"
	ruleFloating  = "floating quotation"
)

// unit is a sentence being read.
type unit struct {
	p      *news.Paragraph
	at     place
	ws     []word
	quotes []place
	spoken []place // the quotations that are long enough to be somebody's words
}

// shortest is how many words a quotation has that is more than a term.
const shortest = 3

// paragraph finds the statements of one paragraph.
func (r *reader) paragraph(p *news.Paragraph) {
	quotes := quotations(p.Text)
	for _, at := range units(p.Text, quotes) {
		u := &unit{p: p, at: trimmed(p.Text, at), ws: words(p.Text, at, quotes), quotes: quotes}
		for _, w := range u.ws {
			if w.quote > 0 && wordCount(p.Text[w.start:w.end]) >= shortest {
				u.spoken = append(u.spoken, w.place)
			}
		}
		if len(u.ws) > 0 && u.at.start < u.at.end {
			r.unit(u)
		}
	}
}

// trimmed is a place without blanks at its ends.
func trimmed(text string, at place) place {
	s := text[at.start:at.end]
	at.start += len(s) - len(strings.TrimLeft(s, " \u00a0"))
	at.end = at.start + len(strings.TrimRight(text[at.start:at.end], " \u00a0"))
	return at
}

// unit finds the statement of a unit: at most one.
func (r *reader) unit(u *unit) {
	if r.according(u) {
		return
	}
	for i := range u.ws {
		verb := r.cue(u.ws[i])
		if verb == "" && r.lex.nouns && u.ws[i].lower == "so" && i > 1 && u.ws[i-1].lower == "," && u.ws[i-2].quote > 0 {
			verb = "sagen" // „…“, so Moss
		}
		if verb != "" && r.said(u, i, verb) {
			return
		}
	}
	if len(u.spoken) > 0 && !r.colon(u) {
		r.float(u)
	}
	if n, ok := r.subjectName(u, 0, len(u.ws)); ok {
		r.topic, r.topicIn = n, u.p.Number
	}
}

// cue is the verb of a word that attributes, "" for other words.
func (r *reader) cue(w word) string {
	if w.quote > 0 || w.mark {
		return ""
	}
	if v := r.lex.cues[w.lower]; v != "" {
		return v
	}
	if head, tail, ok := strings.Cut(w.lower, "-"); ok && r.lex.pronouns[tail] { // dit-il
		return r.lex.cues[head]
	}
	return ""
}

// said makes the statement of a cue, if it has something said and is not one of
// a clause that says nothing.
func (r *reader) said(u *unit, cue int, verb string) bool {
	before, that, after := -1, -1, -1
	for i, w := range u.ws {
		if w.quote > 0 && wordCount(u.p.Text[w.start:w.end]) >= shortest {
			if i < cue {
				before = i
			} else if after < 0 {
				after = i
			}
		}
		if i > cue && that < 0 && r.lex.that[w.lower] {
			that = i
		}
	}
	f := found{verb: verb, cue: u.ws[cue].place, certainty: 0.9}
	end := contentEnd(u)
	const reach = 16 // words from a cue to its clause
	switch {
	case before < 0 && that > 0 && that-cue <= reach && (after < 0 || that < after):
		f.rule, f.content = ruleClause, []place{{u.ws[that].start, end}}
		f.who = r.subject(u, cue, that, false)
	case before >= 0 || after >= 0:
		f.rule, f.content = ruleVerb, u.spoken
		f.who = r.subject(u, cue, len(u.ws), before >= 0)
	case r.trails(u, cue):
		comma := cue
		for comma > 0 && !u.ws[comma].mark {
			comma--
		}
		f.rule, f.content = ruleTrailing, []place{trimmed(u.p.Text, place{u.at.start, u.ws[comma].start})}
		f.who = r.subject(u, cue, len(u.ws), true)
		if f.who.id == "" || f.who.open {
			return false // a clause after a comma is many things
		}
	default:
		return false
	}
	f.stance = stanceOf(u, cue, verb)
	return r.keep(u, f)
}

// contentEnd is where a unit's words end, its full stop left out.
func contentEnd(u *unit) int {
	s := u.p.Text[u.at.start:u.at.end]
	return u.at.start + len(strings.TrimRight(s, ".… "))
}

// trails tells whether a cue follows a clause and a comma, and ends its unit.
func (r *reader) trails(u *unit, cue int) bool {
	const least, tail, verbs = 4, 14, 3
	comma := -1
	for i := cue - 1; i >= 0 && cue-i <= verbs; i-- {
		if l := u.ws[i].lower; u.ws[i].mark && (l == "," || l == "—" || l == "–") {
			comma = i
			break
		}
	}
	return comma >= least && len(u.ws)-cue <= tail
}

// stances are those of verbs that do not say.
var stances = map[string]news.Stance{
	"negar": news.Denied, "nier": news.Denied, "bestreiten": news.Denied, "negare": news.Denied, "опровергнуть": news.Denied,
	"preguntar": news.Asked, "demander": news.Asked, "fragen": news.Asked, "perguntar": news.Asked, "chiedere": news.Asked, "спросить": news.Asked,
	"fordern": news.Demanded,
	"creer":   news.Held, "penser": news.Held, "glauben": news.Held, "acreditar": news.Held, "credere": news.Held, "считать": news.Held,
}

// negations stand just before a verb that did not happen, in German after it.
var negations = set("no não non ne n не nicht")

func stanceOf(u *unit, cue int, verb string) news.Stance {
	for i := max(0, cue-2); i < min(len(u.ws), cue+2); i++ {
		if i != cue && negations[u.ws[i].lower] && (i < cue || u.ws[i].lower == "nicht") {
			return news.Unsaid
		}
	}
	if s, ok := stances[verb]; ok {
		return s
	}
	return news.Said
}

// colon reads a name, a colon and a quotation.
func (r *reader) colon(u *unit) bool {
	for i, w := range u.ws {
		if w.quote > 0 {
			return false
		}
		if w.lower != ":" {
			continue
		}
		const longest = 12
		if i > longest || i+1 >= len(u.ws) || u.ws[i+1].quote == 0 {
			return false
		}
		who := r.first(u, 0, i)
		if who.id == "" {
			return false
		}
		return r.keep(u, found{rule: ruleColon, who: who, content: u.spoken, certainty: 0.8, stance: news.Said})
	}
	return false
}

// float gives a quotation that nobody is named beside to whoever spoke last, or
// leaves it open.
func (r *reader) float(u *unit) {
	quoted := 0
	for _, q := range u.spoken {
		quoted += q.end - q.start
	}
	if quoted*10 < (u.at.end-u.at.start)*6 {
		return // words in marks inside a sentence of the reporter's
	}
	f := found{rule: ruleFloating, content: u.spoken, stance: news.Said, certainty: 0.4}
	if r.last != "" && u.p.Number-r.lastIn <= 1 {
		f.who, f.certainty = who{id: r.last, why: "nobody is named beside it; " + r.nameOf(r.last) + " spoke last"}, 0.6
	}
	r.keep(u, f)
}

// according reads "según Pedro Núñez, …" and "…, según Pedro Núñez".
func (r *reader) according(u *unit) bool {
	for i := range u.ws {
		for _, phrase := range r.lex.according {
			if !begins(u.ws[i:], phrase) {
				continue
			}
			from := i + len(phrase)
			w := r.within(u, from, min(len(u.ws), from+14))
			if w.id == "" || i > 0 && !u.ws[i-1].mark {
				continue
			}
			f := found{rule: ruleAccording, who: w, cue: place{u.ws[i].start, u.ws[from-1].end}, certainty: 0.85, stance: news.Said}
			end := contentEnd(u)
			if i == 0 {
				next := w.to
				for next < len(u.ws) && u.ws[next].lower != "," {
					next++
				}
				switch {
				case r.lex.nouns && w.to+3 < len(u.ws) && !u.ws[w.to].mark: // German puts the verb there
					next = w.to - 1
				case next+3 >= len(u.ws):
					continue
				}
				f.content = []place{{u.ws[next+1].start, end}}
			} else {
				f.content = []place{trimmed(u.p.Text, place{u.at.start, u.ws[i-1].start})}
			}
			return r.keep(u, f)
		}
	}
	return false
}

func begins(ws []word, phrase []string) bool {
	if len(phrase) == 0 || len(ws) <= len(phrase) {
		return false
	}
	for i, w := range phrase {
		if ws[i].lower != w {
			return false
		}
	}
	return true
}
