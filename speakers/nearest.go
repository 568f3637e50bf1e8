package speakers

import (
	"sort"
)

// nearest ranks at most five cards by how far their names are from the typed
// words. The first "likely" of them are as near as can be, and so near that the
// typed words may be a slip of the pen.
func (d *directory) nearest(q []string) (at []int, likely int) {
	type ranked struct {
		at, off int
		likely  bool
	}
	var all []ranked
	for i := range d.entries {
		if d.entries[i].joint {
			continue
		}
		off, likely := d.entries[i].off(q)
		if off <= 3 {
			all = append(all, ranked{i, off, likely})
		}
	}
	sort.SliceStable(all, func(x, y int) bool {
		a, b := all[x], all[y]
		if a.likely != b.likely {
			return a.likely
		}
		if a.off != b.off {
			return a.off < b.off
		}
		return d.cards[a.at].ID < d.cards[b.at].ID
	})
	if len(all) > mostNearest {
		all = all[:mostNearest]
	}
	for _, r := range all {
		at = append(at, r.at)
		if r.likely && r.off == all[0].off {
			likely++
		}
	}
	return at, likely
}

// off is how many letters the typed words are off a card's nearest form, and
// whether that is likely to be a slip.
func (e *entry) off(q []string) (int, bool) {
	best, likely := 99, false
	for _, f := range e.forms {
		if len(q) == len(f) && len(q) > 1 {
			sum, all := 0, true
			for k := range q {
				if q[k] == f[k] {
					continue
				}
				n, ok := near(q[k], f[k])
				if !ok {
					n = distance(q[k], f[k], 3)
				}
				sum, all = sum+n, all && ok
			}
			if all && !likely || all == likely && sum < best {
				best, likely = sum, all
			}
		}
		// One typed word against the surname, and others of the name.
		last := f[len(f)-1]
		if len(q) == 1 {
			for k, w := range f {
				n, ok := near(q[0], w)
				if !ok {
					n = distance(q[0], w, 3)
				}
				ok = ok && (k == len(f)-1 || e.person)
				if ok && !likely || ok == likely && n < best {
					best, likely = n, ok
				}
			}
		} else if e.person && q[len(q)-1] == last && best > 3 {
			best = 3 // the surname is right, the given name another
		}
	}
	return best, likely
}
