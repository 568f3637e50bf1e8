package speakers

import (
	"slices"
	"unicode/utf8"

	"onrecord/news"
)

// Found is a name that a question holds: the bytes [Start, End) of it.
type Found struct {
	Start, End int
	// Cards are whom the name may mean; empty for somebody whom the library
	// does not know.
	Cards []news.Card
	// Guess tells that the name is misspelt, and Cards those that it is a
	// likely slip for.
	Guess bool
	// Asked tells that it stands where a question names a speaker ("did X say",
	// "X's view", "according to X").
	Asked bool
	// Kind is what the name looks like where there are no Cards: a person, or a
	// country or institution that the library does not credit with anything.
	Kind news.SpeakerKind
}

// maxQuestion bounds how much of a question is searched, in bytes.
const maxQuestion = 16 << 10

// longestName is the most words that a name in a question may have.
const longestName = 7

// Find finds the names in a question, in order and without overlap: those of
// the cards in whatever case and with small slips, and names that no card has,
// which are capitalised or stand where a question names its speaker. Words that
// are ordinary English ("may", "stone") are names only when capitalised.
func Find(text string, among []news.Card) []Found {
	if len(text) > maxQuestion {
		end := maxQuestion
		for end > 0 && !utf8.RuneStart(text[end]) {
			end--
		}
		text = text[:end]
	}
	f := finder{directory: newDirectory(among), byWord: map[string][]int{}}
	f.index()
	f.pg.text = text
	f.pg.cut(map[string]string{})
	f.pg.markOpenings()
	f.small = true
	for _, t := range f.pg.tokens[min(1, len(f.pg.tokens)):] {
		f.small = f.small && !t.is(capital)
	}
	f.names = scan(f.lx, &f.pg, 0)
	var out []Found
	for i := 0; i < len(f.pg.tokens); {
		if x, to, ok := f.known(i); ok {
			out = append(out, x)
			i = to
			continue
		}
		if x, to, ok := f.unknown(i); ok {
			out = append(out, x)
			i = to
			continue
		}
		i++
	}
	return out
}

// finder looks for names in one question.
type finder struct {
	*directory
	pg     page
	byWord map[string][]int // a word of a name → its cards
	small  bool             // typed without capitals
	names  []naming         // capitalised names, whoever's
}

// known finds the longest name of a card that begins at word i.
func (f *finder) known(i int) (Found, int, bool) {
	for j := min(i+longestName, len(f.pg.tokens)); j > i; j-- {
		if !f.together(i, j) {
			continue
		}
		typed := f.pg.lows[i:j]
		q, hinted := typed, false
		for _, w := range typed {
			hinted = hinted || f.hinted(w)
		}
		for len(q) > 1 && (q[0] == "the" || f.lx.roles[q[0]].class == honorific) {
			q = q[1:]
		}
		office := f.roleAt(i, j)
		if !hinted && !office || !f.mayName(i, j, q, office) {
			continue
		}
		from := i
		if f.pg.low(i) == "the" && !office {
			from++
		}
		if from == j {
			continue
		}
		best := unmatched
		var at []int
		for _, c := range f.candidates(q, office) {
			switch how := f.how(q, c); {
			case how == unmatched || how < best:
			case how > best:
				best, at = how, []int{c}
			default:
				at = append(at, c)
			}
		}
		if best == unmatched || !f.trusted(from, j, best, office, at) {
			continue
		}
		return f.found(from, j, f.take(f.narrow(at, typed)), false), j, true
	}
	return f.misspelt(i)
}

// trusted tells whether words of a question that fit cards in some way are a
// name there: not a part of somebody else's, nor a title, nor words that only
// look like a role or initials.
func (f *finder) trusted(i, j, how int, office bool, at []int) bool {
	last := f.pg.tokens[j-1]
	switch how {
	case byRoleWords:
		return office && (j-i > 2 || f.asked(i, j))
	case byInitials:
		return last.is(capital) && (!f.entries[at[0]].person || f.asked(i, j))
	case byNickname:
		return f.asked(i, j)
	case byFullName:
		return true
	}
	if office && !last.is(capital) {
		return false // "the king" is not Mr. King
	}
	if j-i == 1 && f.lx.roles[f.pg.low(i)].class != noRole && j < len(f.pg.tokens) && f.pg.tokens[j].gap == 0 && f.pg.tokens[j].is(capital) && !last.is(possessive) {
		return false // "King Hugo"
	}
	return !f.partOf(i, j)
}

