package answer

import "testing"

func TestFirstOf(t *testing.T) {
	for _, tt := range []struct {
		name, typed, first string // "" for as it is
	}{
		{"two", "What did Varga say about the closure? What did Reil say about the girder?", "What did Varga say about the closure?"},
		{"joined", "What did Varga say about the closure? And what did Reil say?", "What did Varga say about the closure?"},
		{"three, loud", "Who closed the bridge?! When does it open? But why?", "Who closed the bridge?!"},
		{"a question about the first", "What did Varga say about the closure? Is that a quote?", "What did Varga say about the closure?"},
		{"one", "What did Varga say about the closure?", ""},
		{"thanks", "What did Varga say about the closure? Thank you!", ""},
		{"more of the topic", "What did Varga say? About the closure?", ""},
		{"doubt", "Really? What did Varga say about the closure?", ""},
		{"no question", "Varga. The closure.", ""},
		{"quoted", `Who asked “Why us? What did we do?” in the council?`, ""},
		{"quoted straight", `Who said "What now? Who pays?" about the bridge?`, ""},
		{"nothing", "", ""},
		{"marks alone", "? ? ?", ""},
	} {
		t.Run(tt.name, func(t *testing.T) {
			first, more := FirstOf(tt.typed)
			if want := tt.first; want == "" && (first != tt.typed || more) || want != "" && (first != want || !more) {
				t.Errorf("FirstOf(%q) = %q, %v", tt.typed, first, more)
			}
		})
	}
}
