package answer

import (
	"strings"
	"unicode/utf8"

	"onrecord/news"
	"onrecord/sentences"
)

// Objection says why a sentence of a model's prose is not shown.
type Objection string

// The objections, in the order in which the guard comes to them.
const (
	NoObjection    Objection = ""
	BadForm        Objection = "form"        // markup, links, several sentences, too long or too short
	Unattributed   Objection = "attribution" // does not say whose words it retells, or says it wrongly
	BadQuotedWords Objection = "quoted words"
	StrangeName    Objection = "name"
	StrangeNumber  Objection = "number"
	StrangeNo      Objection = "negation" // a no, an if or a may more or less than in the quotation
	StrangeWord    Objection = "word"
	OutOfContext   Objection = "context" // cut out so that it means something else
)

// source is a quotation as the guard sees it.
type source struct {
	names  []string // how prose may call the speaker; none for the article's own voice
	role   string
	kind   news.Kind
	stance news.Stance
	cue    string // the article's own word or words of saying, "" for none
	// content is what is credited: the words of a direct quotation, the clause
	// that depends on the cue of any other, the sentence of a narration.
	content string
}

// guard holds a sentence of a model's prose to the quotations that it says it
// leans on. It lets a sentence pass only when it says whose words it retells and
// then retells one stretch of one quotation: with its words, in their order,
// none added, left out only before and after it and between commas, and no "not",
// "if" or "may" lost on either side. So names, numbers, dates and negations can't
// be others than the article's, and nothing that somebody said becomes a fact.
// It is a pure function; when no source bears the sentence out it returns the
// objection of the one that came furthest.
func guard(sentence string, leans []source) Objection {
	if !plainSentence(sentence) {
		return BadForm
	}
	if len(leans) == 0 {
		return Unattributed
	}
	worst := NoObjection
	for _, s := range leans {
		o := s.bears(sentence)
		if o == NoObjection {
			return o
		}
		if furthest[o] > furthest[worst] {
			worst = o
		}
	}
	return worst
}

// furthest orders the objections by how far a sentence got.
var furthest = map[Objection]int{BadForm: 1, Unattributed: 2, BadQuotedWords: 3, StrangeWord: 4, StrangeName: 5, StrangeNumber: 6, StrangeNo: 7, OutOfContext: 8}

// longestProse bounds a sentence of prose, in bytes.
const longestProse = 400

// plainSentence tells whether text is one sentence of plain words: nothing in it
// is a link, a mention or markup on any screen.
func plainSentence(s string) bool {
	if s == "" || len(s) > longestProse || !utf8.ValidString(s) || strings.TrimSpace(s) != s {
		return false
	}
	if strings.IndexFunc(s, func(r rune) bool { return !inProse(r) }) >= 0 {
		return false
	}
	low := strings.ToLower(s)
	if strings.Contains(low, "//") || strings.Contains(low, "www.") || dotted(s) {
		return false
	}
	return len(sentences.Split(s)) == 1
}

// dotted tells whether a full stop joins two longer words, as in an address.
func dotted(s string) bool {
	for i := 2; i+2 < len(s); i++ {
		if s[i] == '.' && isLetterAt(s, i-1) && isLetterAt(s, i-2) && isLetterAt(s, i+1) && isLetterAt(s, i+2) {
			return true
		}
	}
	return false
}

func isLetterAt(s string, i int) bool {
	return s[i]|0x20 >= 'a' && s[i]|0x20 <= 'z' || s[i] >= utf8.RuneSelf
}

// bears tells whether one quotation bears a sentence out.
func (s source) bears(sentence string) Objection {
	rest, ok := s.attributed(sentence)
	if !ok {
		return Unattributed
	}
	if o := s.quotesRightly(rest); o != NoObjection {
		return o
	}
	return retells(readWords(rest), readWords(s.content), s.stance)
}
