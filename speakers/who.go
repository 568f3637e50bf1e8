package speakers

import (
	"strconv"
	"strings"

	"onrecord/news"
)

// Who is whom a mention stands for.
type Who struct {
	Speaker   string  // Speaker.ID, "" when it can't be told
	Certainty float64 // 0 to 1
	Why       string  // "he → Sergei Ryabkov, one sentence back"; "" for a plain name
	// Is is the speaker itself, zero when it can't be told. Somebody who is
	// described but never named ("critics") is no member of the cast: whoever
	// credits one keeps this.
	Is news.Speaker
}

// maxMention bounds how much of a mention is read, in words.
const maxMention = 60

// Who resolves the mention at a place: a name, a name with its role, a
// pronoun, a description or a group. A description of nobody named ("Russian
// diplomats", "critics") becomes a speaker of its own. It guesses nothing: what
// can't be told comes back with an empty Speaker. It takes time logarithmic in
// the article's length.
func (c *Cast) Who(mention news.Span) Who {
	p := c.pageOf(mention.Paragraph)
	if p < 0 || mention.Article != c.article.Ref() || mention.Start >= mention.End {
		return Who{}
	}
	pg := &c.pages[p]
	i, j := pg.token(mention.Start), pg.token(mention.Start)
	for j < len(pg.tokens) && int(pg.tokens[j].start) < mention.End && j-i < maxMention {
		j++
	}
	for i < j {
		low := pg.low(i)
		if low != "by" && low != "according" && low != "to" && low != "for" && low != "from" {
			break
		}
		i++
	}
	if i == j {
		return Who{}
	}
	cut := c.phraseEnd(p, i, j)
	if w, ok := c.pronoun(p, i, cut, j); ok {
		return w
	}
	if w, ok := c.named(p, i, cut, j); ok {
		return w
	}
	return c.described(p, i, cut, j)
}

// namesIn returns the namings of page p whose names lie in the words [i, j).
func (c *Cast) namesIn(p, i, j int) []naming {
	of := c.names[c.namesAt[p]:c.namesAt[p+1]]
	lo := 0
	for hi := len(of); lo < hi; {
		if m := (lo + hi) / 2; of[m].to <= i {
			lo = m + 1
		} else {
			hi = m
		}
	}
	k := lo
	for k < len(of) && of[k].from < j {
		k++
	}
	return of[lo:k]
}

// phraseEnd returns the end of the noun phrase that begins at word i: before
// a comma, a relative clause or a preposition outside a name.
func (c *Cast) phraseEnd(p, i, j int) int {
	pg := &c.pages[p]
	in := c.namesIn(p, i, j)
	for k := i; k < j; k++ {
		if k > i {
			if pg.tokens[k].gap&^(mark|other) != 0 {
				return k
			}
			low := pg.low(k)
			if (preposition[low] || low == "who" || low == "whom" || low == "whose" || low == "which" || low == "that" || low == "named" || low == "involved") && !inside(in, k) {
				return k
			}
		}
	}
	return j
}

func inside(in []naming, k int) bool {
	for _, n := range in {
		if n.entity >= 0 && n.head <= k && k < n.to {
			return true
		}
	}
	return false
}

// is makes the answer that names an entity.
func (c *Cast) is(e int, certainty float64, why string) Who {
	s := c.entities[e].speaker()
	return Who{Speaker: s.ID, Certainty: certainty, Why: why, Is: s}
}

