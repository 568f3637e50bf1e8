package answer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/news"
)

// A directive is a text directive as browsers read it (WICG, URL Fragment Text
// Directives): the words to go to, or the first and the last of them, and what
// stands right before and after where the words alone would find another place.
type directive struct {
	prefix, start, end, suffix string
}

// String writes the directive as it stands in an address.
func (d directive) String() string {
	var b strings.Builder
	if d.prefix != "" {
		b.WriteString(escapeFragment(d.prefix) + "-,")
	}
	b.WriteString(escapeFragment(d.start))
	if d.end != "" {
		b.WriteString("," + escapeFragment(d.end))
	}
	if d.suffix != "" {
		b.WriteString(",-" + escapeFragment(d.suffix))
	}
	return b.String()
}

// escapeFragment writes a part of a directive: everything but letters, figures
// and a few marks is escaped, above all comma, hyphen and ampersand, which mean
// something there.
func escapeFragment(words string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for i := 0; i < len(words); i++ {
		switch c := words[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c >= '0' && c <= '9', c == '.', c == '_', c == '~':
			b.WriteByte(c)
		default:
			b.WriteByte('%')
			b.WriteByte(hex[c>>4])
			b.WriteByte(hex[c&15])
		}
	}
	return b.String()
}

// directives yields the directives for the words of text from start to end, a
// paragraph's, in the order in which they are to be tried: the whole words
// where they are few, their ends where they are many, and then both with what
// stands beside them.
func directives(text string, start, end int) []directive {
	start, end = trimmed(text, start, end)
	if start >= end {
		return nil
	}
	words := pieces(text, start, end)
	var out []directive
	whole := strings.Join(strings.Fields(text[start:end]), " ")
	const (
		most    = 12 // words that are repeated in full
		longest = 90 // bytes of them
	)
	if len(words) <= most && len(whole) <= longest && !strings.Contains(whole, "|") || len(words) == 1 {
		out = append(out, directive{start: whole})
	}
	counts := []int{4, 6, 9, 12, 3, 2, 1}
	if strings.ContainsFunc(text[start:end], func(r rune) bool { return unicode.In(r, unicode.Hiragana, unicode.Han, unicode.Katakana) }) {
		counts = []int{1, 2, 3, 4} // of clauses fewer say as much
	}
	for _, n := range counts {
		if first, last, ok := ends(text, words, n); ok {
			out = append(out, directive{start: first, end: last})
		}
	}
	if len(out) == 0 {
		out = append(out, directive{start: whole})
	}
	for _, d := range out[:len(out):len(out)] {
		for _, n := range []int{2, 4, 6} {
			p, s := before(text, start, n), after(text, end, n)
			for _, beside := range []directive{{p, d.start, d.end, ""}, {"", d.start, d.end, s}, {p, d.start, d.end, s}} {
				if beside.prefix != "" || beside.suffix != "" {
					out = append(out, beside)
				}
			}
		}
	}
	return out
}

// piece is a stretch of text that a browser surely takes for whole words: a
// word, or in a script without spaces a clause, of Japanese the words up to a
// particle.
type piece struct{ start, end int }

// pieces cuts text from start to end.
func pieces(text string, start, end int) []piece {
	var out []piece
	open := -1
	closeAt := func(i int) {
		if open >= 0 {
			out = append(out, piece{open, i})
			open = -1
		}
	}
	last := rune(0)
	for i, r := range text[start:end] {
		i += start
		if unicode.Is(unicode.Hiragana, last) && unicode.In(r, unicode.Han, unicode.Katakana) {
			closeAt(i) // a particle or an ending, and then a word
		}
		last = r
		switch {
		case unicode.IsSpace(r):
			closeAt(i)
		case strings.ContainsRune("、。，！？；：「」『』（）", r):
			// It belongs to neither clause: a browser breaks words on both sides.
			closeAt(i)
		case open < 0:
			open = i
		}
	}
	closeAt(end)
	return out
}

// ends are the first and the last n pieces of a passage, if that leaves some
// out between them. The bars between the cells of a row are ours, not the page's.
func ends(text string, words []piece, n int) (first, last string, ok bool) {
	if len(words) < 2*n || len(words) < 2 {
		return "", "", false
	}
	a, b := words[:n], words[len(words)-n:]
	first, last = text[a[0].start:a[n-1].end], text[b[0].start:b[n-1].end]
	if head, _, cut := strings.Cut(first, "|"); cut {
		first = head
	}
	if i := strings.LastIndex(last, "|"); i >= 0 {
		last = last[i+1:]
	}
	first, last = strip(first), strip(last)
	return first, last, first != "" && last != ""
}

