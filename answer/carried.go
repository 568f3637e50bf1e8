package answer

import (
	"slices"
	"sort"
	"strings"

	"onrecord/news"
)

// carried is the sentence before a statement's own, where it has to do with the
// topic and the statement goes on about what it says: "… signed a petition. He said
// it would change nothing." The zero span when nothing shows that it does. Two ways
// of news are read: a word that stands for what was just said, and the quotation of
// a body's own person that follows what the body is paraphrased as saying.
func (l *lens) carried(st *news.Statement) news.Span {
	own := l.carrier()[st]
	p := l.passage(own.Paragraph)
	if own.Zero() || p == nil {
		return news.Span{}
	}
	n := sort.Search(len(p.Sentences), func(i int) bool { return p.Sentences[i].End > own.Start }) - 1
	if n < 0 || n+1 >= len(p.Sentences) {
		return news.Span{}
	}
	before := own
	before.Start, before.End = p.Sentences[n].Start, p.Sentences[n].End
	if before.Overlaps(own) || len(l.within(before)) == 0 || !l.refersBack(st) && !l.speaksOn(st, before) {
		return news.Span{}
	}
	return before
}

// refersBack tells whether what is said begins with a word for something named
// before it. In a paraphrase "it" and "they" may be a body that speaks itself.
func (l *lens) refersBack(st *news.Statement) bool {
	text, err := l.article.Text(st.Content[0])
	if err != nil {
		return false
	}
	s := l.speakers[st.Speaker]
	person := s != nil && s.Kind == news.Person
	return pointsBack(text, st.Kind == news.Direct || person)
}

// speaksOn tells whether a quotation is by somebody of the body ("its director")
// that the sentence before paraphrases.
func (l *lens) speaksOn(st *news.Statement, before news.Span) bool {
	if st.Kind != news.Direct || st.Source.Zero() {
		return false
	}
	source, err := l.article.Text(st.Source)
	if err != nil || !strings.HasPrefix(strings.ToLower(source), "its ") {
		return false
	}
	return slices.ContainsFunc(l.said()[before.Paragraph], func(b *news.Statement) bool {
		s := l.speakers[b.Speaker]
		return b.Kind != news.Direct && s != nil && s.Kind != news.Person && before.Contains(b.Passage)
	})
}

// backReach is how many words into a statement a word for what was named before
// is looked for: further in, it stands for something of the statement's own.
const backReach = 7

// pointsBack tells whether a clause has, before it names anything itself, a
// pronoun ("it", "this") or a noun that wraps up what was said ("the figure").
func pointsBack(clause string, pronouns bool) bool {
	w := words(clause)
	for i := range w[:min(len(w), backReach)] {
		next, after := "", ""
		if i+1 < len(w) {
			next = w[i+1].low
		}
		if i+2 < len(w) {
			after = w[i+2].low
		}
		low, _, contracted := strings.Cut(w[i].low, "'")
		switch {
		case low == "it" && pronouns:
			return !dummy(w[i+1:], contracted)
		case (low == "they" || low == "them") && pronouns:
			return true
		case low == "that" && (contracted || finite[next]):
			return true
		case low == "this" || low == "these" || low == "those":
			return finite[next] || shells[next] || shells[after] || next == ""
		case low == "the" || low == "such" || low == "that":
			if shells[next] {
				return true
			}
			if low != "that" {
				return false
			}
		case ownThings[low] || w[i].capital && i > 0 || w[i].low[0] >= '0' && w[i].low[0] <= '9':
			return false
		}
	}
	return false
}

// dummy tells whether an "it" before these words stands for nothing: "it is
// time to go", "it seems that"; is tells that it has its verb in itself ("it's").
func dummy(w []word, is bool) bool {
	if !is && (len(w) == 0 || !being[w[0].low]) {
		return false
	}
	return slices.ContainsFunc(w[:min(len(w), backReach)], func(x word) bool { return dummyJoins[x.low] })
}

var dummyJoins = set(`to that for when if`)

var being = set(`is was be would will may might could can must seems seemed appears appeared takes took makes made`)

// finite are the verbs that "that" is the subject of, where it joins no clause.
var finite = set(`is was isn't wasn't would will won't wouldn't could can can't may might must should has had does did doesn't didn't means meant makes made`)

// ownThings open something that the clause itself names.
var ownThings = set(`a an his her its their our my your every each some any no both all many most several few`)

// shells are the nouns that stand for a whole thing said or done before them
// (H.-J. Schmid, English Abstract Nouns as Conceptual Shells, 2000, and the
// nouns of news for what may be disputed).
var shells = set(`figure figures number numbers claim claims charge charges allegation allegations accusation accusations
	decision decisions move plan plans proposal proposals idea ideas report reports suggestion suggestions criticism remark remarks
	comment comments finding findings step measure measures ruling result results outcome change changes incident event events
	argument question issue matter problem deal agreement estimate project scheme law bill petition vote strike attack`)