// named reads a phrase of which the head is a name.
func (c *Cast) named(p, i, cut, j int) (Who, bool) {
	pg := &c.pages[p]
	var heads []int
	var unsure bool
	end := i
	for _, n := range c.namesIn(p, i, cut) {
		if n.entity < 0 || n.nested || n.to > cut {
			continue
		}
		atEnd := n.to == cut
		and := n.to < cut && (pg.low(n.to) == "and" || pg.low(n.to) == "&")
		if !atEnd && !and || pg.tokens[n.to-1].is(possessive) && !(atEnd && cut == j) {
			continue
		}
		heads = append(heads, n.entity)
		unsure = n.unsure
		end = n.to
	}
	switch {
	case len(heads) > 0 && end < cut:
		return Who{}, false // "Roe and his aides"
	case len(heads) == 1 && unsure:
		return c.is(heads[0], 0.7, pg.slice(i, end)+" → "+c.entities[heads[0]].name+", one of several of that name"), true
	case len(heads) == 1:
		return c.is(heads[0], 1, ""), true
	case len(heads) > 1:
		return c.joint(heads), true
	}
	// "the White House spokesman, Jane Doe": the name behind a description.
	if cut < j && pg.tokens[cut].gap == comma {
		for _, n := range c.namesIn(p, cut, j) {
			if n.entity >= 0 && n.head == cut && !n.nested && c.entities[n.entity].kind == news.Person && c.roleHead(p, cut-1) {
				return c.is(n.entity, 1, ""), true
			}
		}
	}
	return Who{}, false
}

// roleHead tells whether word k is a noun for one person.
func (c *Cast) roleHead(p, k int) bool {
	return c.lx.roles[c.pages[p].low(k)].class >= title
}

// joint is the speaker that several named ones are together.
func (c *Cast) joint(of []int) Who {
	s := news.Speaker{Kind: news.Group}
	var names []string
	for _, e := range of {
		names = append(names, c.entities[e].name)
	}
	s.Name = strings.Join(names[:len(names)-1], ", ") + " and " + names[len(names)-1]
	s.ID, s.Aliases = slug(s.Name), names
	return Who{Speaker: s.ID, Certainty: 0.9, Is: s}
}

// pronoun reads "he", "who", "they" and the like.
func (c *Cast) pronoun(p, i, cut, j int) (Who, bool) {
	pg := &c.pages[p]
	low, _, _ := strings.Cut(pg.low(i), "'")
	if g := pronounSex[low]; g != unknownGender {
		if cut-i > 1 && (low == "his" || low == "her") {
			return Who{}, false // "his campaign"
		}
		return c.heOrShe(p, i, g), true
	}
	if cut-i > 1 {
		return Who{}, false
	}
	switch low {
	case "who", "whom", "whose", "which", "that":
		return c.relative(p, i), true
	case "this", "these", "those", "one":
		return Who{}, cut == j // "one of her ads" goes on
	case "it", "they":
		if e := c.itOrThey(p, i, low == "they"); e >= 0 {
			return c.is(e, 0.6, c.because(p, i, c.refBefore(p, i), e)), true
		}
		return Who{}, true
	case "i", "me", "my", "myself":
		return c.author(p, i), true
	case "we", "us", "our", "ours", "you", "your", "yours", "its", "itself", "them", "their", "theirs", "themselves":
		return Who{}, true
	}
	return Who{}, false
}

// author reads "I" outside quotations: whoever wrote the article, where the
// page names one.
func (c *Cast) author(p, t int) Who {
	if c.pages[p].tokens[t].is(quoted) || len(c.article.Authors) != 1 {
		return Who{}
	}
	name := strings.TrimSpace(c.article.Authors[0])
	id := slug(name)
	if id == "" {
		return Who{}
	}
	s, ok := c.Speaker(id)
	if !ok {
		s = news.Speaker{ID: id, Name: name, Role: "author of the article", Kind: news.Person}
	}
	return Who{Speaker: id, Certainty: 0.8, Why: "I → " + name + ", author of the article", Is: s}
}

// heOrShe looks a pronoun up, or resolves it where it stands in a quotation.
func (c *Cast) heOrShe(p, t int, g gender) Who {
	hi := c.refBefore(p, t)
	e, sure := -1, 0.0
	if hi < len(c.refs) && int(c.refs[hi].page) == p && int(c.refs[hi].token) == t && c.refs[hi].flags&pronoun != 0 {
		e, sure = int(c.refs[hi].entity), float64(c.refs[hi].certainty)
	} else {
		e, sure = c.antecedent(p, t, g, hi)
	}
	if e < 0 {
		return Who{}
	}
	return c.is(e, sure, c.because(p, t, hi, e))
}

