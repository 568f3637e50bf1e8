package answer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/news"
	"onrecord/phrases"
)

// plural tells whether a speaker takes a plural verb.
func plural(s news.Speaker) bool {
	return s.Kind == news.Group && strings.HasSuffix(strings.ToLower(s.Name), "s")
}

// naming gives a speaker with the role in brackets.
func naming(s news.Speaker) phrases.Phrase {
	if s.Role == "" || strings.Contains(s.Name, s.Role) {
		return withArticle(s)
	}
	return phrases.Verbatim(s.Name + " (" + s.Role + ")")
}

// withArticle puts "the" before the countries that take it.
func withArticle(s news.Speaker) phrases.Phrase {
	if s.Kind == news.Country && (strings.HasPrefix(s.Name, "United ") || s.Name == "Netherlands" || s.Name == "Philippines") {
		return phrases.Of("the {country}", s.Name)
	}
	return phrases.Verbatim(s.Name)
}

// listNames lists the speakers of quotations, each once, in their order.
func listNames(quotes []news.Quote) phrases.List {
	var names phrases.List
	seen := map[string]bool{}
	for _, q := range quotes {
		name := naming(q.Speaker())
		if name.IsZero() {
			name = phrases.Of("somebody who is not named")
		}
		if english := name.String(); !seen[english] {
			seen[english] = true
			names.Items = append(names.Items, name)
		}
	}
	return names
}

// anyOf lists the speakers as those of whom any is meant.
func anyOf(cards []news.Card) phrases.List {
	l := phrases.Listed(names(cards))
	l.Or = true
	return l
}

// owning is a name in the possessive, which other languages leave as it is.
func owning(name string) phrases.Phrase {
	if strings.HasSuffix(name, "s") {
		return phrases.Of("{name}'", name)
	}
	return phrases.Of("{name}'s", name)
}

func possessive(name string) string { return owning(name).String() }

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
