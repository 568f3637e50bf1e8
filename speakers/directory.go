package speakers

import (
	"slices"
	"strings"

	"onrecord/news"
)

// directory is cards prepared for looking up.
type directory struct {
	lx      *lexicon
	cards   []news.Card
	entries []entry
}

// entry is what a card can be found by.
type entry struct {
	forms  [][]string // name and aliases, as words
	name   []string
	roles  [][]string // as words, with roleForm
	joint  bool
	person bool
}

func newDirectory(cards []news.Card) *directory {
	d := &directory{lx: words(), cards: cards}
	for _, card := range cards {
		e := entry{person: card.Kind == news.Person, joint: card.Kind == news.Group && strings.Contains(card.Name, " and ")}
		e.name = d.nameWords(card.Name)
		e.forms = append(e.forms, e.name)
		for _, a := range card.Aliases {
			if f := d.nameWords(a); len(f) > 0 {
				e.forms = append(e.forms, f)
			}
		}
		e.roles = rolesOf(card)
		d.entries = append(d.entries, e)
	}
	return d
}

// rolesOf cuts a card's roles into words.
func rolesOf(c news.Card) [][]string {
	var out [][]string
	for _, r := range append([]news.RoleAt{{Role: c.Role}}, c.Roles...) {
		if f := plainWords(r.Role); len(f) > 0 {
			out = append(out, f)
		}
	}
	return out
}

// plainWords cuts a text into folded words, possessives left out.
func plainWords(text string) []string {
	var out []string
	for _, t := range tokenize(text, nil) {
		out = append(out, fold(text[t.start:t.end]))
	}
	return out
}

// nameWords cuts a name into words without article, honorifics and suffix.
func (d *directory) nameWords(name string) []string {
	ws := plainWords(name)
	for len(ws) > 1 && (ws[0] == "the" || d.lx.roles[ws[0]].class == honorific) {
		ws = ws[1:]
	}
	for len(ws) > 1 && suffixes[ws[len(ws)-1]] {
		ws = ws[:len(ws)-1]
	}
	return ws
}

// Ways in which a typed name may name a card, the better the greater.
const (
	unmatched = iota
	byInitials
	byNickname // a form of the given name that no article uses
	byRoleWords
	byMember // one of several who speak together
	byGivenName
	bySurname
	byFullName
)

// how tells in which way the typed words name a card.
func (d *directory) how(q []string, i int) int {
	if len(q) == 0 {
		return unmatched
	}
	e := &d.entries[i]
	typed := strings.Join(q, " ")
	best := unmatched
	for k, f := range e.forms {
		if strings.Join(f, " ") == typed {
			switch {
			case e.joint && k > 0:
				best = max(best, byMember)
			case len(f) > 1 || !e.person:
				return byFullName
			case k > 0 && len(e.name) > 1 && f[0] == e.name[0]:
				best = max(best, byGivenName)
			default:
				best = max(best, bySurname)
			}
		}
	}
	if e.joint {
		for _, f := range e.forms[1:] {
			if d.lx.samePerson(q, f) {
				best = max(best, byMember)
			}
		}
		return best
	}
	if e.person {
		best = max(best, d.asPerson(q, e))
	} else if len(q) > 1 && bodyKey(q) == bodyKey(e.name) {
		return byFullName
	}
	if best == unmatched && d.byRole(q, e) {
		best = byRoleWords
	}
	if best == unmatched && !e.person && d.lx.sameCountry(typed, strings.Join(e.name, " ")) {
		return byFullName // "America" for the United States
	}
	if best == unmatched && len(q) == 1 && len(e.name) > 1 && (initials(e.name) == q[0] || d.lx.short[q[0]] == strings.Join(e.name, " ")) {
		best = byInitials
	}
	return best
}

// asPerson matches the words of a person's name, titles in front left out.
func (d *directory) asPerson(q []string, e *entry) int {
	for len(q) > 1 && (d.lx.roles[q[0]].class == title || d.lx.modifiers[q[0]]) {
		q = q[1:]
	}
	if slices.Contains(q, "and") {
		return unmatched
	}
	switch {
	case d.lx.samePerson(q, e.name) && len(q) > 1 && len(e.name) > 1:
		return byFullName
	case d.lx.samePerson(q, e.name) && (len(q) == 1 || d.looksGiven(q)):
		return bySurname
	case len(q) == 2 && len(e.name) > 1 && d.lx.samePerson([]string{q[1], q[0]}, e.name):
		return byFullName
	case len(q) == 1 && len(e.name) > 1 && q[0] == e.name[0]:
		return byGivenName
	case len(q) == 1 && len(e.name) > 1 && len(q[0]) > 1 && len(e.name[0]) > 1 && d.lx.sameGiven(q[0], e.name[0]):
		return byNickname
	}
	return unmatched
}

// looksGiven tells whether typed words before a surname are given names, and not
// any words that happen to stand before it.
func (d *directory) looksGiven(q []string) bool {
	_, given := d.lx.given[q[0]]
	return len(q) <= 3 && (given || len(q[0]) == 1)
}

// byRole tells whether every typed word is one of a role's, a noun among them.
func (d *directory) byRole(q []string, e *entry) bool {
	for _, r := range e.roles {
		noun, all := false, true
		for _, w := range q {
			if w == "of" || w == "the" || w == "for" {
				continue
			}
			hit := false
			for _, x := range r {
				hit = hit || roleForm(x) == roleForm(w) || d.lx.sameCountry(x, w)
			}
			all = all && hit
			noun = noun || d.lx.roles[w].class >= title
		}
		if all && noun {
			return true
		}
	}
	return false
}

// narrow keeps, of several cards that one name fits, those that the honorific or
// title typed with it fits as well: "Mrs. Roe", "Governor Roe". Where it fits
// none, all stay.
func (d *directory) narrow(at []int, typed []string) []int {
	if len(at) < 2 || len(typed) < 2 {
		return at
	}
	var kept []int
	for _, i := range at {
		if d.titled(&d.entries[i], typed[:len(typed)-1]) {
			kept = append(kept, i)
		}
	}
	if len(kept) == 0 {
		return at
	}
	return kept
}

// titled tells whether words before a name say what the card does: a title that
// is among its roles, or the sex of its given name.
func (d *directory) titled(e *entry, words []string) bool {
	fits := false
	for _, w := range words {
		r := d.lx.roles[w]
		switch {
		case r.class == honorific && r.sex != unknownGender:
			if d.lx.sexOf(e.name) != r.sex {
				return false
			}
			fits = true
		case r.class >= title:
			if !d.byRole([]string{w}, e) {
				return false
			}
			fits = true
		}
	}
	return fits
}