// because says how far back a pronoun's person was named.
func (c *Cast) because(p, t, hi, e int) string {
	pg := &c.pages[p]
	now := pg.sentence(int(pg.tokens[t].start))
	why := strings.ToLower(pg.word(t)) + " → " + c.entities[e].name
	for k := hi - 1; k >= 0 && k >= hi-backRefs; k-- {
		if r := &c.refs[k]; int(r.entity) == e && r.flags&pronoun == 0 {
			switch d := now - int(r.sentence); d {
			case 0:
				return why + ", same sentence"
			case 1:
				return why + ", one sentence back"
			default:
				return why + ", " + strconv.Itoa(d) + " sentences back"
			}
		}
	}
	return why
}

// relative reads "who" and "which": whoever stands right in front.
func (c *Cast) relative(p, t int) Who {
	pg := &c.pages[p]
	low, _, _ := strings.Cut(pg.low(t), "'")
	person := low != "which" && low != "that"
	end := t // the noun phrase in front ends here
	for end > 0 && end > t-3 && partyTag(pg.word(end-1), pg.tokens[end-1].gap) {
		end--
	}
	if end == 0 || pg.tokens[t].gap&mark != 0 || pg.tokens[t].gap&(stop|paren) == stop || preposition[pg.low(end-1)] {
		return Who{}
	}
	whole := end
	before := c.namesIn(p, max(0, end-roleBehind-8), end)
	for k := len(before) - 1; k >= 0; k-- {
		n := &before[k]
		if n.entity >= 0 && n.behind == end && !n.nested && person == (c.entities[n.entity].kind == news.Person) {
			return c.is(n.entity, 0.9, c.front(p, t, n.entity))
		}
	}
	if k := len(before) - 2; k >= 0 && before[k+1].to == end && (before[k+1].place || before[k+1].kind == news.Country) && before[k].to+1 == before[k+1].head && pg.low(before[k].to) == "of" {
		before, end = before[:k+1], before[k].to // "Senator Roe of Vermont, who"
	}
	if len(before) > 0 {
		n := &before[len(before)-1]
		fits := n.entity >= 0 && n.to == end && !pg.tokens[end-1].is(possessive) && person == (c.entities[n.entity].kind == news.Person)
		restricted := pg.tokens[t].gap == 0 && n.head > 1 && preposition[pg.low(n.head-1)] && (c.roleHead(p, n.head-2) || strings.HasSuffix(pg.low(n.head-2), "s"))
		if fits && !restricted {
			return c.is(n.entity, 0.9, c.front(p, t, n.entity))
		}
		if fits {
			end = n.head - 1 // "supporters of Mr. Roe who"
		}
	}
	from := c.phraseStart(p, end)
	if from == end {
		return Who{}
	}
	w := c.described(p, from, end, whole)
	if person == (w.Is.Kind == news.Document || w.Is.Kind == news.Institution || w.Is.Kind == news.Country) {
		return Who{}
	}
	w.Certainty = min(w.Certainty, 0.6)
	w.Why = c.pages[p].low(t) + " → " + w.Is.Name + ", right in front"
	return w
}

func (c *Cast) front(p, t, e int) string {
	return c.pages[p].low(t) + " → " + c.entities[e].name + ", right in front"
}

// phraseStart returns where the noun phrase that ends before word end begins:
// at its determiner, or behind whatever is no part of it. It returns end when
// there is no noun.
func (c *Cast) phraseStart(p, end int) int {
	pg := &c.pages[p]
	from := end
	for k := end - 1; k >= 0 && k > end-7; k-- {
		low := pg.low(k)
		if determiners[low] {
			if from == end && low != "those" {
				return end
			}
			return k
		}
		if preposition[low] || c.lx.openers[low] && !pg.tokens[k].is(capital) && !c.lx.modifiers[low] || verbs[low] || strings.HasSuffix(low, "ly") || pg.tokens[k].is(possessive) {
			break
		}
		from = k
		if pg.tokens[k].gap != 0 {
			break
		}
	}
	return from
}
