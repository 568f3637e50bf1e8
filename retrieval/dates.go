package retrieval

import "strings"

// monthNames are the months in full; "may" and "march" are verbs in small letters.
var monthNames = wordSet("january february march april may june july august september october november december")

// isMonth tells whether a piece names a month, in full or short.
func (p piece) isMonth() bool {
	switch {
	case p.capital && (p.role.month != "" || monthNames[p.text]):
		return true
	case p.text == "may" || p.text == "march":
		return false
	}
	return monthNames[p.text]
}

// dayOfMonth reads the ordinal at i beside a month as the plain number that
// other texts write there: "Sept. 19th", "the 19th of September". It is "" for
// anything else.
func dayOfMonth(ps []piece, i int) string {
	word := ps[i].text
	day := strings.TrimRight(word, "sthnrd")
	if len(word)-len(day) != 2 || len(day) > 2 || !isDigits(day) {
		return ""
	}
	after := i + 1
	if after < len(ps) && ps[after].text == "of" {
		after++
	}
	if i > 0 && ps[i-1].isMonth() || after < len(ps) && ps[after].isMonth() {
		return day
	}
	return ""
}