// strip takes the marks off the ends of words: quotation marks are not the same
// on every page that shows them.
func strip(words string) string {
	s, e := trimmed(words, 0, len(words))
	return strings.Join(strings.Fields(words[s:max(s, e)]), " ")
}

// trimmed is the part of text[start:end] from its first letter or figure to its
// last.
func trimmed(text string, start, end int) (int, int) {
	says := func(r rune) bool {
		return unicode.IsLetter(r) || unicode.IsDigit(r) || unicode.IsMark(r) || unicode.Is(unicode.Sc, r) || r == '%'
	}
	first := strings.IndexFunc(text[start:end], says)
	if first < 0 {
		return start, start
	}
	last := strings.LastIndexFunc(text[start:end], says)
	_, size := utf8.DecodeRuneInString(text[start+last:])
	return start + first, start + last + size
}

// before is the n words that stand right before a place in a paragraph, "" for
// none. What is between the last of them and the place belongs to them.
func before(text string, at, n int) string {
	words := pieces(text, 0, at)
	if len(words) == 0 {
		return ""
	}
	from := words[max(0, len(words)-n)].start
	if i := strings.LastIndex(text[from:at], "|"); i >= 0 {
		return ""
	}
	from, _ = trimmed(text, from, at)
	return strings.Join(strings.Fields(text[from:at]), " ")
}

// after is the n words right after a place.
func after(text string, at, n int) string {
	words := pieces(text, at, len(text))
	if len(words) == 0 {
		return ""
	}
	to := words[min(n, len(words))-1].end
	if strings.Contains(text[at:to], "|") {
		return ""
	}
	_, to = trimmed(text, at, to)
	return strings.Join(strings.Fields(text[at:to]), " ")
}

// target is a passage on its page, both folded.
type target struct {
	page     string
	from, to int
}

// newTarget returns the passage from start to end of the paragraph with that
// number, on a page that shows its title first.
func newTarget(title string, page []news.Paragraph, number, start, end int) target {
	var t target
	var b strings.Builder
	b.WriteString(folded(title))
	for _, p := range page {
		b.WriteByte('\n')
		if p.Number == number && number > 0 {
			s, e := trimmed(p.Text, start, end)
			t.from = b.Len() + len(folded(p.Text[:s]))
			t.to = b.Len() + len(folded(p.Text[:e]))
		}
		b.WriteString(folded(p.Text))
	}
	t.page = b.String()
	return t
}

// reached tells whether a browser that reads d on the page goes to the target.
// It looks for the words as a browser does, but finds more than one would (it
// minds neither case, nor kinds of quotation marks, nor where words end): what
// is the first place here is the first there.
func (t target) reached(d directive) bool {
	from, to := place(t.page, directive{folded(d.prefix), folded(d.start), folded(d.end), folded(d.suffix)})
	return from == t.from && to == t.to
}

// place is the first one of folded text that a directive names, -1 for none.
func place(text string, d directive) (from, to int) {
	for at := 0; at < len(text); {
		i := at
		if d.prefix != "" {
			if i = strings.Index(text[at:], d.prefix); i < 0 {
				return -1, -1
			}
			i += at
			at = i + 1
			i = skip(text, i+len(d.prefix))
			if !strings.HasPrefix(text[i:], d.start) {
				continue
			}
		} else {
			if i = strings.Index(text[at:], d.start); i < 0 {
				return -1, -1
			}
			i += at
			at = i + 1
		}
		from, to = i, i+len(d.start)
		for {
			if d.end != "" {
				j := strings.Index(text[to:], d.end)
				if j < 0 {
					return -1, -1
				}
				to += j + len(d.end)
			}
			if d.suffix == "" || strings.HasPrefix(text[skip(text, to):], d.suffix) {
				return from, to
			}
			if d.end == "" {
				break
			}
		}
	}
	return -1, -1
}

// skip passes over spaces.
func skip(text string, i int) int {
	for i < len(text) && (text[i] == ' ' || text[i] == '\n') {
		i++
	}
	return i
}

// folded is text in which whatever a browser may take for the same is the same.
// Its length depends on nothing but the text, rune by rune.
func folded(text string) string {
	return strings.Map(func(r rune) rune {
		switch r {
		case '“', '”', '„', '«', '»', '‟':
			return '"'
		case '‘', '’', '‚', '‹', '›':
			return '\''
		case '\u00ad':
			return -1
		}
		return unicode.ToLower(r)
	}, text)
}
