package retrieval

import (
	"context"
	"sort"
	"strings"
)

// Topic is what a question is about: its content words in order, each weighed
// by how rare it is in the scope that was asked. It is read-only once made.
type Topic struct {
	// Words are the distinct content words, in the order in which they stand.
	Words []TopicWord
	// Seek is the type of answer asked for.
	Seek     Seek
	duration bool // "how long", "how often": a period may answer
	// Counts are the scope's counts that the words were weighed with.
	Counts Counts
	// terms are the distinct terms to look for, sorted: the words' own, their
	// expansions, and the speaker's.
	terms []string
	// alts says, by term, for which words it counts.
	alts   map[string][]alt
	sketch sketch // of the terms in alts
	// typos are the words that the scope has not, when they may be misspelled.
	typos []alt
	// tongues are the languages other than English of the scope's documents.
	tongues []string
}

// TopicWord is one content word of a question.
type TopicWord struct {
	Text       string // the term
	Start, End int    // where it stands in the question
	Kind       WordKind
	// Weight is how much the word tells: its rarity in the scope, less for
	// words that only frame a question ("name", "type") and for plain English.
	Weight float64
	with   int // how many documents have it
	use    int // how usual general English is, see [entry]
	// Asked tells that the number is how many answers are wanted ("what are two
	// reasons"), not part of what is asked about.
	Asked bool
	// Known tells whether the scope has the word, or one that may stand for it.
	Known bool
}

// WordKind says what a word of a question is.
type WordKind uint8

// The kinds of word.
const (
	Plain  WordKind = iota
	Name            // capitalised where a plain word would not be
	Figure          // a number
	Date            // a year, a month, a day of the week
)

// alt is a term that counts for a word, fully (share 1) or less.
type alt struct {
	word  int
	share float64
	worth float64 // what it adds to a score, set by weighing
}

// NewTopic reads a question's words without weighing them: each weighs 1.
func NewTopic(text string) *Topic {
	t := &Topic{alts: make(map[string][]alt)}
	t.Seek = seekOf(text)
	quantity := asksHow(text)
	t.duration = strings.HasSuffix(quantity.text, "long") || quantity.text == "often" || quantity.text == "soon"
	seen := make(map[string]bool)
	terms := Terms(text)
	for i, term := range terms {
		if seen[term.Text] || term.Start == quantity.start && quantity.end > 0 {
			continue
		}
		seen[term.Text] = true
		if term.Kind == Joined {
			t.joined(terms[:i], term)
			continue
		}
		t.Words = append(t.Words, TopicWord{
			Text: term.Text, Start: term.Start, End: term.End,
			Kind: wordKind(text, term), Weight: 1, Asked: term.Kind == Number && opensList(text[:term.Start]),
		})
		t.count(term.Text, len(t.Words)-1, 1)
	}
	t.expand()
	t.sortTerms()
	return t
}

// joined lets a hyphenated word read as one count for each of its parts.
func (t *Topic) joined(before []Term, whole Term) {
	for i, w := range t.Words {
		for _, part := range before {
			if part.Text == w.Text && part.Start >= whole.Start {
				t.count(whole.Text, i, 1)
				break
			}
		}
	}
}

// count lets a term stand for a word; the greater share wins.
func (t *Topic) count(term string, word int, share float64) {
	for i, a := range t.alts[term] {
		if a.word == word {
			t.alts[term][i].share = max(a.share, share)
			return
		}
	}
	t.alts[term] = append(t.alts[term], alt{word: word, share: share})
	t.sketch.add(term)
}

func (t *Topic) sortTerms() {
	t.terms = t.terms[:0]
	for term := range t.alts {
		t.terms = append(t.terms, term)
	}
	sort.Strings(t.terms)
}

// Ask reads a question's words and weighs them by the scope.
func Ask(ctx context.Context, idx Index, in Scope, text string) (*Topic, error) {
	t := NewTopic(text)
	// One count more tells whether there is anything in another language.
	c, err := idx.Counts(ctx, in, append(t.terms[:len(t.terms):len(t.terms)], foreignMark))
	if err != nil {
		return nil, err
	}
	if c.With[len(t.terms)] > 0 {
		tongues, err := tonguesOf(ctx, idx, in)
		if err != nil {
			return nil, err
		}
		t = newTopicIn(text, tongues)
		if c, err = idx.Counts(ctx, in, t.terms); err != nil {
			return nil, err
		}
	} else {
		c.With = c.With[:len(t.terms)]
	}
	t.weigh(c)
	return t, nil
}

// weigh sets the words' weights from counts parallel to t.terms, and what each
// term may add to a word for which it stands: no more than its own rarity.
func (t *Topic) weigh(c Counts) {
	t.Counts = c
	for i, term := range t.terms {
		for _, a := range t.alts[term] {
			w := &t.Words[a.word]
			w.Known = w.Known || c.With[i] > 0
			if a.share == 1 {
				w.with = max(w.with, c.With[i])
			}
		}
	}
	for i := range t.Words {
		w := &t.Words[i]
		w.Weight = float64(rarity(c.Docs, w.with) * plainness(w))
	}
	for i, term := range t.terms {
		rare := rarity(c.Docs, c.With[i])
		for j := range t.alts[term] {
			a := &t.alts[term][j]
			w := &t.Words[a.word]
			a.worth = float64(min(w.Weight, float64(rare*plainness(w))) * a.share)
		}
	}
	t.findTypos()
}

// How much less a word says the more general English uses it: by plainStep for
// each doubling from plainFrom on.
const (
	plainFrom = 3
	plainStep = 0.07
)

// plainness is what a word keeps of its rarity in the scope: words that frame a
// question, and words that general English uses much, say little wherever they
// stand.
func plainness(w *TopicWord) float64 {
	if framing()[w.Text] {
		return framingShare
	}
	return 1 - float64(plainStep*float64(max(0, w.use-plainFrom)))
}

// Cover says how much of a topic a text has.
type Cover struct {
	// Found is parallel to the topic's words: 1 where the text has the word
	// itself, less where it has one that may stand for it, 0 where neither.
	Found []float64
	// Share is the part of the words' weight that was found, 0 to 1; 0 for a
	// topic without words.
	Share float64
}

// Cover tells how much of the topic a text has, in whichever of the scope's
// languages it is.
func (t *Topic) Cover(text string) Cover {
	terms := Terms(text)
	for _, l := range t.tongues {
		terms = append(terms, TermsIn(l, text)...)
	}
	return t.CoverTerms(terms)
}

// CoverTerms is [Topic.Cover] for a text already cut into terms.
func (t *Topic) CoverTerms(terms []Term) Cover {
	c := Cover{Found: make([]float64, len(t.Words))}
	for i := range terms {
		for _, a := range t.standsFor(&terms[i]) {
			c.Found[a.word] = max(c.Found[a.word], a.share)
		}
	}
	var all, found float64
	for i, w := range t.Words {
		all += w.Weight
		found += float64(w.Weight * c.Found[i])
	}
	if all > 0 {
		c.Share = found / all
	}
	return c
}
