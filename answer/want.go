package answer

import (
	"strings"
)

// wantOf tells from the first words which type of answer is wanted.
func wantOf(w []word) Want {
	if len(w) == 0 {
		return WantAny
	}
	second := ""
	if len(w) > 1 {
		second = w[1].low
	}
	switch strings.TrimSuffix(strings.TrimSuffix(w[0].low, "s"), "'") {
	case "who", "whom", "whose", "who'":
		return WantPerson
	case "when":
		return WantTime
	case "where":
		return WantPlace
	case "why":
		return WantReason
	case "how":
		switch second {
		case "many", "much", "long", "old", "far", "often", "big", "large":
			return WantNumber
		}
	case "what", "which":
		switch second {
		case "year", "day", "date", "time", "month":
			return WantTime
		case "city", "country", "place", "town":
			return WantPlace
		}
	}
	return WantAny
}
