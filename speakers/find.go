package speakers

import (
	"slices"
	"strconv"
	"strings"
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
	var out []Found
	names := scan(f.lx, &f.pg, 0)
	for i := 0; i < len(f.pg.tokens); {
		if x, to, ok := f.known(i); ok {
			out = append(out, x)
			i = to
			continue
		}
		if x, to, ok := f.unknown(i, names); ok {
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
}

func (f *finder) index() {
	for i, e := range f.entries {
		for _, form := range e.forms {
			for _, w := range form {
				f.file(w, i)
				f.file(bare(w), i)
			}
			if in := initials(form); len(form) > 1 {
				f.file(in, i)
			}
		}
		if k, ok := f.lx.countries[strings.Join(e.name, " ")]; ok && !e.person {
			f.file(countryKey(k), i)
		}
		if e.person {
			for _, g := range f.lx.nicknames[first(e.name)] {
				f.file(nickname(g), i)
			}
		}
	}
}

func first(ws []string) string {
	if len(ws) == 0 {
		return ""
	}
	return ws[0]
}

func (f *finder) file(w string, i int) {
	if at := f.byWord[w]; len(at) == 0 || at[len(at)-1] != i {
		f.byWord[w] = append(at, i)
	}
}

// hinted tells whether a word begins or ends any name, so that looking closer pays.
func (f *finder) hinted(w string) bool {
	if len(f.byWord[w]) > 0 || len(f.byWord[bare(w)]) > 0 {
		return true
	}
	if i, ok := f.lx.countries[w]; ok && len(f.byWord[countryKey(i)]) > 0 {
		return true
	}
	for _, g := range f.lx.nicknames[w] {
		if len(f.byWord[nickname(g)]) > 0 {
			return true
		}
	}
	return false
}

// known finds the longest name of a card that begins at word i.
func (f *finder) known(i int) (Found, int, bool) {
	for j := min(i+longestName, len(f.pg.tokens)); j > i; j-- {
		if !f.together(i, j) {
			continue
		}
		var q []string
		hinted := false
		for k := i; k < j; k++ {
			q = append(q, f.pg.low(k))
			hinted = hinted || f.hinted(q[k-i])
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
			case how <= byInitials && !(how == byInitials && f.pg.tokens[j-1].is(capital)) || how < best:
			case how > best:
				best, at = how, []int{c}
			default:
				at = append(at, c)
			}
		}
		if best == unmatched || best == byRoleWords && !office {
			continue
		}
		return f.found(from, j, f.take(at), false), j, true
	}
	return f.misspelt(i)
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

// nickname and countryKey make keys that no word is.
func nickname(group int) string   { return "nickname " + strconv.Itoa(group) }
func countryKey(index int) string { return "country " + strconv.Itoa(index) }

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
// Department spokesman".
func (f *finder) roleAt(i, j int) bool {
	return j-i >= 2 && f.pg.low(i) == "the" && f.lx.roles[f.pg.low(j-1)].class >= title
}

// mayName tells whether the words may be a name at all. One word must not be
// ordinary English, unless it is capitalised where it need not be.
func (f *finder) mayName(i, j int, q []string, office bool) bool {
	if office {
		return true
	}
	last := q[len(q)-1]
	if f.lx.calendar[last] && !f.pg.tokens[j-1].is(capital) {
		return false
	}
	if len(q) > 1 {
		return !f.lx.openers[q[0]] || f.pg.tokens[i].is(capital) && f.hinted(q[0])
	}
	t := f.pg.tokens[j-1]
	common := f.lx.openers[last] || f.lx.ordinary[last] || f.lx.roles[last].class != noRole || f.lx.modifiers[last] || f.lx.bodyNouns[last] || f.lx.documents[last] || f.lx.calendar[last]
	if t.is(capital) {
		return !(t.is(opening) && f.lx.openers[last])
	}
	if common && f.small && f.asked(i, j) && !f.lx.openers[last] && !f.lx.bodyNouns[last] && !f.lx.documents[last] {
		return true
	}
	return !common
}

func (f *finder) found(i, j int, cards []news.Card, guess bool) Found {
	return Found{Start: int(f.pg.tokens[i].start), End: int(f.pg.tokens[j-1].end), Cards: cards, Guess: guess, Asked: f.asked(i, j)}
}

var asking = set("did does do has had have was is would will could can should might that by by from according to if whether or and")
var answering = set("say said says saying think thinks thought claim claims claimed tell told tells deny denied denies call called calls comment commented respond responded argue argued mention mentioned want wanted wants ask asked asks demand demanded explain explained react reacted describe described announce announced promise promised believe believed warn warned express expressed state stated talk talked speak spoke suggest suggested accuse accused blame blamed threaten threatened write wrote tweet tweeted refer referred insist insisted add added predict predicted view views opinion position stance reaction response words comments remarks statement statements view quote quotes criticize criticise support oppose agree discuss really ever also not publicly actually once")

// asked tells whether the words [i, j) stand where a speaker is named.
func (f *finder) asked(i, j int) bool {
	before, after := "", ""
	k := i
	for k > 0 && (f.pg.low(k-1) == "the" || f.lx.roles[f.pg.low(k-1)].class != noRole || f.lx.modifiers[f.pg.low(k-1)]) {
		k--
	}
	if k > 0 {
		before = f.pg.low(k - 1)
	}
	if j < len(f.pg.tokens) {
		after = f.pg.low(j)
	}
	if before == "by" || before == "from" || before == "to" && k > 1 && f.pg.low(k-2) == "according" {
		return true
	}
	return answering[after] && (asking[before] || k == 0 || f.pg.tokens[j-1].is(possessive) || after == "said" || after == "says")
}

// misspelt finds a card's name with a slip at word i.
func (f *finder) misspelt(i int) (Found, int, bool) {
	t := f.pg.tokens[i]
	low := f.pg.low(i)
	common := f.lx.openers[low] || f.lx.ordinary[low] || f.lx.roles[low].class != noRole || f.lx.modifiers[low] || f.lx.bodyNouns[low] ||
		f.lx.documents[low] || f.lx.calendar[low] || f.lx.isDemonym(low) || f.lx.people[low]
	if len(low) < 4 || common || answering[low] || asking[low] {
		return Found{}, 0, false
	}
	if f.placeOrCountry(low) {
		return Found{}, 0, false
	}
	for j := min(i+3, len(f.pg.tokens)); j > i; j-- {
		if !f.together(i, j) {
			continue
		}
		var q []string
		for k := i; k < j; k++ {
			q = append(q, f.pg.low(k))
		}
		if j-i == 1 && !(t.is(capital) && !(t.is(opening) && i == 0 && len(f.pg.tokens) > 1 && !f.small) || f.asked(i, j)) {
			continue
		}
		if j-i > 1 && f.lx.openers[q[len(q)-1]] {
			continue
		}
		if _, other := f.lx.given[low]; other && j-i == 1 {
			continue // a name of its own right
		}
		at, likely := f.nearest(q)
		if likely > 0 && (j-i == 1 || f.allNear(q, at[0])) {
			return f.found(i, j, f.take(at[:likely]), true), j, true
		}
	}
	return Found{}, 0, false
}

// allNear tells whether a card has a form of as many words, each near the
// typed one.
func (f *finder) allNear(q []string, card int) bool {
	for _, form := range f.entries[card].forms {
		if len(form) != len(q) {
			continue
		}
		ok := true
		for k := range q {
			if q[k] != form[k] {
				_, like := near(q[k], form[k])
				ok = ok && like
			}
		}
		if ok {
			return true
		}
	}
	return false
}

func (f *finder) placeOrCountry(w string) bool {
	_, country := f.lx.countries[w]
	return country || f.lx.places[w] || f.lx.capitals[w] || f.lx.known[w]
}

// unknown finds a name at word i that no card has.
func (f *finder) unknown(i int, names []naming) (Found, int, bool) {
	for _, n := range names {
		if n.from != i || len(n.parts) == 0 {
			continue
		}
		if n.doubtful && !f.asked(i, n.to) {
			break
		}
		x := f.found(i, n.to, nil, false)
		x.Kind = n.kind
		switch {
		case n.place:
			x.Kind = news.Country
		case x.Kind == "":
			x.Kind = news.Person
		}
		if x.Kind != news.Person && !x.Asked {
			break
		}
		return x, n.to, true
	}
	// "what did lavrov say": small, but where a speaker stands.
	t := f.pg.tokens[i]
	low := f.pg.low(i)
	if t.is(capital) || t.is(digit) || len(low) < 3 || i == 0 || i+1 >= len(f.pg.tokens) {
		return Found{}, 0, false
	}
	_, given := f.lx.given[low]
	common := f.lx.openers[low] || f.lx.ordinary[low] && !given || f.lx.roles[low].class != noRole || f.lx.modifiers[low] || f.lx.bodyNouns[low] ||
		f.lx.documents[low] || f.lx.calendar[low] || f.lx.isDemonym(low) || f.lx.people[low] || asking[low] || answering[low]
	j := i + 1
	if given && j+1 < len(f.pg.tokens) && !answering[f.pg.low(j)] && !f.lx.openers[f.pg.low(j)] && f.pg.tokens[j].gap == 0 {
		j++
	}
	before := f.pg.low(i - 1)
	if common || !asking[before] || before == "to" && !(i > 1 && f.pg.low(i-2) == "according") || !f.asked(i, j) || strings.HasSuffix(low, "s") && !given && before != "did" {
		return Found{}, 0, false
	}
	x := f.found(i, j, nil, false)
	x.Kind = news.Person
	if f.placeOrCountry(low) {
		x.Kind = news.Country
	}
	return x, j, true
}
