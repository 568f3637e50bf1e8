// Package retrieval goes from the words of a question to ranked evidence. It
// alone decides what a word is ([Terms]), when an article is stored and when a
// question is asked, and it alone computes scores: stores find, retrieval ranks.
package retrieval

import "unicode/utf8"

// Term is a word as the index knows it, and the bytes of the text it stands for.
type Term struct {
	// Text is made of lower-case letters, digits and characters beyond ASCII
	// only, so that no database's tokenizer cuts it again.
	Text       string
	Start, End int
	Kind       TermKind
}

// TermKind says what a term was made of.
type TermKind uint8

// The kinds of term.
const (
	Word   TermKind = iota
	Number          // "48", "forty-eight", "2.5 million", "1990s", "19th"
	Joined          // "ceasefir" for "cease-fire", beside the terms of its parts
)

// Terms cuts text into terms: folded, stemmed, stop words left out. They are
// ordered by Start; a [Joined] term follows the parts it covers. Terms takes
// time linear in the text's length.
func Terms(text string) []Term {
	return appendTerms(make([]Term, 0, len(text)/8+1), text)
}

// maxNear is how many pieces have room on the stack: those of most paragraphs.
const maxNear = 96

// appendTerms is [Terms] into a slice that the caller may reuse.
func appendTerms(out []Term, text string) []Term {
	var room [maxNear]piece
	ps := appendPieces(room[:0], text)
	for i := 0; i < len(ps); {
		if t, n := readNumber(ps[i:]); n > 0 {
			if day := dayOfMonth(ps, i); day != "" {
				t.Text = day
			}
			out = appendNumber(out, t, ps[i].sign, ps[i+n-1].sign)
			i += n
			continue
		}
		if t, n := readPair(ps[i:]); n > 0 {
			out = append(out, t)
			i += n
			continue
		}
		if w := ps[i].term(); w != "" {
			out = append(out, Term{Text: w, Start: ps[i].start, End: ps[i].end})
		}
		if t, ok := readJoined(ps, i); ok {
			out = append(out, t)
		}
		i++
	}
	return out
}

// appendNumber adds a number with what the sign before or after it says.
func appendNumber(out []Term, t Term, before, after rune) []Term {
	if word := signs[before]; word != "" && before != '%' {
		out = append(out, Term{Text: word, Start: t.Start - utf8.RuneLen(before), End: t.Start})
	}
	out = append(out, t)
	if after == '%' {
		out = append(out, Term{Text: signs['%'], Start: t.End, End: t.End + 1})
	}
	return out
}

// signs are the words for which a sign stands.
var signs = map[rune]string{'%': "percent", '$': "dollar", '€': "euro", '£': "pound"}

// maxJoined bounds the parts of a hyphenated word that are also read as one:
// two as in "cease-fire"; three and more are phrases ("day-to-day").
const maxJoined = 2

// readJoined reads the hyphenated word that ends with the piece at i as one.
func readJoined(ps []piece, i int) (Term, bool) {
	if !ps[i].hyphened || i+1 < len(ps) && ps[i+1].hyphened {
		return Term{}, false
	}
	first := i
	for first > 0 && ps[first].hyphened {
		first--
	}
	if i-first+1 > maxJoined || isDigits(ps[first].text) {
		return Term{}, false
	}
	var all string
	for _, p := range ps[first : i+1] {
		all += p.text
	}
	return Term{Text: stem(all), Start: ps[first].start, End: ps[i].end, Kind: Joined}, true
}

// term is the index's word for a single piece, "" for a stop word.
func (p piece) term() string {
	switch {
	case p.text == "":
		return ""
	case (p.capitals || p.dotted) && p.role.initial != "":
		return p.role.initial
	case p.capitals && len(p.text) > 1:
		return stem(p.text) // "IT", "WHO": no stop word in capitals
	case p.role.stop:
		return ""
	case p.capital && p.role.month != "":
		return p.role.month
	}
	return stem(p.text)
}
