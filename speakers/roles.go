package speakers

import (
	"strings"

	"onrecord/news"
)

// Limits of a role, in words: longer ones are no roles but stories.
const (
	roleBefore = 10
	roleBehind = 16
)

// setRole keeps the words [i, j) as the role of n.
func (s *scanner) setRole(n *naming, i, j int) {
	n.role = strings.TrimSpace(s.pg.slice(i, j))
	n.roleWords = s.roleWords(i, j, n.roleWords)
	for k := i; k < j; k++ {
		if r := s.lx.roles[s.pg.low(k)]; r.sex != unknownGender && n.sex == unknownGender && (k+1 == j || r.class == roleNoun) && !s.pg.tokens[k].is(possessive) {
			n.sex = r.sex
		}
	}
}

// roleWords collects the words of [i, j) that say what somebody is: the nouns,
// and capitalised words that tell which ("Florida", "Republican").
func (s *scanner) roleWords(i, j int, dst []string) []string {
	for k := i; k < j; k++ {
		low := s.pg.low(k)
		if s.lx.roles[low].class != noRole && !s.pg.tokens[k].is(possessive) || s.pg.tokens[k].is(capital) || s.lx.modifiers[low] || s.lx.places[low] {
			dst = append(dst, low)
		}
		if h := strings.IndexByte(low, '-'); h > 0 && s.lx.roles[low[h+1:]].class != noRole {
			dst = append(dst, low[h+1:])
		}
	}
	return dst
}

// roleNouns returns the nouns for a person among the words [i, j), those for a
// party's people included.
func (s *scanner) roleNouns(i, j int) []string {
	var out []string
	for k := i; k < j; k++ {
		if low := s.pg.low(k); s.lx.roles[low].class != noRole || s.lx.people[low] {
			out = append(out, low)
		}
	}
	return out
}

// isRole tells whether word k is a noun for a person.
func (s *scanner) isRole(k int) bool {
	low := s.pg.low(k)
	if c := s.lx.roles[low].class; c == title || c == roleNoun {
		return true
	}
	if h := strings.LastIndexByte(low, '-'); h > 0 && s.lx.roles[low[h+1:]].class >= title {
		return true
	}
	return false
}

// roleInFront takes small words of a role before the name into the mention:
// "Kremlin spokesperson Dmitry Peskov", "former President Bill Clinton".
func (s *scanner) roleInFront(n *naming) {
	pg := s.pg
	start, noun := n.head, n.head < n.from && n.role != ""
	for k := n.head - 1; k >= 0 && n.head-k <= roleBefore; k-- {
		if pg.tokens[k+1].gap != 0 || pg.tokens[k+1].is(opening) && !pg.tokens[k].is(abbreviation) {
			break
		}
		low := pg.low(k)
		if pg.tokens[k].is(possessive) {
			// "Russia's Deputy Foreign Minister", "Trump's campaign manager"
			if pg.tokens[k].is(capital) && noun && start < n.from {
				start = s.nameStart(k)
			}
			break
		}
		switch {
		case s.isRole(k) && !pg.tokens[k].is(capital):
			noun = true
			start = k
			continue
		case pg.tokens[k].is(opening) && s.lx.openers[low] && !pg.tokens[k].is(abbreviation) && s.placeAt(k) < 2:
		case s.lx.modifiers[low]:
			if pg.tokens[k].is(capital) && pg.tokens[k].is(opening) || noun || low == "former" || low == "then" || low == "acting" {
				start = k
			}
			continue
		case pg.tokens[k].is(capital) && noun, s.lx.bodyNouns[low] && noun:
			start = k
			continue
		case low == "and" && noun && k > 0 && s.isRole(k-1) && !pg.tokens[k-1].is(capital) && pg.tokens[k].gap == 0:
			continue
		case low == "of" && k > 0 && offices[pg.low(k-1)] && pg.tokens[k].gap == 0 && n.from-k <= 3 && n.from-k > 1:
			noun = true // "secretary of state Jane Roe"
			continue
		case noun:
			if of := s.ofTrade(k); of >= 0 && n.head-of <= roleBefore {
				start, k = of, of
				continue
			}
		}
		break
	}
	if start == n.head || !noun {
		return
	}
	if s.lx.honorOnly(pg, n) {
		n.roleWords = nil
	}
	n.kind = news.Person
	n.head = start
	to := n.from
	for to > start && s.lx.roles[pg.low(to-1)].class == honorific {
		to--
	}
	s.setRole(n, start, to)
}

// ofTrade returns the first of the words up to k that say of what a role is,
// where a list has none of them: "former harbour minister Jane Roe". They are
// taken for such only between the role and what a noun phrase begins behind; -1
// when they may be a verb, or more than two.
func (s *scanner) ofTrade(k int) int {
	pg := s.pg
	for m := k; m >= 0 && m > k-2; m-- {
		low := pg.low(m)
		if pg.tokens[m].flags&^quoted != 0 || m < k && pg.tokens[m+1].gap != 0 || s.noTrade(low) {
			return -1
		}
		if m == 0 || pg.tokens[m].gap != 0 {
			return m
		}
		switch before := pg.low(m - 1); {
		case determiners[before], s.lx.modifiers[before], s.isRole(m - 1), pg.tokens[m-1].is(possessive), saying[before], leadsIn[before]:
			return m
		}
	}
	return -1
}

// leadsIn are prepositions that stand before whoever is named next, and not
// before a time or an event.
var leadsIn = set("to by with from of for against about as and")

// noTrade tells words that are verbs or belong to no noun phrase.
func (s *scanner) noTrade(low string) bool {
	return len(low) < 3 || verbs[low] || saying[low] || acts[low] || preposition[low] || clause[low] || subordinate[low] || relativeWord[low] || determiners[low] || s.lx.openers[low] ||
		pronounSex[low] != unknownGender || strings.HasSuffix(low, "ed") || strings.HasSuffix(low, "ly") ||
		strings.HasSuffix(low, "s") && !strings.HasSuffix(low, "ss") && !strings.HasSuffix(low, "ics")
}

// acts are common past forms that do not end in -ed: what stands before a role
// and is one of them is done to whoever is named.
var acts = set("met saw beat left led won lost held sent paid put cut let drew hit kept knew heard found brought fought bought sold hurt shot struck quit chose felt got ran sat stood spoke")

// honorOnly tells whether the run's own title is a mere honorific.
func (lx *lexicon) honorOnly(pg *page, n *naming) bool {
	return n.head < n.from && lx.roles[pg.low(n.from-1)].class == honorific
}

// nameStart returns where the name that ends with word k begins, as far as it
// was found; k itself otherwise.
func (s *scanner) nameStart(k int) int {
	for m := len(s.out) - 1; m >= 0 && m >= len(s.out)-3; m-- {
		if s.out[m].to == k+1 {
			return s.out[m].head
		}
	}
	return k
}

// preposition are the words that a phrase behind a noun begins with.
var preposition = set("of for at in from to with on by about against under among near after during behind inside outside around within between over into through since than like as")
