package answer

import (
	"strconv"
	"strings"
	"time"
)

// day is a date as far as somebody typed it; what is 0 was left out.
type day struct{ year, month, day int }

func (d day) any() bool { return d != day{} }

// is tells whether a date agrees with all that was typed of it.
func (d day) is(t time.Time) bool {
	return !t.IsZero() && (d.year == 0 || d.year == t.Year()) &&
		(d.month == 0 || d.month == int(t.Month())) && (d.day == 0 || d.day == t.Day())
}

// dayIn reads a date off a few words ("29 September", "Sept. 29, 2016",
// "2016-09-29", "March 2024", "2016") and returns the words that are left.
func dayIn(text string) (d day, rest string) {
	var left []string
	fields := strings.Fields(text)
	for i, f := range fields {
		w := strings.ToLower(strings.Trim(f, ".,:;()'’\"“”"))
		if t, err := time.Parse(time.DateOnly, w); err == nil && !d.any() {
			d = day{t.Year(), int(t.Month()), t.Day()}
			continue
		}
		n, isNumber := ordinal(w)
		switch {
		case d.month == 0 && monthOf(w) > 0 && (len(w) > 3 || len(fields) == 1 || near(fields, i)):
			d.month = monthOf(w)
		case d.year == 0 && isNumber && n >= 1800 && n <= 2200:
			d.year = n
		case d.day == 0 && isNumber && n >= 1 && n <= 31 && near(fields, i):
			d.day = n
		default:
			left = append(left, f)
		}
	}
	if d.day > 0 && d.month == 0 { // a number beside no month is no day
		return day{}, text
	}
	return d, strings.Join(left, " ")
}

// near tells whether the words beside number i are a date's.
func near(fields []string, i int) bool {
	for _, k := range []int{i - 2, i - 1, i + 1, i + 2} { // "29th of September"
		if k < 0 || k >= len(fields) {
			continue
		}
		w := strings.ToLower(strings.Trim(fields[k], ".,"))
		if _, number := ordinal(w); number || monthOf(w) > 0 {
			return true
		}
	}
	return false
}

// ordinal reads 29, 29th, 1st.
func ordinal(w string) (int, bool) {
	for _, end := range []string{"st", "nd", "rd", "th"} {
		if s, ok := strings.CutSuffix(w, end); ok {
			w = s
			break
		}
	}
	n, err := strconv.Atoi(w)
	return n, err == nil
}

// monthOf is the number of a month's name or of an abbreviation of it, 0 for
// another word.
func monthOf(w string) int {
	if len(w) < 3 {
		return 0
	}
	if w == "sept" {
		return int(time.September)
	}
	for m := time.January; m <= time.December; m++ {
		if name := strings.ToLower(m.String()); w == name || w == name[:3] {
			return int(m)
		}
	}
	return 0
}
