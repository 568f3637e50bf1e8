package retrieval

import (
	"math"
	"strconv"
	"strings"
)

// The number words: units from zero, tens from twenty.
const (
	units = `zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
seventeen eighteen nineteen`
	tens = "twenty thirty forty fifty sixty seventy eighty ninety"
)

var (
	scales = map[string]int64{
		"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000, "trillion": 1_000_000_000_000,
		"m": 1_000_000, "mn": 1_000_000, "bn": 1_000_000_000,
	}
	ordinals = map[string]string{
		"1st": "first", "2nd": "second", "3rd": "third",
		"fourth": "4th", "fifth": "5th", "sixth": "6th", "seventh": "7th", "eighth": "8th", "ninth": "9th", "tenth": "10th",
		"eleventh": "11th", "twelfth": "12th", "thirteenth": "13th", "fourteenth": "14th", "fifteenth": "15th",
		"sixteenth": "16th", "seventeenth": "17th", "eighteenth": "18th", "nineteenth": "19th", "twentieth": "20th",
	}
)

// readNumber reads the number that the pieces begin with, in figures or in
// words, and how many pieces it takes; 0 when there is none.
func readNumber(ps []piece) (Term, int) {
	first := ps[0]
	if first.role.term != "" {
		return Term{Text: first.role.term, Start: first.start, End: first.end, Kind: Number}, 1
	}
	if first.role.unit || first.role.ten {
		return readNumberWords(ps)
	}
	if !isDigit(rune(first.text[0])) {
		return Term{}, 0
	}
	t := Term{Text: first.text, Start: first.start, End: first.end, Kind: Number}
	if figure, scale := splitScale(first.text); scale > 0 {
		if value, err := strconv.ParseFloat(strings.ReplaceAll(figure, point, "."), 64); err == nil {
			t.Text = figures(value * float64(scale))
		}
		return t, 1
	}
	value, err := strconv.ParseFloat(strings.ReplaceAll(first.text, point, "."), 64)
	if err != nil || len(ps) == 1 || !ps[1].close || ps[1].capitals {
		return t, 1
	}
	if !ps[1].role.scale || value >= 1_000_000 {
		return t, 1
	}
	t.Text = figures(value * float64(ps[1].role.value))
	t.End = ps[1].end
	return t, 2
}

// splitScale splits "3·5bn" into its figures and its scale, 0 without one.
func splitScale(word string) (string, int64) {
	figure := strings.TrimRight(word, "abcdefghijklmnopqrstuvwxyz")
	return figure, scales[word[len(figure):]]
}

// readNumberWords reads a number in words: "forty-eight", "two hundred and
// five", "three million". A scale alone ("million") is a word, not a number.
func readNumberWords(ps []piece) (Term, int) {
	var total, part int64
	n, used := 0, 0
	last := int64(0) // the smallest unit read since the last scale
	for n < len(ps) && n < 12 && (n == 0 || ps[n].close) {
		w, r := ps[n].text, ps[n].role
		if w == "and" && part >= 100 && n+1 < len(ps) && ps[n+1].close && (ps[n+1].role.unit || ps[n+1].role.ten) {
			n++
			continue
		}
		if r.unit {
			if last > 0 && (last < 20 || r.value >= 10) {
				break
			}
			part, last = part+r.value, max(r.value, 1)
		} else if r.ten {
			if last > 0 && last < 100 {
				break
			}
			part, last = part+r.value, r.value
		} else if r.scale && part > 0 && len(w) > 2 {
			if r.value == 100 {
				part, last = part*100, 100
			} else {
				total, part, last = total+part*r.value, 0, 0
			}
			if total > math.MaxInt64/1_000_000_000 {
				break
			}
		} else {
			break
		}
		n++
		used = n
	}
	if used == 0 {
		return Term{}, 0
	}
	return Term{Text: strconv.FormatInt(total+part, 10), Start: ps[0].start, End: ps[used-1].end, Kind: Number}, used
}

// figures writes a number as terms have it: no exponent, "·" for the point.
func figures(v float64) string {
	s := strconv.FormatFloat(math.Round(v*1000)/1000, 'f', -1, 64)
	return strings.Replace(s, ".", point, 1)
}

func isDigits(s string) bool {
	for i := 0; i < len(s); i++ {
		if !isDigit(rune(s[i])) {
			return false
		}
	}
	return s != ""
}
