package speakers

import (
	"sort"
	"strings"

	"onrecord/news"
	"onrecord/sentences"
)

// page is one citable paragraph while it is read.
type page struct {
	number    int
	text      string
	caption   bool
	tokens    []token
	lows      []string // the words folded, beside tokens
	sentences []sentences.Sentence
	first     int     // narrating sentences of the article before it
	narration []int32 // per sentence: how many with words outside quotations began before it
	headline  bool    // nearly every word is capitalised: capitals tell nothing
}

// pages cuts the citable paragraphs of an article into sentences and words.
func pages(a *news.Article) []page {
	var out []page
	sentence := 0
	folded := map[string]string{}
	for _, p := range a.Paragraphs {
		if p.Number == 0 {
			continue
		}
		pg := page{number: p.Number, text: p.Text, caption: p.Kind == news.Caption, first: sentence}
		pg.cut(folded)
		pg.sentences = sentences.Split(p.Text)
		pg.markOpenings()
		sentence += pg.count()
		pg.headline = pg.allCapitals()
		out = append(out, pg)
	}
	return out
}

// cut makes the words. Folded forms are kept in a map that pages share, since
// a name comes again and again.
func (pg *page) cut(folded map[string]string) {
	pg.tokens = tokenize(pg.text, nil)
	pg.lows = make([]string, len(pg.tokens))
	for i := range pg.tokens {
		w := pg.word(i)
		if plain(w) {
			pg.lows[i] = w
			continue
		}
		f, ok := folded[w]
		if !ok {
			f = fold(w)
			folded[w] = f
		}
		pg.lows[i] = f
	}
}

// markOpenings flags the first word of each sentence, and of each quotation
// that begins with a capital after a mark: both are capitalised for their place.
func (pg *page) markOpenings() {
	s := 0
	for i := range pg.tokens {
		t := &pg.tokens[i]
		began := i == 0
		for s < len(pg.sentences) && pg.sentences[s].Start <= int(t.start) {
			s++
			began = true
		}
		if began || t.gap&(mark|stop) != 0 {
			t.flags |= opening
		}
	}
}

// count numbers the sentences by how many that narrate came before, since a
// long quotation parts nobody from the "he" behind it, and returns their total.
func (pg *page) count() int {
	pg.narration = make([]int32, len(pg.sentences)+1)
	n, t := int32(0), 0
	for s := range pg.sentences {
		pg.narration[s] = n
		narrates := false
		for ; t < len(pg.tokens) && (s+1 == len(pg.sentences) || int(pg.tokens[t].start) < pg.sentences[s+1].Start); t++ {
			narrates = narrates || !pg.tokens[t].is(quoted)
		}
		if narrates {
			n++
		}
	}
	return int(max(1, n))
}

// allCapitals tells a headline: five words or more that have more than three
// letters, of which at most one in four is small, and no full stop.
func (pg *page) allCapitals() bool {
	long, small, upperCase := 0, 0, 0
	for _, t := range pg.tokens {
		if t.end-t.start > 3 && !t.is(digit) {
			long++
			if !t.is(capital) {
				small++
			}
			if t.is(upper) {
				upperCase++
			}
		}
	}
	if strings.HasSuffix(pg.text, ".") && upperCase*4 < long*3 {
		return false
	}
	return long >= 5 && small*4 <= long || long >= 3 && upperCase*4 >= long*3
}

// sentence returns the article-wide number of the sentence at a byte; only
// sentences that narrate are counted.
func (pg *page) sentence(at int) int {
	n := sort.Search(len(pg.sentences), func(i int) bool { return pg.sentences[i].Start > at })
	return pg.first + int(pg.narration[max(0, n-1)])
}

// token returns the index of the first word that ends after a byte.
func (pg *page) token(at int) int {
	return sort.Search(len(pg.tokens), func(i int) bool { return int(pg.tokens[i].end) > at })
}

// word is a word as it is written, low the same folded.
func (pg *page) word(i int) string { return pg.text[pg.tokens[i].start:pg.tokens[i].end] }
func (pg *page) low(i int) string  { return pg.lows[i] }

// slice is the text from word i to before word j.
func (pg *page) slice(i, j int) string {
	if i >= j {
		return ""
	}
	return pg.text[pg.tokens[i].start:pg.tokens[j-1].end]
}
