package answer

import (
	"slices"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"onrecord/retrieval"
	"onrecord/sentences"
)

// proseWord is a word of prose or of a quotation, as the guard compares them.
type proseWord struct {
	fold       string // lower case without accents, numbers without their commas
	stem       string
	start, end int
	capital    bool
	digit      bool
	free       bool // may be added and left out: an article, a pronoun
	pause      bool // punctuation stands before it
	stop       bool // a sentence begins with it
	fresh      bool // and that is certain: no "Gov." stands before it
	asked      bool // a question mark stands behind it in its sentence
}

// freeWords carry nothing that a retelling could get wrong.
var freeWords = set(`a an the that this these those he she it they him her them his its their i we me us my our you your have has had having also`)

// turning words turn what stands beside them into something else: who drops one
// or adds one tells another story.
var turning = set(`not no never nobody none nothing nowhere neither nor without cannot hardly barely scarcely rarely seldom
	if unless until except only whether although though despite instead rather
	may might could can will would shall should must ought perhaps maybe probably possibly allegedly reportedly supposedly likely unlikely
	refuse reject deny decline fail doubt dispute avoid prevent stop lack false wrong untrue lie myth rumour rumor hoax fake nonsense impossible
	pretend suppose imagine claim allege say tell suggest believe think fear hope expect want plan try seek attempt threaten promise
	consider ask wonder question accuse suspect predict warn hint imply argue insist report call describe wish could`)

// turningStems are their stems: "denies" turns as "deny" does.
var turningStems = sync.OnceValue(func() map[string]bool {
	out := make(map[string]bool, len(turning))
	for w := range turning {
		out[stemOf(w)] = true
	}
	return out
})

func (w proseWord) turns() bool { return turning[w.fold] || turningStems()[w.stem] }

// conditions are those that may stand behind what they turn.
var conditions = set(`if unless until except provided providing only not without whether`)

// backshift makes one word of those that reported speech changes into another.
var backshift = map[string]string{
	"will": "would", "shall": "would", "can": "could", "may": "might", "ought": "should",
	"is": "be", "are": "be", "was": "be", "were": "be", "am": "be", "been": "be", "being": "be",
	"does": "do", "did": "do", "done": "do",
}

// contracted are the endings of contractions and the words they stand for.
var contracted = []struct{ end, word string }{{"n't", "not"}, {"'ll", "would"}, {"'re", "be"}, {"'m", "be"}, {"'ve", "have"}, {"'d", "would"}}

// short are the irregular ones.
var short = map[string][]string{
	"won't": {"would", "not"}, "can't": {"could", "not"}, "cannot": {"could", "not"}, "shan't": {"would", "not"},
	"it's": {"it", "be"}, "that's": {"that", "be"}, "he's": {"he", "be"}, "she's": {"she", "be"}, "there's": {"there", "be"}, "what's": {"what", "be"}, "who's": {"who", "be"},
}

// readWords cuts text into words and marks where it pauses. It takes time linear
// in the text.
func readWords(text string) []proseWord {
	var out []proseWord
	before := ""
	for _, one := range sentences.Split(text) {
		words := sentenceWords(text, one.Start, one.End)
		if len(words) > 0 {
			words[0].pause, words[0].stop, words[0].fresh = true, true, !abbreviated(before)
			before = text[words[len(words)-1].start:one.End]
		}
		out = append(out, words...)
	}
	return out
}

// abbreviated tells whether a sentence's last word and point may be those of a
// title or a month, with which no sentence ends.
func abbreviated(end string) bool {
	const longest = 4
	first, _ := utf8.DecodeRuneInString(end)
	word, ok := strings.CutSuffix(end, ".")
	return ok && unicode.IsUpper(first) && utf8.RuneCountInString(word) <= longest
}

