package changes

import (
	"slices"
	"strings"
)

// maxEdits bounds the search for the shortest way from one text to another:
// texts that differ by more words are other texts, shown one after the other.
const maxEdits = 800

// op is a step of the way: a word of a, of b, or of both.
type op struct {
	kind Op
	a, b int // the words' places
}

// diff finds the shortest way from a to b (Myers, An O(ND) Difference Algorithm
// and Its Variations, 1986), equal beginnings and ends set aside.
func diff(a, b []string) []op {
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	var out []op
	for i := range head {
		out = append(out, op{Same, i, i})
	}
	for _, o := range shortest(a[head:len(a)-tail], b[head:len(b)-tail]) {
		out = append(out, op{o.kind, o.a + head, o.b + head})
	}
	for i := range tail {
		out = append(out, op{Same, len(a) - tail + i, len(b) - tail + i})
	}
	return out
}

func shortest(a, b []string) []op {
	n, m := len(a), len(b)
	most := min(n+m, maxEdits)
	far := make([]int, 2*most+3) // by diagonal: how far into a
	at := func(k int) int { return k + most + 1 }
	var trace [][]int // the part of far in use before each step
	for d := 0; d <= most; d++ {
		trace = append(trace, append([]int(nil), far[at(-d)-1:at(d)+2]...))
		for k := -d; k <= d; k += 2 {
			x := far[at(k-1)] + 1
			if k == -d || k != d && far[at(k-1)] < far[at(k+1)] {
				x = far[at(k+1)]
			}
			y := x - k
			for x < n && y < m && a[x] == b[y] {
				x, y = x+1, y+1
			}
			far[at(k)] = x
			if x >= n && y >= m {
				return walkBack(trace, n, m)
			}
		}
	}
	var out []op // too far apart
	for i := range a {
		out = append(out, op{Deleted, i, 0})
	}
	for j := range b {
		out = append(out, op{Added, n, j})
	}
	return out
}

// walkBack reads the way off the trace, from its end.
func walkBack(trace [][]int, x, y int) []op {
	var back []op
	for d := len(trace) - 1; d > 0; d-- {
		far := trace[d] // far[i] is diagonal i-d-1
		k := x - y
		before := k - 1
		if k == -d || k != d && far[k-1+d+1] < far[k+1+d+1] {
			before = k + 1
		}
		bx := far[before+d+1]
		by := bx - before
		o := op{Deleted, bx, by}
		sx := bx + 1 // where the run of equal words after the edit begins
		if before == k+1 {
			o.kind, sx = Added, bx
		}
		for x > sx {
			x, y = x-1, y-1
			back = append(back, op{Same, x, y})
		}
		back = append(back, o)
		x, y = bx, by
	}
	for x > 0 {
		x, y = x-1, y-1
		back = append(back, op{Same, x, y})
	}
	slices.Reverse(back)
	return back
}

// edits is how a's words became b's, runs joined: of words that changed, the
// older come first.
func edits(a, b []string) []Edit { return join(diff(a, b), a, b) }

func join(ops []op, a, b []string) []Edit {
	var out []Edit
	var deleted, added, same []string
	change := func() {
		if len(deleted) > 0 {
			out = append(out, Edit{Deleted, strings.Join(deleted, " ")})
		}
		if len(added) > 0 {
			out = append(out, Edit{Added, strings.Join(added, " ")})
		}
		deleted, added = nil, nil
	}
	keep := func() {
		if len(same) > 0 {
			out = append(out, Edit{Same, strings.Join(same, " ")})
		}
		same = nil
	}
	for _, o := range ops {
		switch o.kind {
		case Same:
			change()
			same = append(same, a[o.a])
		case Deleted:
			keep()
			deleted = append(deleted, a[o.a])
		case Added:
			keep()
			added = append(added, b[o.b])
		}
	}
	change()
	keep()
	return out
}

// window is how the words of a[start:end) (bytes) became b's: the part of the
// way between the two texts that those words take.
func window(a, b string, start, end int) []Edit {
	first := len(strings.Fields(a[:start]))
	if start > 0 && a[start-1] != ' ' && first > 0 {
		first-- // the place begins inside a word, as after a bracket
	}
	last := first + len(strings.Fields(a[start:end]))
	x, y := strings.Fields(a), strings.Fields(b)
	var in []op
	for _, o := range diff(x, y) {
		switch {
		case o.kind != Added && o.a >= first && o.a < last, o.kind == Added && o.a > first && o.a < last:
			in = append(in, o)
		case o.kind == Added && o.a >= first && o.a <= last && len(in) > 0 && in[len(in)-1].kind != Same:
			in = append(in, o) // what took the place of the last words
		}
	}
	return join(in, x, y)
}
