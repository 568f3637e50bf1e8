package answer

import (
	"strings"
)

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
