package retrieval

import "testing"

func TestReplaced(t *testing.T) {
	tests := []struct {
		name, question, sentence string
		replaced                 bool
	}{
		{"another word before the one they share", "What does kinetic friction oppose?", "Static friction opposes the first push.", true},
		{"another word behind it", "Who explained constant deceleration?", "Lind explained constant acceleration in a lecture.", true},
		{"the words themselves", "What does static friction oppose?", "Static friction opposes the first push.", false},
		{"a missing word with nothing in its place", "What does kinetic friction oppose?", "Friction opposes the first push.", false},
		{"a framing word is asked for", "What type friction opposes the push?", "Static friction opposes the first push.", false},
		{"nothing shared", "Who built the lighthouse?", "Static friction opposes the first push.", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			look := NewTopic(tt.question).Looks(ReadPassage(tt.sentence))[0]
			if (look.Replaced > 0) != tt.replaced || look.Replaced > 1 {
				t.Errorf("replaced %v", look.Replaced)
			}
		})
	}
}
