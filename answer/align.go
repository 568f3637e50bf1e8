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

// verbatim finds the claim's words in a page in order and without a break, but
// where the claim has an ellipsis. It returns the page's tokens [from, to).
func verbatim(claim, page []token) (from, to int, ok bool) {
	var parts [][]token
	for i, t := range claim {
		if i == 0 || t.gap {
			parts = append(parts, nil)
		}
		parts[len(parts)-1] = append(parts[len(parts)-1], t)
	}
	at := 0
	for i, part := range parts {
		j := indexOf(part, page[at:])
		if j < 0 {
			return 0, 0, false
		}
		if i == 0 {
			from = at + j
		}
		at += j + len(part)
	}
	return from, at, len(claim) > 0
}

// indexOf is where part first stands in page, -1 nowhere (Knuth, Morris and
// Pratt, so that a page of one word repeated costs no more).
func indexOf(part, page []token) int {
	back := make([]int, len(part))
	for i, k := 1, 0; i < len(part); i++ {
		for k > 0 && part[i].fold != part[k].fold {
			k = back[k-1]
		}
		if part[i].fold == part[k].fold {
			k++
		}
		back[i] = k
	}
	k := 0
	for i := range page {
		for k > 0 && page[i].fold != part[k].fold {
			k = back[k-1]
		}
		if page[i].fold == part[k].fold {
			k++
		}
		if k == len(part) {
			return i - k + 1
		}
	}
	return -1
}

// alignment is a stretch of a page that has nearly the claim's words.
type alignment struct {
	from, to int // tokens of the page
	same     int // words that both have, in order
	likeness float64
	edits    []Edit
}

// good tells whether an alignment is near enough to be the same saying: four
// words at least, and seven in ten of them.
func (m alignment) good() bool { return m.same >= 4 && m.likeness >= 0.7 }

// align finds the stretch of the page that takes the fewest edits to become
// the claim: Levenshtein over words, the page's beginning and end being free
// (Sellers, The Theory and Computation of Evolutionary Distances, 1980).
func align(claim, page []token) alignment {
	n, m := len(claim), len(page)
	if n == 0 || m == 0 || shared(claim, page)*10 < n*6 {
		return alignment{}
	}
	width := m + 1
	cost := make([]int32, (n+1)*width)
	for i := 1; i <= n; i++ {
		cost[i*width] = int32(2 * i)
		for j := 1; j <= m; j++ {
			best := min(cost[(i-1)*width+j]+2, cost[i*width+j-1]+2)
			if claim[i-1].fold == page[j-1].fold {
				best = min(best, cost[(i-1)*width+j-1])
			} else {
				best = min(best, cost[(i-1)*width+j-1]+3)
			}
			cost[i*width+j] = best
		}
	}
	end := 0
	for j := 1; j <= m; j++ {
		if cost[n*width+j] < cost[n*width+end] {
			end = j
		}
	}
	out := alignment{to: end}
	var steps []step
	i, j := n, end
	for i > 0 {
		here := cost[i*width+j]
		switch {
		case j > 0 && claim[i-1].fold == page[j-1].fold && here == cost[(i-1)*width+j-1]:
			steps = append(steps, step{Same, j - 1})
			out.same++
			i, j = i-1, j-1
		case j > 0 && here == cost[(i-1)*width+j-1]+3:
			steps = append(steps, step{Printed, j - 1}, step{Claimed, i - 1})
			i, j = i-1, j-1
		case here == cost[(i-1)*width+j]+2:
			steps = append(steps, step{Claimed, i - 1})
			i--
		default:
			steps = append(steps, step{Printed, j - 1})
			j--
		}
	}
	out.from = j
	if long := max(n, out.to-out.from); long > 0 {
		out.likeness = float64(out.same) / float64(long)
	}
	if out.good() {
		out.edits = edits(steps, claim, page)
	}
	return out
}

// step is an edit of one word: its place in the claim, or in the page.
type step struct {
	op EditOp
	at int
}

// edits joins steps, which come last first, into edits in reading order; of
// words changed, the claim's come before the article's.
func edits(steps []step, claim, page []token) []Edit {
	var out []Edit
	var claimed, printed, same []string
	change := func() {
		if len(claimed) > 0 {
			out = append(out, Edit{Claimed, strings.Join(claimed, " ")})
		}
		if len(printed) > 0 {
			out = append(out, Edit{Printed, strings.Join(printed, " ")})
		}
		claimed, printed = nil, nil
	}
	keep := func() {
		if len(same) > 0 {
			out = append(out, Edit{Same, strings.Join(same, " ")})
		}
		same = nil
	}
	for k := len(steps) - 1; k >= 0; k-- {
		s := steps[k]
		if s.op == Same {
			change()
			same = append(same, page[s.at].text)
			continue
		}
		keep()
		if s.op == Claimed {
			claimed = append(claimed, claim[s.at].text)
		} else {
			printed = append(printed, page[s.at].text)
		}
	}
	change()
	keep()
	return out
}

// shared is how many of the claim's words the page has, wherever they stand.
func shared(claim, page []token) int {
	have := make(map[string]bool, len(page))
	for _, t := range page {
		have[t.fold] = true
	}
	n := 0
	for _, t := range claim {
		if have[t.fold] {
			n++
		}
	}
	return n
}

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
