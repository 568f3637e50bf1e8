package answer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/news"
)

// plural tells whether a speaker takes a plural verb.
func plural(s news.Speaker) bool {
	return s.Kind == news.Group && strings.HasSuffix(strings.ToLower(s.Name), "s")
}

// naming gives a speaker with the role in brackets.
func naming(s news.Speaker) string {
	if s.Role == "" || strings.Contains(s.Name, s.Role) {
		return withArticle(s)
	}
	return s.Name + " (" + s.Role + ")"
}

// withArticle puts "the" before the countries that take it.
func withArticle(s news.Speaker) string {
	if s.Kind == news.Country && (strings.HasPrefix(s.Name, "United ") || s.Name == "Netherlands" || s.Name == "Philippines") {
		return "the " + s.Name
	}
	return s.Name
}

// listNames lists the speakers of quotations, each once, in their order.
func listNames(quotes []news.Quote) string {
	var names []string
	seen := map[string]bool{}
	for _, q := range quotes {
		name := naming(q.Speaker())
		if name == "" {
			name = "somebody who is not named"
		}
		if !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return inList(names, "and")
}

// inList joins names as English does: "A", "A and B", "A, B and C".
func inList(names []string, word string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " " + word + " " + names[len(names)-1]
}

func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "'"
	}
	return name + "'s"
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
