package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// quotation is a stretch of a paragraph inside quotation marks: the bytes
// [start, end), marks included.
type quotation struct {
	start, end int
	closed     bool // false: the mark never closes, and end is where we stop believing it
	single     bool // ‘…’ or '…'
}

// mark is one double quotation mark and which ways its neighbours let it face.
type mark struct {
	pos, len      int
	opens, closes bool
}

// findQuotations returns the outermost quotations of a paragraph, in order.
// Marks of all shapes may pair with each other, since pages mix them. A mark
// that never closes runs to the next opening mark, or to the paragraph's end.
func findQuotations(text string) []quotation {
	var out []quotation
	marks := doubleMarks(text)
	open := -1
	for k := 0; k < len(marks); k++ {
		m := marks[k]
		if open < 0 {
			if m.opens {
				open = k
			}
			continue
		}
		if m.closes {
			out = append(out, quotation{start: marks[open].pos, end: m.pos + m.len, closed: true})
			open = -1
			continue
		}
		if k+2 < len(marks) && marks[k+1].closes && marks[k+2].closes && !marks[k+2].opens {
			k++ // a quotation within the quotation
			continue
		}
		out = append(out, quotation{start: marks[open].pos, end: trimEnd(text, marks[open].pos, m.pos)})
		open = k
	}
	if open >= 0 {
		out = append(out, quotation{start: marks[open].pos, end: trimEnd(text, marks[open].pos, len(text))})
	}
	if len(out) == 0 {
		return singleQuotations(text)
	}
	return out
}

// doubleMarks lists the double marks of every shape, in order.
func doubleMarks(text string) []mark {
	var out []mark
	prev := ' '
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		size := 0
		switch r {
		case '"', '“', '”', '„', '«', '»', '″':
			size = n
		case '\'', '`', '’', '‘':
			if strings.HasPrefix(text[i+n:], string(r)) {
				size = 2 * n
				if strings.HasPrefix(text[i+size:], string(r)) && !unicode.IsSpace(prev) {
					size += n // ''… 'so there,'''
				}
			}
		}
		if size == 0 {
			prev = r
			i += n
			continue
		}
		next, _ := utf8.DecodeRuneInString(text[i+size:])
		m := mark{pos: i, len: size}
		left := unicode.IsSpace(prev) || unicode.Is(unicode.Cf, prev) || strings.ContainsRune("([{—–-/", prev) // nothing to close before it
		right := unicode.IsLetter(next) || unicode.IsDigit(next) || strings.ContainsRune("$£€.…[(#@'‘“\"-—", next)
		switch r {
		case '“', '„', '«', '`', '‘':
			m.opens = true
			if !left && !right { // turned the wrong way
				m.opens, m.closes = false, true
			}
		case '”', '»':
			m.closes = true
			if left && (unicode.IsLetter(next) || unicode.IsDigit(next)) {
				m.opens, m.closes = true, false // a mark turned the wrong way
			}
		default:
			m.opens = left && right
			m.closes = !m.opens
		}
		out = append(out, m)
		prev = r
		i += size
	}
	return out
}

// singleQuotations pairs ‘…’ and '…' in a paragraph that has no double marks.
// An opening mark follows a space and a closing mark must exist; one after
// punctuation is believed before one that may be an apostrophe.
func singleQuotations(text string) []quotation {
	var out []quotation
	open, close := -1, -1
	flush := func() {
		if open >= 0 && close > 0 {
			out = append(out, quotation{start: open, end: close, closed: true, single: true})
		}
		open, close = -1, -1
	}
	prev := ' '
	for i, r := range text {
		if r == '‘' || r == '\'' || r == '’' {
			next, _ := utf8.DecodeRuneInString(text[i+utf8.RuneLen(r):])
			letter := unicode.IsLetter(next)
			switch {
			case (unicode.IsSpace(prev) || prev == '(' || prev == '—') && letter && r != '’':
				flush()
				open = i
			case open >= 0 && !letter && !unicode.IsDigit(next) && !unicode.IsSpace(prev):
				end := i + utf8.RuneLen(r)
				if strings.ContainsRune(".,!?…", prev) {
					close = end
					flush()
				} else if prev != 's' || close < 0 {
					close = end
				}
			}
		}
		prev = r
	}
	flush()
	return out
}

// trimEnd returns where text[from:to] ends without the space at its end.
func trimEnd(text string, from, to int) int {
	return from + len(strings.TrimRightFunc(text[from:to], unicode.IsSpace))
}
