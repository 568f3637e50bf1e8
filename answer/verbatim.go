package answer

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
