package retrieval

import "testing"

func TestContradicts(t *testing.T) {
	tests := []struct{ name, question, sentence, want string }{
		{"another number of the same", "When did the 72-hour truce fail?", "The 48-hour truce failed on Friday.", "72: 48-hour"},
		{"the same number", "When did the 48-hour truce fail?", "The forty-eight-hour truce failed.", ""},
		{"another number of something else", "When did the 72-hour truce fail?", "The truce failed with 48 boats out.", ""},
		{"another day of the month", "What failed on September 20?", "The truce failed on Sept. 19.", "September 20: Sept. 19"},
		{"another year", "What failed in 1974?", "The truce failed in 1967.", "1974: 1967"},
		{"a number where the question has a year", "What failed in 1974?", "The truce failed with 48 boats out.", ""},
		{"how many answers are wanted", "What are two reasons?", "It failed for three reasons.", ""},
		{"how many there are", "Where were the two boats?", "The three boats were at sea.", "two: three boats"},
		{"none", "What failed?", "The truce failed.", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			topic, p := NewTopic(tt.question), ReadPassage(tt.sentence)
			c, ok := topic.Contradicts(p, topic.Looks(p)[0])
			got := ""
			if ok {
				got = tt.question[c.Start:c.End] + ": " + c.Instead
			}
			if got != tt.want {
				t.Errorf("got %q, want %q", got, tt.want)
			}
		})
	}
}
