package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// blocks puts the lines of all pages together into paragraphs.
func blocks(pages [][]line) []Block {
	body, spacing := usual(pages)
	known := vocabulary(pages)
	var out []Block
	var text strings.Builder
	var last *line // of the paragraph that is open
	heading := false
	end := func() {
		if last != nil {
			out = append(out, Block{Text: text.String(), Heading: heading && len(strings.Fields(text.String())) <= 25})
		}
		text.Reset()
		last = nil
	}
	for _, page := range pages {
		left, right := margins(page, body)
		for i := range page {
			l := &page[i]
			isHeading := l.size > 1.15*body || l.bold && !endsSentence(l.text) && len(strings.Fields(l.text)) <= 14
			if last != nil && (isHeading != heading || !goesOn(*last, *l, left, right, body, spacing)) {
				end()
			}
			if last == nil {
				heading = isHeading
				text.WriteString(l.text)
			} else {
				join(&text, l.text, known)
			}
			last = l
		}
	}
	end()
	return out
}

// goesOn tells whether next continues the paragraph of prev.
func goesOn(prev, next line, left, right, body, spacing float64) bool {
	if math.Abs(prev.size-next.size) > .1*math.Max(prev.size, next.size) || bullet(next.text) {
		return false
	}
	if strings.HasSuffix(prev.text, "-") {
		return true
	}
	first, _ := utf8.DecodeRuneInString(next.text)
	full := prev.right > right-.15*(right-left) || prev.right > next.right-.05*(right-left)
	gap := prev.bottom - next.bottom
	if gap <= 0 || gap > 6*spacing || next.left > prev.right {
		// The next column or page: only the words can tell.
		return !endsSentence(prev.text) && (unicode.IsLower(first) || full) || unicode.IsLower(first)
	}
	switch {
	case prev.size > 1.15*body: // a heading in several lines
		return gap < 1.6*prev.size
	case gap > 1.4*spacing:
		return false
	case next.left > prev.left+.8*body && next.left < prev.left+5*body && (endsSentence(prev.text) || !full):
		return false // an indented first line
	case !full && endsSentence(prev.text):
		return false // a short last line
	}
	return true
}

// join adds a line to a paragraph. A hyphen at the end of the text was set by
// the printer unless the file has the word with one elsewhere.
func join(text *strings.Builder, next string, known map[string]int) {
	so := text.String()
	if stem, ok := strings.CutSuffix(so, "-"); ok {
		head := stem[strings.LastIndexByte(stem, ' ')+1:]
		tail, _, _ := strings.Cut(next, " ")
		first, _ := utf8.DecodeRuneInString(next)
		if head != "" && unicode.IsLower(first) && known[word(head+"-"+tail)] <= known[word(head+tail)] {
			text.Reset()
			text.WriteString(stem)
		}
		text.WriteString(next)
		return
	}
	if r, _ := utf8.DecodeLastRuneInString(so); !wide(r) {
		text.WriteByte(' ')
	}
	text.WriteString(next)
}

// usual is the size of most of the text, and the usual distance of its lines.
func usual(pages [][]line) (size, spacing float64) {
	sizes := map[float64]int{}
	var gaps []float64
	for _, page := range pages {
		for i, l := range page {
			sizes[math.Round(l.size*2)/2] += len(l.text)
			if i > 0 {
				if gap := page[i-1].bottom - l.bottom; gap > 0 && gap < 4*l.size {
					gaps = append(gaps, gap)
				}
			}
		}
	}
	most := 0
	for s, n := range sizes {
		if n > most || n == most && s < size {
			size, most = s, n
		}
	}
	if len(gaps) == 0 {
		return size, 1.2 * size
	}
	slices.Sort(gaps)
	return size, gaps[len(gaps)/3] // more lines go on than begin
}

// margins are the left and right ends of a page's usual lines.
func margins(page []line, body float64) (left, right float64) {
	left, right = math.Inf(1), math.Inf(-1)
	for _, l := range page {
		if l.size < 1.15*body {
			left, right = math.Min(left, l.left), math.Max(right, l.right)
		}
	}
	if left > right {
		return 0, 0
	}
	return left, right
}

// vocabulary counts the words of the file that no line breaks.
func vocabulary(pages [][]line) map[string]int {
	known := map[string]int{}
	for _, page := range pages {
		for _, l := range page {
			words := strings.Fields(l.text)
			for i, w := range words {
				if i > 0 && i < len(words)-1 {
					known[word(w)]++
				}
			}
		}
	}
	return known
}

// word is a word without its case and what stands around it.
func word(w string) string {
	return strings.ToLower(strings.TrimFunc(w, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }))
}

func bullet(text string) bool {
	r, size := utf8.DecodeRuneInString(text)
	return strings.ContainsRune("•·▪◦‣●■", r) || (r == '-' || r == '–') && strings.HasPrefix(text[size:], " ")
}

func endsSentence(text string) bool {
	text = strings.TrimRight(text, "\"'”’»)] ")
	r, _ := utf8.DecodeLastRuneInString(text)
	return strings.ContainsRune(".?!…:。！？", r)
}

func wide(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) || strings.ContainsRune("、。「」", r)
}
