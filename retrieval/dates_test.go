package retrieval

import (
	"strings"
	"testing"
)

func TestDaysOfMonths(t *testing.T) {
	tests := []struct{ text, want string }{
		{"Sept. 19th", "septemb 19"},
		{"the 19th of September", "19 septemb"},
		{"June 1st", "june 1"},
		{"22nd May", "22 may"},
		{"the 19th century", "19th centuri"},
		{"the 3rd may fall", "third may fall"},
		{"in June 500th visitor", "june 500th visitor"},
	}
	for _, tt := range tests {
		t.Run(tt.text, func(t *testing.T) {
			var got []string
			for _, term := range Terms(tt.text) {
				got = append(got, term.Text)
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("%q, want %q", s, tt.want)
			}
		})
	}
}
