package quotes

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// tag is the part a word plays in its sentence, as far as finding statements
// needs it.
type tag uint8

const (
	tagOther tag = iota
	tagNoun
	tagName // capitalised, not by its place alone
	tagVerb // finite: said, says, say
	tagBase // after "to" or a modal
	tagPart // past participle
	tagIng
	tagBe
	tagHave
	tagDo
	tagModal
	tagTo
	tagAdj
	tagAdv
	tagDet
	tagNum
	tagPoss // his, 's
	tagPron // subject or object pronoun
	tagPrep
	tagAnd  // and, or, but
	tagThat // that
	tagSub  // because, when, if …
	tagWh   // who, which, what …
	tagNot
	tagComma
	tagColon
	tagDash
	tagOpen  // ( [
	tagClose // ) ]
	tagStop  // . ! ? ;
	tagQuote // a whole quotation, marks included, as one word
)

// word is one token of a sentence; start and end are bytes of its paragraph.
type word struct {
	start, end int
	low        string // lower case, straight apostrophes
	tag        tag
	capital    bool
	named      bool // the article writes it with a capital inside sentences
	reading    reading
	quote      int  // index of its quotation, for tagQuote
	pause      bool // a quotation that ends with a comma or a stop inside its marks
}

// wordReader cuts text into words. It remembers every word it has looked up.
type wordReader struct {
	lex   *lexicon
	known map[string]word
	names map[string]bool // see learnNames
	// buffers take turns, since a sentence is read beside the one before it.
	buffers [2][]word
	turn    int
}

func newWordReader() *wordReader {
	return &wordReader{lex: theLexicon(), known: map[string]word{}, names: map[string]bool{}}
}

// words cuts text[from:to] into words; each quotation that lies in it is one.
// What it returns holds until it has been called twice more.
// quotes are the paragraph's, in order, and first is the first that may reach
// into the stretch.
func (wr *wordReader) words(text string, from, to int, quotes []quotation, first int) []word {
	wr.turn ^= 1
	out := wr.buffers[wr.turn][:0]
	defer func() { wr.buffers[wr.turn] = out }()
	for i := from; i < to; {
		for first < len(quotes) && quotes[first].end <= i {
			first++
		}
		if first < len(quotes) && quotes[first].start <= i {
			q := quotes[first]
			w := word{start: max(q.start, from), end: min(q.end, to), tag: tagQuote, quote: first}
			w.pause = pausesAtEnd(text[w.start:w.end])
			out = append(out, w)
			i = min(q.end, to)
			continue
		}
		limit := to
		if first < len(quotes) && quotes[first].start < to {
			limit = quotes[first].start
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		switch {
		case unicode.IsSpace(r):
			i += n
		case unicode.IsLetter(r) || unicode.IsDigit(r) || strings.ContainsRune("$€£#@", r):
			end := wordEnd(text, i, limit)
			out = wr.appendWord(out, text, i, end)
			i = end
		default:
			end := i + n
			t := tagOther
			switch r {
			case '\'', '’':
				if k := len(out) - 1; k >= 0 && out[k].end == i && strings.HasSuffix(out[k].low, "s") {
					t = tagPoss // the workers'
				}
			case ',':
				t = tagComma
			case ':':
				t = tagColon
			case '—', '–':
				t = tagDash
			case '-':
				for end < limit && text[end] == '-' {
					end++
				}
				t = tagDash
			case '(', '[':
				t = tagOpen
			case ')', ']':
				t = tagClose
			case '.', '!', '?', ';', '…':
				t = tagStop
			}
			out = append(out, word{start: i, end: end, tag: t})
			i = end
		}
	}
	return out
}

// wordEnd returns where the word at i ends: letters and digits with inner
// apostrophes, hyphens, stops and commas between digits.
func wordEnd(text string, i, limit int) int {
	_, n := utf8.DecodeRuneInString(text[i:])
	start := i
	i += n
	for i < limit {
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) {
			i += n
			continue
		}
		if !strings.ContainsRune("'’-.,&@", r) && r != '%' {
			return i
		}
		if r == '%' {
			return i + n
		}
		next, _ := utf8.DecodeRuneInString(text[min(i+n, limit):limit])
		prev, _ := utf8.DecodeLastRuneInString(text[:i])
		letters := unicode.IsLetter(next) || unicode.IsDigit(next)
		switch {
		case r == ',' && !(unicode.IsDigit(prev) && unicode.IsDigit(next)):
			return i
		case r == '.' && !letters:
			if isAbbreviation(text[start:i]) {
				return i + n
			}
			return i
		case !letters:
			return i
		}
		i += n
	}
	return i
}

