package ingest

import (
	"regexp"
	"strconv"
	"strings"
	"time"
)

const monthNames = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`

var (
	dayMonthYear = pattern(`\b(\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]` + monthNames + `\.?,?[ -](\d{4})\b`)
	monthDayYear = pattern(`\b` + monthNames + `\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})\b`)
	yearFirst    = pattern(`\b(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:\b|t)`)
	figuresOnly  = pattern(`\b(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})\b`)

	dateLabel   = pattern(`^(first )?(published|posted|issued|released|filed|date|publication date|published (on|at)|posted on|created|originally published)\b`)
	updateLabel = pattern(`\b(last )?(updated|modified|edited|amended|revised|corrected)\b`)
	// What may stand on a date line beside its dates.
	dateFiller = pattern(`\b(first|last|published|posted|issued|released|filed|created|originally|date|publication|updated|modified|edited|amended|revised|corrected|on|at|by|mon(day)?|tue(s(day)?)?|wed(nesday)?|thu(rs(day)?)?|fri(day)?|sat(urday)?|sun(day)?|am|pm|a\.m|p\.m|gmt|utc|bst|est|edt|et|pt|pst|pdt|cet|cest|z|local|time|of|\d{1,2}([:.h]\d{2}){0,2}(am|pm|z)?|\d{4}z?|t\d{2}:\d{2}(:\d{2})?(\.\d+)?(z|[+-]\d{2}:?\d{2})?|\d+ (min|minute|minutes) read)\b`)
)

// foundDate is a date and where it stands in its line.
type foundDate struct {
	at         time.Time
	start, end int
}

// dateLine reads a line that only says when the page was published. It returns
// the publication date; the zero time when the line is a date line but tells
// only of an update, or a date that could be read in two ways.
func dateLine(line string) (published time.Time, ok bool) {
	if len(line) > 160 {
		return time.Time{}, false
	}
	dates := findDates(line)
	if len(dates) == 0 {
		return time.Time{}, false
	}
	rest := line
	for i := len(dates) - 1; i >= 0; i-- {
		rest = rest[:dates[i].start] + " " + rest[dates[i].end:]
	}
	rest = dateFiller().ReplaceAllString(rest, " ")
	if hasLetter(rest) {
		return time.Time{}, false
	}
	return firstPublished(line, dates), true
}

// firstPublished is the first of the dates that does not follow a word such as
// "updated".
func firstPublished(line string, dates []foundDate) time.Time {
	from := 0
	for _, d := range dates {
		if before := line[from:d.start]; !updateLabel().MatchString(before) && !d.at.IsZero() {
			return d.at
		}
		from = d.end
	}
	return time.Time{}
}

// findDates finds the full dates of a line, in order. A date of figures whose
// day and month could be exchanged is there with the zero time.
func findDates(line string) []foundDate {
	if !hasYear(line) {
		return nil
	}
	var found []foundDate
	take := func(re *regexp.Regexp, read func(m []string) time.Time) {
		for _, at := range re.FindAllStringSubmatchIndex(line, 8) {
			m := make([]string, len(at)/2)
			for i := range m {
				m[i] = line[at[2*i]:at[2*i+1]]
			}
			found = insertDate(found, foundDate{read(m), at[0], at[1]})
		}
	}
	take(dayMonthYear(), func(m []string) time.Time { return date(m[3], month(m[2]), number(m[1])) })
	take(monthDayYear(), func(m []string) time.Time { return date(m[3], month(m[1]), number(m[2])) })
	take(yearFirst(), func(m []string) time.Time { return date(m[1], number(m[2]), number(m[3])) })
	take(figuresOnly(), func(m []string) time.Time {
		a, b := number(m[1]), number(m[2])
		switch {
		case a > 12 || a == b:
			return date(m[3], b, a)
		case b > 12:
			return date(m[3], a, b)
		}
		return time.Time{}
	})
	return found
}

// insertDate keeps dates in the order of the line, and only the first of two
// that share characters.
func insertDate(dates []foundDate, d foundDate) []foundDate {
	i := 0
	for i < len(dates) && dates[i].start < d.start {
		i++
	}
	if i > 0 && dates[i-1].end > d.start || i < len(dates) && dates[i].start < d.end {
		return dates
	}
	return append(dates[:i], append([]foundDate{d}, dates[i:]...)...)
}

// date is midnight UTC of a day, or the zero time when there is no such day or
// no newspaper can be from it.
func date(year string, month, day int) time.Time {
	y := number(year)
	t := time.Date(y, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	if y < 1600 || y > 2200 || month < 1 || int(t.Month()) != month || t.Day() != day {
		return time.Time{}
	}
	return t
}

// month is the number of a month by its first three letters.
func month(name string) int {
	const firsts = "janfebmaraprmayjunjulaugsepoctnovdec"
	if len(name) < 3 {
		return 0
	}
	return strings.Index(firsts, strings.ToLower(name[:3]))/3 + 1
}

func number(figures string) int {
	n, err := strconv.Atoi(figures)
	if err != nil {
		return 0
	}
	return n
}

// hasYear tells whether four figures stand together in line: without them there
// is no full date, and the patterns need not look.
func hasYear(line string) bool {
	run := 0
	for i := 0; i < len(line) && run < 4; i++ {
		if line[i] >= '0' && line[i] <= '9' {
			run++
		} else {
			run = 0
		}
	}
	return run == 4
}
