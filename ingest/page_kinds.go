package ingest

import (
	"strings"
	"unicode"

	"onrecord/news"
)

// pageKinds says what each block of a web page is. The page's own markup
// decides what in plain text has to be guessed: a heading is one because it is
// marked as one, and a short paragraph amid the prose is prose unless it is
// mostly a link. linked is the share of each block's letters that stand in links.
func pageKinds(blocks []block, linked []float64) []news.ParagraphKind {
	kinds := make([]news.ParagraphKind, len(blocks))
	shapes := make([]shape, len(blocks))
	for i, b := range blocks {
		shapes[i] = shapeOf(b.text)
		kinds[i] = aloneOnPage(b, shapes[i], linked[i])
	}
	first, last := bodyBounds(kinds)
	for i := range kinds {
		if kinds[i] == undecided {
			kinds[i] = amongOnPage(blocks[i], shapes[i], i, first, last)
		}
	}
	dropDoubles(blocks, kinds)
	dropPullQuotes(blocks, shapes, kinds)
	markComments(blocks, kinds)
	dropEmptySections(shapes, kinds)
	return kinds
}

// mostly is the share of links from which a short block only leads elsewhere.
const mostly = .6

// aloneOnPage is what a block is by its own shape and links, or undecided.
func aloneOnPage(b block, s shape, linked float64) news.ParagraphKind {
	const short = 25 // words; longer blocks are prose, however many links they have
	if s.words <= short && linked >= mostly && b.mark != heading {
		return news.Related
	}
	switch {
	case b.mark == row:
		return news.Body
	case b.mark == bullet && !isPageLine(b.text, s) && !isRelatedLine(b.text, s):
		return undecided
	}
	k := alone(b, s)
	if k == news.Heading && (isRelatedLabel(b.text, s) || isPageLine(b.text, s) || isRelatedLine(b.text, s)) {
		return news.Related
	}
	return k
}

// amongOnPage decides a block that is no sentence by its place: the article's
// first and last surely own words are at first and last.
func amongOnPage(b block, s shape, i, first, last int) news.ParagraphKind {
	switch {
	case i < first && b.mark != bullet:
		return news.Furniture
	case i > last+1 && b.mark != bullet && !s.ends:
		return news.Furniture
	}
	return news.Body
}

// dropEmptySections makes related ones of the headings under which nothing of
// the article stands: those of lists of other stories, and of the page's foot.
// Three headings on end are such a list.
func dropEmptySections(shapes []shape, kinds []news.ParagraphKind) {
	told, run := false, 0
	for i := len(kinds) - 1; i >= 0; i-- {
		if kinds[i] != news.Heading {
			run = 0
		}
		switch {
		case kinds[i] == news.Body:
			told = true
		case kinds[i] == news.Related && shapes[i].words >= 4:
			told = false // whatever heads this list does not head the prose below
		case kinds[i] == news.Heading:
			if run++; run == 3 {
				kinds[i+1], kinds[i+2] = news.Related, news.Related
			}
			if run >= 3 || !told {
				kinds[i] = news.Related
			}
		}
	}
}

// dropPullQuotes makes furniture of short blocks whose words stand in a longer
// one as well: pages set them large between the paragraphs.
func dropPullQuotes(blocks []block, shapes []shape, kinds []news.ParagraphKind) {
	const (
		longest = 40  // words
		most    = 200 // blocks that are looked for, which bounds the work
	)
	var all strings.Builder
	all.WriteByte('\n')
	for i, b := range blocks {
		if kinds[i] == news.Body {
			all.WriteString(bare(b.text) + "\n")
		}
	}
	text, tried := all.String(), 0
	for i, b := range blocks {
		if kinds[i] != news.Body || b.mark != plain || shapes[i].words < 4 || shapes[i].words > longest || tried >= most {
			continue
		}
		tried++
		// As a block of its own it may stand there twice: some things are said twice.
		if words := bare(b.text); strings.Count(text, words) > strings.Count(text, "\n"+words+"\n") {
			kinds[i] = news.Furniture
		}
	}
}

// bare is a text without the marks around it, in small letters.
func bare(text string) string {
	return strings.ToLower(strings.TrimFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}
