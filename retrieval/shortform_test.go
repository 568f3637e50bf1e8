package retrieval

import "testing"

func TestSpelledOut(t *testing.T) {
	for _, c := range []struct{ name, text, short, want string }{
		{"before the parentheses", "The Kelmar River Protection Board (KRPB) met.", "KRPB", "Kelmar River Protection Board"},
		{"small words between", "The Ministry of Roads and Bridges (MRB) met.", "MRB", "Ministry of Roads and Bridges"},
		{"in the parentheses", "The KRPB (Kelmar River Protection Board) met.", "KRPB", "Kelmar River Protection Board"},
		{"small words in them", "The MRB (Ministry of Roads and Bridges) met.", "MRB", "Ministry of Roads and Bridges"},
		{"other letters", "The old harbour office (KRPB) met.", "KRPB", ""},
		{"too few words", "Board (KRPB) met.", "KRPB", ""},
		{"not spelled out", "The KRPB met.", "KRPB", ""},
		{"beyond the capitals", "Members of the União Nacional (UN) met.", "UN", "União Nacional"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := spelledOut(c.text, c.short); got != c.want {
				t.Errorf("spelledOut = %q, want %q", got, c.want)
			}
		})
	}
}

func TestIsShort(t *testing.T) {
	for word, want := range map[string]bool{"KRPB": true, "UN": true, "A": false, "Board": false, "G7": false, "ABCDEFGH": false, "": false} {
		if isShort(word) != want {
			t.Errorf("isShort(%q) = %v", word, !want)
		}
	}
}
