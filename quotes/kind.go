package quotes

import (
	"strings"
	"unicode"

	"onrecord/news"
)

// kindOf works out how much of the content stands in quotation marks. seen
// keeps the quotations of the paragraphs asked about.
func kindOf(a *news.Article, seen map[int][]quotation, content []news.Span) news.Kind {
	in, out := false, false
	for _, s := range content {
		text := a.Paragraph(s.Paragraph).Text
		quotes, ok := seen[s.Paragraph]
		if !ok {
			quotes = findQuotations(text)
			seen[s.Paragraph] = quotes
		}
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
