package quotes

import (
	"strings"
	"unicode"

	"onrecord/news"
)

// marksOf knows the quotations of an article's citable paragraphs. It keeps
// those of the paragraph it was asked about last.
type marksOf struct {
	article []news.Paragraph
	last    int
	quotes  []quotation
}

// kind works out how much of the content stands in quotation marks.
func (m *marksOf) kind(content []news.Span) news.Kind {
	in, out := false, false
	for _, s := range content {
		text := m.article[s.Paragraph-1].Text
		if m.last != s.Paragraph {
			m.last, m.quotes = s.Paragraph, findQuotations(text)
		}
		quotes := m.quotes
		at := s.Start
		for n := firstReaching(quotes, at); n < len(quotes) && quotes[n].start < s.End; n++ {
			q := quotes[n]
			in = true
			out = out || q.start > at && hasWords(text[at:q.start])
			at = q.end
		}
		out = out || at < s.End && hasWords(text[at:s.End])
	}
	switch {
	case in && out:
		return news.Mixed
	case in:
		return news.Direct
	}
	return news.Reported
}

// firstReaching is the index of the first quotation that ends after at.
func firstReaching(quotes []quotation, at int) int {
	lo, hi := 0, len(quotes)
	for lo < hi {
		if mid := (lo + hi) / 2; quotes[mid].end <= at {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return lo
}

func hasWords(s string) bool {
	return strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) })
}
