package retrieval

// initials are names that news shortens to initials which are words in small
// letters, or which the full name must meet.
var initials = map[string]string{
	"us": "usa", "usa": "usa", "uk": "uk", "un": "un", "eu": "eu", "ussr": "ussr", "uae": "uae",
}

// states are the full names that meet those initials, by their two words, and
// the one other pair that is also written as one.
var states = map[[2]string]string{
	{"united", "states"}:  "usa",
	{"united", "kingdom"}: "uk",
	{"united", "nations"}: "un",
	{"european", "union"}: "eu",
	{"soviet", "union"}:   "ussr",
	{"per", "cent"}:       "percent",
}

// months are the usual short forms in print; "may" and "mar" are words.
var months = map[string]string{
	"jan": "januari", "feb": "februari", "apr": "april", "jun": "june", "jul": "juli", "aug": "august",
	"sep": "septemb", "sept": "septemb", "oct": "octob", "nov": "novemb", "dec": "decemb",
}

// readState reads a name of two words that is known better by its initials.
// The initials in small letters after "the" are read too, since questions are
// often typed so ("what did the us say").
func readState(ps []piece) (Term, int) {
	if len(ps) < 2 || !ps[1].close {
		return Term{}, 0
	}
	if name := states[[2]string{ps[0].text, ps[1].text}]; name != "" {
		return Term{Text: name, Start: ps[0].start, End: ps[1].end}, 2
	}
	if ps[0].text == "the" && ps[1].text == "us" {
		return Term{Text: "usa", Start: ps[1].start, End: ps[1].end}, 2
	}
	return Term{}, 0
}