// isAbbreviation tells whether a stop after these letters belongs to the word:
// an initial, an initialism, a title or a month.
func isAbbreviation(s string) bool {
	if utf8.RuneCountInString(s) == 1 {
		return s != "I" && unicode.IsUpper([]rune(s)[0])
	}
	return strings.Contains(s, ".") || shortForms[s[strings.LastIndexByte(s, '-')+1:]]
}

var shortForms = wordSet(`Mr Mrs Ms Dr Prof Gen Sen Sens Rep Reps Gov Govs Lt Col Sgt Capt Maj Adm Cmdr Rev
	Hon St Jr Sr Inc Corp Co Ltd Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec No vs Ala Ariz Ark Calif
	Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mass Mich Minn Miss Mo Mont Neb Nev Okla Ore Pa Tenn Tex Vt
	Va Wash Wis Wyo Dem Ph`)

// appendWord adds text[start:end], its clitic ('s, 'll, 've) as a word of its own.
func (wr *wordReader) appendWord(out []word, text string, start, end int) []word {
	cut := cliticAt(text[start:end])
	if cut > 0 {
		out = append(out, wr.lookUp(text[start:start+cut], start))
		return append(out, wr.lookUp(text[start+cut:end], start+cut))
	}
	return append(out, wr.lookUp(text[start:end], start))
}

// cliticAt returns where a clitic begins in a word, 0 when it has none.
func cliticAt(s string) int {
	at := strings.LastIndexAny(s, "'’")
	if at <= 0 {
		return 0
	}
	switch strings.ToLower(strings.TrimLeft(s[at:], "'’")) {
	case "s", "ll", "ve", "re", "d", "m":
		return at
	}
	return 0
}

// lookUp returns the word with what it may be; its place is the caller's.
func (wr *wordReader) lookUp(s string, start int) word {
	w, ok := wr.known[s]
	if !ok {
		w.low = strings.ReplaceAll(strings.ToLower(s), "’", "'")
		r, _ := utf8.DecodeRuneInString(s)
		w.capital = unicode.IsUpper(r) || unicode.IsTitle(r)
		w.named = w.capital && wr.names[s]
		if t, closed := closedClass[w.low]; closed {
			w.tag = t
		}
		if unicode.IsDigit(r) || strings.ContainsRune("$€£#", r) {
			w.tag = tagNum
		}
		if r == '@' {
			w.tag, w.capital = tagName, true
		}
		if len(wr.known) < 100_000 { // a page of nonsense words holds no more than this
			if w.tag == tagOther || ambiguousClosed[w.low] || w.tag == tagHave || w.tag == tagDo || w.tag == tagBe {
				w.reading = wr.lex.read(w.low)
			}
			wr.known[s] = w
		} else if w.tag == tagOther {
			w.reading = wr.lex.read(w.low)
		}
	}
	w.start, w.end = start, start+len(s)
	return w
}

// pausesAtEnd tells whether a quotation ends with a comma or a stop inside its
// marks, as one does before its tag.
func pausesAtEnd(s string) bool {
	s = strings.TrimRight(s, "\"”»'’“ ")
	for _, end := range [...]string{",", ".", "?", "!", "…", "—"} {
		if strings.HasSuffix(s, end) {
			return true
		}
	}
	return false
}
