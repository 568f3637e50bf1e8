package answer

import (
	"strings"
)

// keepVerb leaves of a lead the verb that says what is wanted: "can you quote".
func keepVerb(s string) string {
	for _, verb := range []string{"quote", "cite", "list"} {
		if strings.HasSuffix(strings.ToLower(s), verb) {
			return verb
		}
	}
	return ""
}

// withoutOrders drops the sentences that command the program: a question beside
// them is still a question.
func withoutOrders(s string) string {
	var kept []string
	for _, part := range strings.FieldsFunc(s, func(r rune) bool { return r == '.' || r == '!' || r == ';' || r == '\n' }) {
		if part = strings.TrimSpace(part); !order.MatchString(part) && opensQuestion(part) {
			kept = append(kept, part)
		}
	}
	return strings.Join(kept, ". ")
}

// opensQuestion tells whether s begins as questions do.
func opensQuestion(s string) bool {
	w := words(s)
	return len(w) > 1 && (wantOf(w) != WantAny || w[0].low == "what" || w[0].low == "which" || auxiliaries[w[0].low])
}