// partOf tells whether the words [i, j) are part of a longer name: "Paul" of
// "Paul Orlov", "Roe" of "Roe Street". Words before a name that are none of it,
// as "Democrat Roe" has, do not count.
func (f *finder) partOf(i, j int) bool {
	for _, n := range f.names {
		if n.from > i || j > n.to || n.to-n.from < 2 {
			continue
		}
		from := n.from
		for from < i {
			low := f.pg.low(from)
			_, given := f.lx.given[low]
			if !(f.pg.tokens[from].is(opening) && !given) && !f.lx.plainWord(low) && !f.placeOrCountry(low) {
				break
			}
			from++
		}
		return from < i || j < n.to
	}
	return false
}

// candidates are the cards that share a word with q, in order; every card for an
// office, which may be told in words that no name has.
func (f *finder) candidates(q []string, office bool) []int {
	var of []int
	if office {
		for i := range f.entries {
			of = append(of, i)
		}
		return of
	}
	for _, w := range q {
		of = append(of, f.byWord[w]...)
		of = append(of, f.byWord[bare(w)]...)
		for _, g := range f.lx.nicknames[w] {
			of = append(of, f.byWord[nickname(g)]...)
		}
		if i, ok := f.lx.countries[w]; ok {
			of = append(of, f.byWord[countryKey(i)]...)
		}
	}
	slices.Sort(of)
	return slices.Compact(of)
}

// together tells whether only white space parts the words [i, j).
func (f *finder) together(i, j int) bool {
	for k := i + 1; k < j; k++ {
		if f.pg.tokens[k].gap != 0 {
			return false
		}
	}
	return true
}

// roleAt tells whether the words [i, j) are a role used as a name: "the State
// Department spokesman", "the secretary of state".
func (f *finder) roleAt(i, j int) bool {
	if j-i < 2 || f.pg.low(i) != "the" {
		return false
	}
	if f.lx.roles[f.pg.low(j-1)].class >= title {
		return true
	}
	for k := j - 2; k > i && k >= j-4; k-- {
		if w := f.pg.low(k); (w == "of" || w == "for") && f.lx.roles[f.pg.low(k-1)].class >= title {
			return true
		}
	}
	return false
}

// mayName tells whether the words may be a name at all. One word must not be
// ordinary English, unless it is capitalised where it need not be.
func (f *finder) mayName(i, j int, q []string, office bool) bool {
	if office {
		return true
	}
	last := q[len(q)-1]
	small := !f.pg.tokens[j-1].is(capital)
	if small && (f.lx.calendar[last] || !f.small && !f.asked(i, j)) && !f.group(q) {
		return false // who writes capitals elsewhere would write them here
	}
	if len(q) > 1 {
		return !f.lx.openers[q[0]] || f.pg.tokens[i].is(capital) && f.hinted(q[0])
	}
	t := f.pg.tokens[j-1]
	common := f.lx.plainWord(last)
	if t.is(capital) {
		return !(t.is(opening) && f.lx.openers[last])
	}
	if common && f.small && f.asked(i, j) && !f.lx.openers[last] && !f.lx.bodyNouns[last] && !f.lx.documents[last] {
		return true
	}
	return !common
}

// group tells whether words are the name of a card that is written small:
// "Russian diplomats", "critics".
func (f *finder) group(q []string) bool {
	for _, c := range f.candidates(q, false) {
		if !f.entries[c].person && f.how(q, c) == byFullName {
			return true
		}
	}
	return false
}

// found makes the answer for the words [i, j).
func (f *finder) found(i, j int, cards []news.Card, guess bool) Found {
	return Found{Start: int(f.pg.tokens[i].start), End: int(f.pg.tokens[j-1].end), Cards: cards, Guess: guess, Asked: f.asked(i, j)}
}