// sentenceWords cuts one sentence of a text into words.
func sentenceWords(text string, start, end int) []proseWord {
	var out []proseWord
	pause := false
	for i := start; i < end; {
		r, n := utf8.DecodeRuneInString(text[i:])
		if wordRune(r) {
			until := min(wordEnd(text, i), end)
			for _, w := range wordsOf(text, i, until) {
				w.pause, pause = pause, false
				out = append(out, w)
			}
			i = until
			continue
		}
		switch {
		case r == '?':
			for k := range out {
				out[k].asked = true
			}
			pause = true
		case r == '$' || r == '€' || r == '£' || r == '%':
			out = append(out, proseWord{fold: string(r), stem: string(r), start: i, end: i + n, digit: true, pause: pause})
			pause = false
		case !unicode.IsSpace(r) && !strings.ContainsRune(".-‐‑'’", r):
			pause = true
		}
		i += n
	}
	return out
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) }

// wordEnd is where the word that begins at i ends: an apostrophe between letters
// belongs to it, so does a point or comma between digits, and the points of "U.S.".
func wordEnd(text string, i int) int {
	for i < len(text) {
		r, n := utf8.DecodeRuneInString(text[i:])
		if !wordRune(r) {
			next, _ := utf8.DecodeRuneInString(text[i+n:])
			before, _ := utf8.DecodeLastRuneInString(text[:i])
			switch {
			case (r == '\'' || r == '’') && unicode.IsLetter(before) && unicode.IsLetter(next):
			case (r == '.' || r == ',') && unicode.IsDigit(before) && unicode.IsDigit(next):
			case r == '.' && initial(text, i):
			default:
				return i
			}
		}
		i += n
	}
	return i
}

// initial tells whether the point at i ends a single capital letter.
func initial(text string, i int) bool {
	if i == 0 || text[i-1] < 'A' || text[i-1] > 'Z' {
		return false
	}
	if i == 1 {
		return true
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i-1])
	return !wordRune(before)
}

// wordsOf reads the word between two bytes: one, or what a contraction is of.
func wordsOf(text string, start, end int) []proseWord {
	raw := strings.ReplaceAll(text[start:end], "’", "'")
	first, _ := utf8.DecodeRuneInString(raw)
	fold := strings.ReplaceAll(retrieval.Fold(strings.TrimSuffix(strings.TrimSuffix(raw, "'s"), "'S")), ".", "")
	w := proseWord{start: start, end: end, capital: unicode.IsUpper(first), digit: strings.IndexFunc(raw, unicode.IsDigit) >= 0}
	low := strings.ToLower(raw)
	if parts := short[low]; parts != nil {
		return w.parts(parts...)
	}
	for _, c := range contracted {
		if head, ok := strings.CutSuffix(low, c.end); ok && head != "" {
			return w.parts(head, c.word)
		}
	}
	if w.digit {
		fold = strings.ReplaceAll(low, ",", "")
	}
	out := w.as(fold)
	if len(raw) > 1 && strings.ToUpper(raw) == raw { // "U.S." is no pronoun
		out.free = false
	}
	return []proseWord{out}
}

func (w proseWord) parts(folds ...string) []proseWord {
	var out []proseWord
	for _, f := range folds {
		part := w.as(f)
		part.capital = false
		out = append(out, part)
	}
	return out
}

// as is the word with that folded form.
func (w proseWord) as(fold string) proseWord {
	if other, ok := backshift[fold]; ok {
		fold = other
	}
	w.fold, w.stem, w.free = fold, fold, freeWords[fold]
	if !w.digit && !w.free {
		w.stem = stemOf(fold)
	}
	return w
}

// stemOf is the stem of a folded word, itself when it has none.
func stemOf(fold string) string {
	if terms := retrieval.Terms(fold); len(terms) == 1 && terms[0].Start == 0 && terms[0].End == len(fold) {
		return terms[0].Text
	}
	return fold
}

// same tells whether two words are one: a name and a number to the letter, any
// other word in any of its forms.
func (w proseWord) same(o proseWord) bool {
	if w.fold == o.fold {
		return true
	}
	named := w.capital && !w.stop || o.capital && !o.stop
	return !named && !w.digit && !o.digit && w.stem == o.stem
}

// inProse lists the characters that prose may be made of.
func inProse(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.Is(unicode.Mn, r) || strings.ContainsRune(" .,;:()-–—'’“”\"$€£%&", r)
}

// bare are the words that are not free.
func bare(words []proseWord) []proseWord {
	return slices.DeleteFunc(slices.Clone(words), func(w proseWord) bool { return w.free })
}
