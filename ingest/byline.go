package ingest

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/news"
)

var (
	bylineOpening = pattern(`^(by|words by|story by|written by|reported by|text by|report by|interview by|analysis by)[: ] ?`)
	notAName      = pattern(`\b(correspondent|editor|reporter|staff|writer|columnist|desk|agency|agencies|press|news|bureau|chief|in|for|at|contributor|service|producer|critic|the|photographer|photography|published|updated|posted|email)\b|\d|@`)
	ownerLine     = pattern(`^(?:©|\(c\)|copyright)[ ©]*(?:\(c\) ?)?(?:(?:19|20)\d\d(?: ?[-–] ?(?:19|20)?\d\d)?)?,? ?([^.|,©]{3,60}?)(?:[.|,]? ?all rights reserved\.?)?\.?$`)
)

// isByline tells whether a line only names who wrote the article.
func isByline(line string) bool {
	if len(line) > 160 || endsSentence(line) && !strings.HasSuffix(line, "Jr.") {
		return false
	}
	return len(bylineNames(line)) > 0 || byDesk(line)
}

// byDesk tells of by-lines with no person in them ("By our staff", "By The
// Northern Press Agency").
func byDesk(line string) bool {
	at := bylineOpening().FindStringIndex(line)
	return at != nil && len(strings.Fields(line)) <= 8 && notAName().MatchString(line[at[1]:]) && !strings.ContainsAny(line, ",;!?\"“")
}

// bylineNames are the people in a by-line, nil if the line is none.
func bylineNames(line string) []string {
	at := bylineOpening().FindStringIndex(line)
	if at == nil {
		return nil
	}
	var names []string
	rest := strings.NewReplacer(" and ", ",", " & ", ",", " | ", ",", " – ", ",", " — ", ",", " - ", ",", ";", ",", " in ", ",in ").Replace(line[at[1]:])
	for _, part := range strings.Split(rest, ",") {
		part = strings.TrimSpace(part)
		if !isFullName(part) {
			break
		}
		if !slices.Contains(names, part) {
			names = append(names, part)
		}
	}
	return names
}

// namesBelow are the people under a line that says "By" and nothing more, as
// pages give them whose names are links.
func namesBelow(ps []news.Paragraph) []string {
	var names []string
	for _, p := range ps {
		switch {
		case isFullName(p.Text):
			names = append(names, p.Text)
		case p.Text != "and" && p.Text != "," && p.Text != "&":
			return names
		}
	}
	return names
}

// isFullName tells whether s is two to four capitalised words, as "Ana de Silva".
func isFullName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 4 || notAName().MatchString(s) {
		return false
	}
	for i, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		small := i > 0 && i+1 < len(words) && utf8.RuneCountInString(w) <= 3
		if !unicode.IsUpper(r) && !small || strings.ContainsAny(w, "\"“”:?!()") {
			return false
		}
	}
	return true
}

// owner is the publication that a copyright line names, "" if it is none or
// does not name it clearly.
func owner(line string) string {
	m := ownerLine().FindStringSubmatch(line)
	if m == nil {
		return ""
	}
	name := strings.TrimSpace(m[1])
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > 6 {
		return ""
	}
	for _, w := range words {
		r, _ := utf8.DecodeRuneInString(w)
		if !unicode.IsUpper(r) && utf8.RuneCountInString(w) > 3 {
			return ""
		}
	}
	if r, _ := utf8.DecodeRuneInString(name); !unicode.IsUpper(r) {
		return ""
	}
	return name
}
