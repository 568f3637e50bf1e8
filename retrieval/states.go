package retrieval

// initials are names that news shortens to initials which the full name must
// meet; "US" and "USA" are "usa".
const initials = "usa uk un eu ussr uae"

// pairs are the full names that meet those initials, by their two words, and
// the one other pair that is also written as one.
var pairs = map[[2]string]string{
	{"united", "states"}:  "usa",
	{"united", "kingdom"}: "uk",
	{"united", "nations"}: "un",
	{"european", "union"}: "eu",
	{"soviet", "union"}:   "ussr",
	{"per", "cent"}:       "percent",
	{"the", "us"}:         "usa", // "what did the us say": questions are often typed so
}

// months are the usual short forms in print; "may" and "mar" are words.
var months = map[string]string{
	"jan": "januari", "feb": "februari", "apr": "april", "jun": "june", "jul": "juli", "aug": "august",
	"sep": "septemb", "sept": "septemb", "oct": "octob", "nov": "novemb", "dec": "decemb",
}

// readPair reads two words that are known better by one term.
func readPair(ps []piece) (Term, int) {
	if !ps[0].role.pair || len(ps) < 2 || !ps[1].close {
		return Term{}, 0
	}
	if t := pairs[[2]string{ps[0].text, ps[1].text}]; t != "" {
		start := ps[0].start
		if ps[0].role.stop {
			start = ps[1].start
		}
		return Term{Text: t, Start: start, End: ps[1].end}, 2
	}
	return Term{}, 0
}
