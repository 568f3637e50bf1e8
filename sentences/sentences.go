// Package sentences tells where the sentences of a paragraph of news begin and
// end: a full stop after "Sept." or "U.S." ends none, one inside quotation
// marks may.
package sentences

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Sentence is the byte range [Start, End) of one sentence in its paragraph,
// white space around it left out.
type Sentence struct{ Start, End int }

// Split cuts a paragraph into its sentences, in order and without overlap;
// together they hold everything but white space. Closing marks after a stop
// belong to the sentence that ends. It takes time linear in the text.
func Split(text string) []Sentence {
	var out []Sentence
	start := skipSpace(text, 0)
	for i := start; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !isStop(r) {
			i += n
			continue
		}
		stop := i
		i = afterStop(text, i)
		next := skipSpace(text, i)
		if next < len(text) && !ends(text, stop, i, next) {
			continue
		}
		out = append(out, Sentence{start, i})
		start, i = next, next
	}
	if end := len(strings.TrimRightFunc(text, unicode.IsSpace)); start < end {
		out = append(out, Sentence{start, end})
	}
	return out
}

func isStop(r rune) bool { return r == '.' || r == '!' || r == '?' || r == '…' }

// afterStop returns where a run of stops and the closing marks after it end.
// A spaced ellipsis (". . .") is one run.
func afterStop(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case isStop(r), strings.ContainsRune("\"”’'»)]", r):
			i += n
		case r == ' ' && strings.HasPrefix(text[i:], " . "), r == ' ' && text[i:] == " .":
			i += 2
		default:
			return i
		}
	}
	return i
}

func skipSpace(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !unicode.IsSpace(r) {
			return i
		}
		i += n
	}
	return i
}

// ends tells whether the stop at text[stop:after] ends its sentence, when the
// next words begin at next.
func ends(text string, stop, after, next int) bool {
	run := text[stop:after]
	closed := strings.ContainsAny(run, "\"”’'»")
	word, mark := nextWord(text, next)
	if next == after && (!closed || word == "" || !isUpper(word)) {
		return false // nothing between: a decimal, an address, an initialism
	}
	if !mark && !isUpper(word) && !startsWithDigit(text[next:]) {
		return false
	}
	if closed && strings.ContainsAny(run, "!?") && !mark && tagFollows(text[next:]) {
		return false // "Why?" Smith asked.
	}
	if strings.HasPrefix(run, "..") || strings.HasPrefix(run, "…") || strings.HasPrefix(run, ". .") {
		return mark || closed || starters[strings.ToLower(word)]
	}
	if run[0] != '.' || closed || strings.ContainsAny(run, "!?") {
		return true
	}
	return endsAfter(lastWord(text[:stop]), word, text[next:])
}

// endsAfter decides for a plain full stop by the word before it.
func endsAfter(before, word, rest string) bool {
	low := strings.ToLower(before)
	switch {
	case titles[low]:
		return false
	case low == "no" || low == "nos":
		return !startsWithDigit(rest)
	case months[low]:
		return starters[strings.ToLower(word)]
	case either[low], strings.Contains(low, "."), utf8.RuneCountInString(before) == 1 && isUpper(before):
		return word == "" || starters[strings.ToLower(word)]
	}
	return true
}

// lastWord is the run of letters and inner stops that ends text, at most 24
// bytes of it.
func lastWord(text string) string {
	i := len(text)
	for i > 0 && len(text)-i < 24 {
		r, n := utf8.DecodeLastRuneInString(text[:i])
		if !unicode.IsLetter(r) && r != '.' {
			break
		}
		i -= n
	}
	return strings.Trim(text[i:], ".")
}

// nextWord is the word at text[i:], and whether a mark (an opening quotation
// mark, a bracket, a bullet) stands before it. It looks no further than a few
// bytes, so that a page of marks stays linear.
func nextWord(text string, i int) (word string, mark bool) {
	for limit := i + 12; i < len(text) && i < limit; {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			break
		}
		mark = true
		i += n
	}
	end := i
	for end < len(text) && end-i < 32 {
		r, n := utf8.DecodeRuneInString(text[end:])
		if !unicode.IsLetter(r) {
			break
		}
		end += n
	}
	return text[i:end], mark
}

// tagFollows tells whether a name of at most six capitalised words and a verb
// of saying stand here: the tail of a quotation that ended in "?" or "!". An
// aside may stand between them: Lee Moss, the mayor, said.
func tagFollows(text string) bool {
	text = text[:min(len(text), 160)]
	aside := false
	for i, w := range strings.Fields(text) {
		bare := strings.TrimRight(w, ".,;:")
		switch {
		case tagVerbs[bare]:
			return i > 0
		case aside:
			if strings.HasSuffix(w, ".") && !titles[strings.ToLower(bare)] || strings.ContainsAny(w, "!?") {
				return false
			}
		case i >= 6 || !isUpper(w) || starters[strings.ToLower(bare)]:
			return false
		}
		aside = aside || i > 0 && strings.HasSuffix(w, ",")
	}
	return false
}

func isUpper(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}

func startsWithDigit(s string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(s, "$€£#"))
	return unicode.IsDigit(r)
}
