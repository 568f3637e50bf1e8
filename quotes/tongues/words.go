package tongues

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/sentences"
	"onrecord/speakers"
)

// place is a stretch of a paragraph, in bytes.
type place struct{ start, end int }

// word is a word, or a mark that matters, of a unit.
type word struct {
	place
	lower   string
	capital bool
	mark    bool // a comma, a dash, a colon
	quote   int  // 1 + the quotation that it stands for, 0 for none
}

// closings are the marks that end a quotation, by the one that opens it.
var closings = map[rune]string{'«': "»", '„': "“”", '“': "”", '‹': "›", '"': "\""}

// quotations finds the stretches in quotation marks, marks included. One that is
// not closed goes on to the end.
func quotations(text string) []place {
	var out []place
	depth, start, closes := 0, 0, ""
	for i, r := range text {
		switch {
		case depth > 0 && strings.ContainsRune(closes, r):
			if depth--; depth == 0 {
				out = append(out, place{start, i + utf8.RuneLen(r)})
			}
		case depth > 0 && r != '"' && closings[r] == closes:
			depth++
		case depth == 0 && closings[r] != "":
			depth, start, closes = 1, i, closings[r]
		}
	}
	if depth > 0 {
		out = append(out, place{start, len(text)})
	}
	if len(out) == 0 {
		return spokenAfterDash(text)
	}
	return out
}

// spokenAfterDash reads a line of dialogue, "—Sí —dijo Ana—. Ya voy.": what
// stands between its dashes, every other stretch being the reporter's.
func spokenAfterDash(text string) []place {
	if r, _ := utf8.DecodeRuneInString(text); r != '—' && r != '–' {
		return nil
	}
	var dashes []int
	for i, r := range text {
		if r == '—' || r == '–' {
			dashes = append(dashes, i)
		}
	}
	if len(dashes) < 2 {
		return nil // an item of a list, as likely as not
	}
	var out []place
	for n := 0; n < len(dashes); n += 2 {
		at := place{dashes[n] + len("—"), len(text)}
		if n+1 < len(dashes) {
			at.end = dashes[n+1]
		}
		s := text[at.start:at.end]
		at.start += len(s) - len(strings.TrimLeft(s, " .,"))
		if at.start < at.end {
			at.end = at.start + len(strings.TrimRight(text[at.start:at.end], " "))
		}
		if at.start < at.end {
			out = append(out, at)
		}
	}
	return out
}

// units cuts a paragraph into sentences, joined where a quotation runs over
// their ends, or where a dash or a small letter goes on after one.
func units(text string, quotes []place) []place {
	var out []place
	for _, s := range sentences.Split(text) {
		joined := false
		if n := len(out); n > 0 {
			for _, q := range quotes {
				joined = joined || q.start < s.Start && s.Start < q.end
			}
			rest := strings.TrimLeft(text[s.Start:s.End], " ,")
			first, _ := utf8.DecodeRuneInString(rest)
			joined = joined || first == '—' || first == '–' || unicode.IsLower(first)
			if joined {
				out[n-1].end = s.End
			}
		}
		if !joined {
			out = append(out, place{s.Start, s.End})
		}
	}
	return out
}

// maxWords bounds a unit: no sentence of news is near it.
const maxWords = 300

// words cuts a unit into words; each quotation counts as one.
func words(text string, at place, quotes []place) []word {
	var out []word
	for i := at.start; i < at.end && len(out) < maxWords; {
		inside := -1
		for n, q := range quotes {
			if q.start == i {
				inside = n
			}
		}
		if inside >= 0 {
			end := min(quotes[inside].end, at.end)
			out = append(out, word{place: place{i, end}, quote: inside + 1})
			i = end
			continue
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case letter(r):
			end := i
			for end < at.end {
				r, n := utf8.DecodeRuneInString(text[end:])
				next, _ := utf8.DecodeRuneInString(text[end+n:])
				if !letter(r) && !(r == '-' && letter(next)) {
					break
				}
				end += n
			}
			w := text[i:end]
			out = append(out, word{place: place{i, end}, lower: strings.ToLower(w), capital: unicode.IsUpper(r)})
			i = end
		case strings.ContainsRune(",:;—–()", r):
			out = append(out, word{place: place{i, i + n}, lower: string(r), mark: true})
			i += n
		default:
			i += n
		}
	}
	return out
}

func letter(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r) }

// wordCount is about how many words a text has.
func wordCount(s string) int { return len(strings.Fields(s)) }

func idOf(name string) string { return speakers.ID(name) }
