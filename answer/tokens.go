package answer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/retrieval"
)

// token is a word as checking compares it: marks, dashes and case are nothing.
type token struct {
	fold       string
	text       string // as it stands
	start, end int    // bytes of the text
	gap        bool   // an ellipsis stands before it
}

// tokens cuts text into words in linear time.
func tokens(text string) []token {
	var out []token
	start, dots, gap := -1, 0, false
	flush := func(end int) {
		if start < 0 {
			return
		}
		word := strings.TrimRight(text[start:end], "'’")
		out = append(out, token{fold: retrieval.Fold(strings.ReplaceAll(word, "’", "'")), text: word, start: start, end: start + len(word), gap: gap && len(out) > 0})
		start, gap = -1, false
	}
	for i, r := range text {
		inner := (r == '\'' || r == '’') && start >= 0 && letterAt(text, i+utf8.RuneLen(r))
		switch {
		case unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || inner:
			if start < 0 {
				start = i
			}
			dots = 0
			continue
		case (r == '.' || r == ',') && start >= 0 && digitAt(text, i-1) && digitAt(text, i+1):
			continue // 2.5 and 10,000 are one word
		case r == '.' && start >= 0 && letterAt(text, i+1) && (i == start+1 || text[i-2] == '.'):
			continue // and so is U.S.
		}
		flush(i)
		switch {
		case r == '…':
			gap = true
		case r == '.':
			if dots++; dots >= 3 {
				gap = true
			}
		case r != ' ' && r != '\u00a0':
			dots = 0
		}
	}
	flush(len(text))
	return out
}

func letterAt(s string, i int) bool {
	r, _ := utf8.DecodeRuneInString(s[min(i, len(s)):])
	return unicode.IsLetter(r)
}

func digitAt(s string, i int) bool { return i >= 0 && i < len(s) && '0' <= s[i] && s[i] <= '9' }

// quoted tells whether the bytes [start, end) of a paragraph stand inside one
// pair of double quotation marks. A quotation left open runs to the
// paragraph's end; a curly mark may be closed by a straight one.
func quoted(text string, start, end int) bool {
	open := -1
	for i, r := range text {
		switch r {
		case '“', '"', '”', '„', '«', '»':
		default:
			continue
		}
		switch {
		case open < 0 && r != '”' && r != '»':
			open = i + utf8.RuneLen(r)
		case open >= 0 && r == '“':
			open = i + utf8.RuneLen(r)
		case open >= 0:
			if open <= start && end <= i {
				return true
			}
			open = -1
		}
		if i > end {
			return false
		}
	}
	return open >= 0 && open <= start && end <= len(text)
}
