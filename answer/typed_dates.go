package answer

import (
	"strings"
)

// monthNames are the months by their first three letters.
var monthNames = map[string]string{
	"jan": "January", "feb": "February", "mar": "March", "apr": "April", "may": "May", "jun": "June",
	"jul": "July", "aug": "August", "sep": "September", "oct": "October", "nov": "November", "dec": "December",
}

const (
	monthWord = `(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?`
	dayWord   = `([12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?\b`
)

var (
	monthDay = match(`(?i)\b` + monthWord + ` ?(?:the )?` + dayWord)
	dayMonth = match(`(?i)\b(?:the )?` + dayWord + ` (?:of )?` + monthWord)
)

// datesOf writes the days of a question as the index knows them, whatever the
// ending and the short form: "sept 19th" is September 19, and "the 19th of
// september" is 19 September.
func datesOf(s string) string {
	s = dayMonth.ReplaceAllStringFunc(s, func(m string) string {
		parts := dayMonth.FindStringSubmatch(m)
		return dayTyped(parts[1]) + " " + monthTyped(parts[2])
	})
	return monthDay.ReplaceAllStringFunc(s, func(m string) string {
		parts := monthDay.FindStringSubmatch(m)
		return monthTyped(parts[1]) + " " + dayTyped(parts[2])
	})
}

func monthTyped(typed string) string { return monthNames[strings.ToLower(typed[:3])] }

func dayTyped(typed string) string { return strings.TrimLeft(typed, "0") }
