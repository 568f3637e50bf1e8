package changes

import (
	"strings"

	"onrecord/news"
)

// likeEnough is the share of their words that two paragraphs have in common
// when one is taken for the other's later form.
const likeEnough = 0.4

// maxGap bounds how many paragraphs between two equal ones are compared with
// each other.
const maxGap = 200

// pair gives, for each paragraph of a, its place in b, -1 for none; places rise.
func pair(a, b []news.Paragraph) []int {
	out := make([]int, len(a))
	for i := range out {
		out[i] = -1
	}
	x, y := make([]string, len(a)), make([]string, len(b))
	for i := range a {
		x[i] = a[i].Text
	}
	for i := range b {
		y[i] = b[i].Text
	}
	for _, o := range diff(x, y) {
		if o.kind == Same {
			out[o.a] = o.b
		}
	}
	from, at := 0, 0
	for i := 0; i <= len(a); i++ {
		if i < len(a) && out[i] < 0 {
			continue
		}
		to := len(b)
		if i < len(a) {
			to = out[i]
		}
		pairGap(x, y, out, from, i, at, to)
		from, at = i+1, to+1
	}
	return out
}

// pairGap matches a[from:to) with b[at:end), in order, so that the likenesses
// of what is matched add up to the most.
func pairGap(a, b []string, out []int, from, to, at, end int) {
	n, m := min(to-from, maxGap), min(end-at, maxGap)
	if n <= 0 || m <= 0 {
		return
	}
	best := make([]float64, (n+1)*(m+1))
	like := make([]float64, n*m)
	bags := make([]map[string]int, m)
	for j := range m {
		bags[j] = bag(b[at+j])
	}
	for i := range n {
		one := bag(a[from+i])
		for j := range m {
			like[i*m+j] = likeness(one, bags[j])
		}
	}
	for i := n - 1; i >= 0; i-- {
		for j := m - 1; j >= 0; j-- {
			v := max(best[(i+1)*(m+1)+j], best[i*(m+1)+j+1])
			if l := like[i*m+j]; l >= likeEnough {
				v = max(v, l+best[(i+1)*(m+1)+j+1])
			}
			best[i*(m+1)+j] = v
		}
	}
	for i, j := 0, 0; i < n && j < m; {
		here := best[i*(m+1)+j]
		l := like[i*m+j]
		switch {
		case l >= likeEnough && here == l+best[(i+1)*(m+1)+j+1]:
			out[from+i] = at + j
			i, j = i+1, j+1
		case here == best[(i+1)*(m+1)+j]:
			i++
		default:
			j++
		}
	}
}

func bag(s string) map[string]int {
	out := map[string]int{}
	for _, w := range strings.Fields(s) {
		out[w]++
	}
	return out
}

// likeness is twice the words in common over all words (Dice), 0 to 1.
func likeness(a, b map[string]int) float64 {
	common, all := 0, 0
	for w, n := range a {
		common += min(n, b[w])
		all += n
	}
	for _, n := range b {
		all += n
	}
	if all == 0 {
		return 0
	}
	return float64(2*common) / float64(all)
}
