package speakers

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// token is a word of a paragraph: the bytes [start, end), a possessive 's left
// out and the full stop of an abbreviation kept.
type token struct {
	start, end int32
	gap        gap
	flags      flag
}

// gap is what stands between a word and the one before it, beside white space.
type gap uint8

const (
	comma gap = 1 << iota
	mark      // a quotation mark
	paren
	dash
	stop // a sentence or clause ends: . ! ? : ;
	other
)

type flag uint16

const (
	capital    flag = 1 << iota // begins with a capital, in the way of a name
	upper                       // has at least two letters, all of them capitals
	digit                       // begins with a digit
	possessive                  // 's or ' follows
	opening                     // the first word of a sentence
	quoted                      // inside quotation marks
	abbreviation
)

func (t token) is(f flag) bool { return t.flags&f != 0 }

// tokenize cuts a paragraph into words, appending to dst. A quotation that is
// left open runs to the paragraph's end.
func tokenize(text string, dst []token) []token {
	var between gap
	inside := false
	for i := 0; i < len(text); {
		c := text[i]
		if c < utf8.RuneSelf && !isWordByte(c) {
			switch c {
			case ' ', '\t':
			case ',':
				between |= comma
			case '"':
				between |= mark
				inside = !inside
			case '(', ')', '[', ']':
				between |= paren
			case '-':
				between |= dash
			case '.', '!', '?', ':', ';':
				between |= stop
			case '\'':
				if strings.HasPrefix(text[i:], "''") {
					between |= mark
					inside = !inside
					i++
				}
			default:
				between |= other
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			switch {
			case r == '“' || r == '«' || r == '„':
				between |= mark
				inside = true
			case r == '”' || r == '»':
				between |= mark
				inside = !inside && r == '”' && opens(text, i, i+size)
			case r == '—' || r == '–' || r == '―':
				between |= dash
			case r == '…':
				between |= stop
			case unicode.IsSpace(r) || r == '‘' || r == '’':
			default:
				between |= other
			}
			i += size
			continue
		}
		t := word(text, i)
		t.gap, between = between, 0
		if inside {
			t.flags |= quoted
		}
		dst = append(dst, t)
		i = int(t.end)
		if t.is(possessive) {
			i = skipPossessive(text, i)
		}
	}
	return dst
}

// opens tells whether a closing mark stands where only an opening one can.
func opens(text string, at, after int) bool {
	if at > 0 && text[at-1] != ' ' || after >= len(text) {
		return false
	}
	r, _ := utf8.DecodeRuneInString(text[after:])
	return unicode.IsLetter(r)
}

func isWordByte(c byte) bool {
	return 'a' <= c && c <= 'z' || 'A' <= c && c <= 'Z' || '0' <= c && c <= '9'
}
