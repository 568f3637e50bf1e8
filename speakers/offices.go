package speakers

import (
	"strings"
	"sync"

	"onrecord/news"
)

// Country reads a name as a country: by any of its names, as its government or
// by the capital from which it is governed ("Moscow"). It returns the usual name.
func Country(typed string) (name string, ok bool) {
	q := strings.TrimPrefix(fold(strings.TrimSpace(typed)), "the ")
	for _, of := range []string{" government", " administration", " authorities"} {
		q = strings.TrimSuffix(q, of)
	}
	if i, ok := words().countryOf(q); ok {
		return words().country[i], true
	}
	name, ok = seats()[q]
	return name, ok
}

// SpeaksFor tells whether a speaker holds an office of a country, or is a group
// of its officials, by role or name: "Russian Deputy Foreign Minister" and
// "Russian diplomats" do so for Russia, a former minister does not.
func SpeaksFor(s news.Speaker, country string) bool {
	text := s.Role
	if s.Kind == news.Group {
		text += " " + s.Name
	}
	ws := strings.Fields(text)
	of, office := "", false
	for i, w := range ws {
		low := strings.TrimSuffix(strings.TrimSuffix(fold(w), "'s"), "’s")
		switch {
		case low == "former" || low == "ex" || strings.HasPrefix(low, "ex-") || low == "opposition" || low == "shadow" || low == "retired":
			return false
		case publicOffices()[low] || strings.HasPrefix(low, "spokes"):
			office = true
		}
		if of != "" || i > 0 && (fold(ws[i-1]) == "to" || fold(ws[i-1]) == "in") {
			continue // an ambassador to Russia is not Russia's
		}
		if name, ok := Country(low); ok {
			of = name
		} else if i+1 < len(ws) {
			of, _ = Country(low + " " + ws[i+1])
		}
	}
	return office && of == country
}

// seats are the places that stand for a country's government: its capital, and
// a few houses that news calls it by.
var seats = sync.OnceValue(func() map[string]string {
	out := map[string]string{
		"kremlin": "Russia", "white house": "United States", "pentagon": "United States", "state department": "United States",
		"downing street": "United Kingdom", "whitehall": "United Kingdom", "elysee": "France",
	}
	for line := range entries(countriesFile) {
		f := strings.Split(line, "|")
		for w := range strings.FieldsSeq(f[3]) {
			out[key(w)] = f[0]
		}
	}
	return out
})

// publicOffices are the words for those who may speak for a government.
var publicOffices = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for w := range strings.FieldsSeq(`president premier chancellor minister ministers ministry secretary ambassador envoy diplomat
		diplomats official officials government department embassy negotiator negotiators consul`) {
		out[w] = true
	}
	return out
})
