package news

import (
	"fmt"
	"unicode/utf8"
)

// Span is a place in a stored article: the bytes [Start, End) of one citable
// paragraph of one version. Bytes inside the program; what users are given
// counts Unicode code points, see [Quote.Runes].
type Span struct {
	Article   Ref
	Paragraph int // the paragraph's Number
	Start     int
	End       int
}

// Zero tells whether the span is none at all.
func (s Span) Zero() bool { return s == Span{} }

// Len is the span's length in bytes.
func (s Span) Len() int { return s.End - s.Start }

// Contains tells whether t lies wholly inside s.
func (s Span) Contains(t Span) bool {
	return s.Article == t.Article && s.Paragraph == t.Paragraph && s.Start <= t.Start && t.End <= s.End
}

// Overlaps tells whether s and t share at least one byte.
func (s Span) Overlaps(t Span) bool {
	return s.Article == t.Article && s.Paragraph == t.Paragraph && s.Start < t.End && t.Start < s.End
}

// Text cuts the span's words out of the article. It fails with
// [ErrBadSpan] when the span is another article's, reaches outside its
// paragraph, is empty, or splits a character.
func (a *Article) Text(s Span) (string, error) {
	if s.Article != a.Ref() {
		return "", fmt.Errorf("cut %v out of %v: %w: another article's", s, a.Ref(), ErrBadSpan)
	}
	p := a.Paragraph(s.Paragraph)
	switch {
	case p == nil:
		return "", fmt.Errorf("cut %v: %w: no such paragraph", s, ErrBadSpan)
	case s.Start < 0 || s.End > len(p.Text) || s.Start >= s.End:
		return "", fmt.Errorf("cut %v: %w: outside its paragraph", s, ErrBadSpan)
	case !utf8.RuneStart(p.Text[s.Start]) || s.End < len(p.Text) && !utf8.RuneStart(p.Text[s.End]):
		return "", fmt.Errorf("cut %v: %w: inside a character", s, ErrBadSpan)
	}
	return p.Text[s.Start:s.End], nil
}
