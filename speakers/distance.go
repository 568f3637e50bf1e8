package speakers

import "strings"

// distance is how many letters must be added, dropped, changed or swapped with
// their neighbour to make b of a (Damerau's distance with adjacent swaps, the
// "optimal string alignment"), at most limit+1.
func distance(a, b string, limit int) int {
	if d := len(a) - len(b); d > 4*limit+4 || -d > 4*limit+4 {
		return limit + 1 // at most four bytes a letter
	}
	ra, rb := []rune(a), []rune(b)
	if d := len(ra) - len(rb); d > limit || -d > limit {
		return limit + 1
	}
	before, last, row := make([]int, len(rb)+1), make([]int, len(rb)+1), make([]int, len(rb)+1)
	for j := range last {
		last[j] = j
	}
	for i := 1; i <= len(ra); i++ {
		row[0] = i
		least := i
		for j := 1; j <= len(rb); j++ {
			cost := 1
			if ra[i-1] == rb[j-1] {
				cost = 0
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+cost)
			if i > 1 && j > 1 && ra[i-1] == rb[j-2] && ra[i-2] == rb[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
			least = min(least, row[j])
		}
		if least > limit {
			return limit + 1
		}
		before, last, row = last, row, before
	}
	return min(last[len(rb)], limit+1)
}

// alike are letters that sound like others.
var alike = strings.NewReplacer("ph", "f", "tsch", "ch", "sch", "sh", "ck", "k", "qu", "k", "x", "ks", "ou", "u", "ee", "i", "ie", "i", "ey", "i", "ei", "i", "yu", "iu", "ya", "ia", "yo", "io")

// sounds is what of a folded word is heard: letters that spellings of names
// exchange are made one, doubles and a silent h are dropped. "Riabkow" and
// "Ryabkov" sound the same.
func sounds(w string) string {
	w = alike.Replace(w)
	var b strings.Builder
	var last byte
	for i := 0; i < len(w); i++ {
		c := w[i]
		switch c {
		case 'w':
			c = 'v'
		case 'y', 'j':
			c = 'i'
		case 'c', 'q':
			if !(i+1 < len(w) && w[i+1] == 'h') {
				c = 'k'
			}
		case 'z':
			c = 's'
		case 'h':
			if last != 'c' && last != 's' {
				continue
			}
		}
		if c != last {
			b.WriteByte(c)
		}
		last = c
	}
	return b.String()
}

// alikeFirst is the sound that a word begins with.
func alikeFirst(w string) byte {
	switch w[0] {
	case 'w':
		return 'v'
	case 'y', 'j':
		return 'i'
	case 'c', 'q':
		return 'k'
	case 'z':
		return 's'
	case 'p':
		if len(w) > 1 && w[1] == 'h' {
			return 'f'
		}
	}
	return w[0]
}

// typos is how many slips a word of a name may have and still be read as it.
func typos(w string) int {
	switch n := len([]rune(w)); {
	case n < 4:
		return 0
	case n < 8:
		return 1
	default:
		return 2
	}
}

// near tells whether typed may be name misspelt, and how far it is off.
func near(typed, name string) (int, bool) {
	if len(typed) < 4 || len(name) < 4 {
		return 0, false
	}
	limit := typos(name)
	d := distance(typed, name, limit)
	if d <= limit && typed[0] == name[0] {
		return d, true
	}
	if off := len(typed) - len(name); off > 4 || off < -4 || alikeFirst(typed) != alikeFirst(name) {
		return d, false
	}
	if sounds(typed) == sounds(name) {
		return limit, true
	}
	return d, d <= limit
}
