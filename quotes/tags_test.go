package quotes

import "testing"

// Words that are nouns and verbs, told apart by their places.
func TestTagWords(t *testing.T) {
	tests := []struct {
		text, word string
		want       tag
	}{
		{"The mayor claims that the port is full.", "claims", tagVerb},
		{"The claims of the mayor are old.", "claims", tagNoun},
		{"Critics fear the dike.", "fear", tagVerb},
		{"The fear of floods is old.", "fear", tagNoun},
		{"He wants to plan a trip.", "plan", tagBase},
		{"Her plan failed.", "plan", tagNoun},
		{"She has reported the loss.", "reported", tagPart},
		{"She reported the loss.", "reported", tagVerb},
		{"The report said so.", "report", tagNoun},
		{"In her opening remarks that day she wept.", "remarks", tagNoun},
		{"They are asking for help.", "asking", tagIng},
		{"The meeting was short.", "meeting", tagNoun},
		{"The plan that failed was hers.", "that", tagThat},
		{"He rejected that plan.", "that", tagDet},
		{"It's late.", "'s", tagBe},
		{"The mayor's house burned.", "'s", tagPoss},
	}
	for _, tt := range tests {
		t.Run(tt.text+" "+tt.word, func(t *testing.T) {
			ws := newWordReader().words(tt.text, 0, len(tt.text), nil, 0)
			tagWords(ws, false)
			for _, w := range ws {
				if w.low == tt.word {
					if w.tag != tt.want {
						t.Errorf("%q is tagged %d, want %d", tt.word, w.tag, tt.want)
					}
					return
				}
			}
			t.Fatalf("no word %q", tt.word)
		})
	}
}
