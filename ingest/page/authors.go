package page

import (
	"html"
	"slices"
	"strings"
)

// authors are the names that the page gives for machines; by-lines are read
// elsewhere. A publication that names itself has named nobody.
func (s *sayings) authors(outlet string) []string {
	var said []string
	for _, l := range s.linked {
		if len(said) == 0 {
			said = l.authors
		}
	}
	for _, key := range []string{"author", "article:author", "parsely-author", "sailthru.author", "dc.creator", "dcterms.creator", "byl", "article.author", "og:article:author", "cxenseparse:author"} {
		if len(clean(said, outlet)) == 0 {
			said = s.meta[key]
		}
	}
	return clean(said, outlet)
}

// clean splits lists of names and drops what are none: addresses, the outlet.
func clean(said []string, outlet string) []string {
	var out []string
	for _, text := range said {
		text = unescape(text)
		for _, part := range split(text) {
			part = strings.Trim(part, " ,.;:|\"'")
			lower := strings.ToLower(part)
			for _, by := range []string{"by ", "von ", "par ", "por ", "di "} {
				if strings.HasPrefix(lower, by) && strings.Count(part, " ") >= 2 {
					part = strings.TrimSpace(part[len(by):])
				}
			}
			if part == "" || len(part) > 80 || strings.ContainsAny(part, "/@<>{}") || strings.EqualFold(part, outlet) || slices.Contains([]string{"admin", "editor", "staff", "unknown", "null", "undefined", "redaktion"}, strings.ToLower(part)) {
				continue
			}
			if !slices.Contains(out, part) && len(out) < most {
				out = append(out, part)
			}
		}
	}
	return out
}

// split cuts "Ada Lark, Tom Reed and Jo Finn" into its names.
func split(text string) []string {
	text = strings.NewReplacer(" and ", ",", " AND ", ",", " And ", ",", ";", ",", " & ", ",", " und ", ",", " y ", ",", " et ", ",").Replace(text)
	return strings.Split(text, ",")
}

// unescape undoes entities that a page has written twice.
func unescape(s string) string {
	if strings.Contains(s, "&") {
		return html.UnescapeString(s)
	}
	return s
}
