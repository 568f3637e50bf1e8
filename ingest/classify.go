package ingest

import (
	"strings"

	"onrecord/news"
)

// undecided is the kind of a block whose own shape tells too little: what
// stands around it decides.
const undecided = news.ParagraphKind("")

// classify says what each block is, first by the block's own shape, then by
// its place on the page.
func classify(blocks []block) []news.ParagraphKind {
	kinds := make([]news.ParagraphKind, len(blocks))
	shapes := make([]shape, len(blocks))
	for i, b := range blocks {
		shapes[i] = shapeOf(b.text)
		kinds[i] = alone(b, shapes[i])
	}
	first, last := bodyBounds(kinds)
	for i := range blocks {
		if kinds[i] == undecided {
			kinds[i] = among(blocks, shapes, kinds, i, first, last)
		}
	}
	dropDoubles(blocks, kinds)
	markRelatedLists(blocks, shapes, kinds)
	markComments(blocks, kinds)
	return kinds
}

// alone is what a block is by its own shape, or undecided.
func alone(b block, s shape) news.ParagraphKind {
	switch {
	case b.mark == code, b.mark == header:
		return news.Furniture
	case b.mark == heading, b.mark == title:
		return news.Heading
	case b.mark == row:
		return news.Body
	case b.mark == picture && s.words >= 4 || b.mark == legend:
		return news.Caption
	case b.mark == picture:
		return news.Furniture
	}
	if _, ok := dateLine(b.text); ok || isByline(b.text) {
		return news.Furniture
	}
	switch {
	case isRelatedLine(b.text, s):
		return news.Related
	case isRelatedLabel(b.text, s), isCredit(b.text, s), isPageLine(b.text, s):
		return news.Furniture
	case isCaption(b.text, s):
		return news.Caption
	case b.mark == link:
		return undecided
	case s.sentence && !(s.allTitle && s.words <= 14), s.words >= 25 && !s.titled:
		return news.Body
	}
	return undecided
}

// bodyBounds finds the first and last blocks that are surely the article's
// own words; (len, -1) when there are none.
func bodyBounds(kinds []news.ParagraphKind) (first, last int) {
	first, last = len(kinds), -1
	for i, k := range kinds {
		if k == news.Body {
			first, last = min(first, i), i
		}
	}
	return first, last
}

// among decides a block by its place. The blocks before i are decided.
func among(blocks []block, shapes []shape, kinds []news.ParagraphKind, i, first, last int) news.ParagraphKind {
	b, s := blocks[i], shapes[i]
	if i > 0 && s.words >= 4 && s.words <= 30 && isSource(blocks[i-1].text, shapes[i-1]) {
		return news.Caption
	}
	switch {
	case i < first:
		if b.mark == bullet || b.mark == link || s.words < 3 {
			return news.Furniture
		}
		return news.Heading
	case b.mark == link && s.words < 4:
		return news.Furniture
	case s.colon && s.words >= 3 && i+1 < len(blocks) && blocks[i+1].mark == bullet:
		return news.Body
	case i > last:
		if b.mark != bullet && s.ends && s.words >= 2 && !trails(b.text) {
			return news.Body
		}
		if b.mark == bullet && inList(blocks, kinds, i) {
			return news.Body
		}
		if s.words >= 5 && !s.ends {
			return news.Related
		}
		return news.Furniture
	}
	switch {
	case b.mark == bullet:
		if inList(blocks, kinds, i) || s.words >= 5 && !s.titled || s.ends {
			return news.Body
		}
		return news.Furniture
	case b.mark == link:
		return news.Related
	case s.ends && !s.allTitle && !trails(b.text):
		return news.Body
	case s.colon && s.words >= 3, s.words >= 18 && !s.titled:
		return news.Body
	case s.words >= 6 && s.titled, s.words >= 9:
		return news.Related
	}
	return news.Heading
}

// dropDoubles makes furniture of a line that the caption under it repeats: the
// words that a page gives to readers who can't see the picture.
func dropDoubles(blocks []block, kinds []news.ParagraphKind) {
	for i := range blocks[1:] {
		if kinds[i+1] == news.Caption && strings.HasPrefix(blocks[i+1].text, blocks[i].text) {
			kinds[i] = news.Furniture
		}
	}
}

// inList tells whether block i belongs to a list that the article introduces
// with a colon.
func inList(blocks []block, kinds []news.ParagraphKind, i int) bool {
	if i == 0 || kinds[i-1] != news.Body {
		return false
	}
	return blocks[i-1].mark == bullet || strings.HasSuffix(blocks[i-1].text, ":")
}
