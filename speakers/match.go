package speakers

import (
	"slices"
	"sort"
	"strings"

	"onrecord/news"
)

// Matches is whom a typed name means.
type Matches struct {
	// Cards are those that the name names: one, or several when it is
	// ambiguous ("John"), in the order given; empty when it is unknown.
	Cards []news.Card
	// Guess tells that the name is misspelt, and Cards those that it is a
	// likely slip for, the likest first.
	Guess bool
	// Nearest are the names most like an unknown one, the likest first, at most
	// five. Empty when there are Cards.
	Nearest []news.Card
}

// One returns the only card, nil when there is none or more than one.
func (m Matches) One() *news.Card {
	if len(m.Cards) != 1 {
		return nil
	}
	return &m.Cards[0]
}

// maxTyped bounds what is read of a typed name, in bytes.
const maxTyped = 200

const mostNearest = 5

// Ways in which a typed name may name a card, the better the greater.
const (
	unmatched = iota
	byInitials
	byRoleWords
	byMember // one of several who speak together
	byGivenName
	bySurname
	byFullName
)

// Match finds whom a typed name means among cards: by full name, surname,
// given name or nickname, alias, role ("the State Department spokesman") or
// initials, in any order ("Ryabkov, Sergei"), whatever its case, accents and
// possessive. Cards that fit best are returned. A name that fits none may be
// one misspelt, see [Matches].
func Match(typed string, among []news.Card) Matches {
	return newDirectory(among).match(typed)
}

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
		for _, r := range append([]news.RoleAt{{Role: card.Role}}, card.Roles...) {
			if f := plainWords(r.Role); len(f) > 0 {
				e.roles = append(e.roles, f)
			}
		}
		d.entries = append(d.entries, e)
	}
	return d
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

func (d *directory) match(typed string) Matches {
	if len(typed) > maxTyped {
		typed = strings.ToValidUTF8(typed[:maxTyped], "")
	}
	var ways [][]string
	if last, first, ok := strings.Cut(typed, ","); ok && !strings.Contains(first, ",") {
		ways = append(ways, d.nameWords(first+" "+last))
	}
	ways = append(ways, d.nameWords(typed))
	if len(ways[len(ways)-1]) == 0 {
		return Matches{}
	}
	best := unmatched
	var found []int
	for i := range d.entries {
		for _, q := range ways {
			switch how := d.how(q, i); {
			case how == unmatched || how < best:
			case how > best:
				best, found = how, []int{i}
			case len(found) == 0 || found[len(found)-1] != i:
				found = append(found, i)
			}
		}
	}
	if best > unmatched {
		return Matches{Cards: d.take(found)}
	}
	near, likely := d.nearest(ways[0])
	if likely > 0 {
		return Matches{Cards: d.take(near[:likely]), Guess: true}
	}
	return Matches{Nearest: d.take(near)}
}

func (d *directory) take(at []int) []news.Card {
	var out []news.Card
	for _, i := range at {
		out = append(out, d.cards[i])
	}
	return out
}

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
	case d.lx.samePerson(q, e.name):
		return bySurname
	case len(q) == 2 && len(e.name) > 1 && d.lx.samePerson([]string{q[1], q[0]}, e.name):
		return byFullName
	case len(q) == 1 && len(e.name) > 1 && len(q[0]) > 1 && d.lx.sameGiven(q[0], e.name[0]) && len(e.name[0]) > 1:
		return byGivenName
	}
	return unmatched
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

// nearest ranks at most five cards by how far their names are from the typed
// words. The first "likely" of them are as near as can be, and so near that the
// typed words may be a slip of the pen.
func (d *directory) nearest(q []string) (at []int, likely int) {
	type ranked struct {
		at, off int
		likely  bool
	}
	var all []ranked
	for i := range d.entries {
		if d.entries[i].joint {
			continue
		}
		off, likely := d.entries[i].off(q)
		if off <= 3 {
			all = append(all, ranked{i, off, likely})
		}
	}
	sort.SliceStable(all, func(x, y int) bool {
		a, b := all[x], all[y]
		if a.likely != b.likely {
			return a.likely
		}
		if a.off != b.off {
			return a.off < b.off
		}
		return d.cards[a.at].ID < d.cards[b.at].ID
	})
	if len(all) > mostNearest {
		all = all[:mostNearest]
	}
	for _, r := range all {
		at = append(at, r.at)
		if r.likely && r.off == all[0].off {
			likely++
		}
	}
	return at, likely
}

// off is how many letters the typed words are off a card's nearest form, and
// whether that is likely to be a slip.
func (e *entry) off(q []string) (int, bool) {
	best, likely := 99, false
	for _, f := range e.forms {
		if len(q) == len(f) && len(q) > 1 {
			sum, all := 0, true
			for k := range q {
				if q[k] == f[k] {
					continue
				}
				n, ok := near(q[k], f[k])
				if !ok {
					n = distance(q[k], f[k], 3)
				}
				sum, all = sum+n, all && ok
			}
			if all && !likely || all == likely && sum < best {
				best, likely = sum, all
			}
		}
		// One typed word against the surname, and others of the name.
		last := f[len(f)-1]
		if len(q) == 1 {
			for k, w := range f {
				n, ok := near(q[0], w)
				if !ok {
					n = distance(q[0], w, 3)
				}
				ok = ok && (k == len(f)-1 || e.person)
				if ok && !likely || ok == likely && n < best {
					best, likely = n, ok
				}
			}
		} else if e.person && q[len(q)-1] == last && best > 3 {
			best = 3 // the surname is right, the given name another
		}
	}
	return best, likely
}
