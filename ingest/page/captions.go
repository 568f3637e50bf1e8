package page

import "slices"

// withCaptions puts the captions of a page's pictures among the article's
// parts, where they stand on the page. all is everything on the page in order.
func withCaptions(article, all []Part) []Part {
	at := places(article, all)
	first, last := len(all), -1
	for _, i := range at {
		if i >= 0 {
			first, last = min(first, i), max(last, i)
		}
	}
	// The picture at the top stands above the first words, with little between.
	const above = 12
	var out []Part
	next := 0 // the caption that comes next
	take := func(before int) {
		for ; next < before; next++ {
			if p := all[next]; p.Kind == Caption && next >= first-above && next <= last && !slices.Contains(out, p) {
				out = append(out, p)
			}
		}
	}
	for i, p := range article {
		if at[i] >= 0 {
			take(at[i])
		}
		if p.Kind != Caption {
			out = append(out, p)
		}
	}
	return out
}

// places is where each part of the article stands among all, -1 for those that
// can't be found. The parts of an article are in the page's order.
func places(article, all []Part) []int {
	byText := map[string][]int{}
	for i, p := range all {
		byText[p.Text] = append(byText[p.Text], i)
	}
	at := make([]int, len(article))
	from := 0
	for i, p := range article {
		at[i] = -1
		for _, j := range byText[p.Text] {
			if j >= from {
				at[i], from = j, j+1
				break
			}
		}
	}
	return at
}
