package retrieval

import "testing"

func TestSeek(t *testing.T) {
	tests := []struct {
		question string
		want     Seek
	}{
		{"Who runs the dam?", SeekPerson},
		{"Which minister resigned?", SeekPerson},
		{"When will the parish decide?", SeekTime},
		{"In what year was the line closed?", SeekTime},
		{"Where do the ferries stop?", SeekPlace},
		{"What city hosts the talks?", SeekPlace},
		{"How many hospitals were hit?", SeekNumber},
		{"What percentage of the vote did she win?", SeekNumber},
		{"How long will the strike last?", SeekNumber},
		{"Why did they leave?", SeekReason},
		{"How did the council vote?", SeekAny},
		{"What happened to the convoy?", SeekAny},
		{"", SeekAny},
	}
	for _, tt := range tests {
		if got := seekOf(tt.question); got != tt.want {
			t.Errorf("seekOf(%q) = %v, want %v", tt.question, got, tt.want)
		}
	}
}

func TestAnswers(t *testing.T) {
	tests := []struct {
		name, question, sentence string
		want                     bool
	}{
		{"a number", "How many panels were sold?", "They sold 64 panels.", true},
		{"no number", "How many panels were sold?", "They sold many panels.", false},
		{"only the question's number", "How many of the 64 panels broke?", "Some of the 64 panels broke.", false},
		{"a year is no number", "How many otters came?", "Otters came in 2014.", false},
		{"a month is no place", "Where did it fail?", "It failed on Sept. 19.", false},
		{"a period", "How long was the bridge closed?", "It stayed closed until noon.", true},
		{"a date", "When was it founded?", "It was founded on 12 May.", true},
		{"a time", "When did the warning come?", "It came at 01:25.", true},
		{"a season", "When does work begin?", "Work begins in the autumn.", true},
		{"no time", "When does work begin?", "Work begins soon enough for Brinmouth.", false},
		{"a name", "Who paid for it?", "It was paid for by the Halloway Foundation.", true},
		{"no name", "Who paid for it?", "It was paid for by friends.", false},
		{"a place without a name", "Where were the otters brought?", "They were brought to the cape.", true},
		{"a reason", "Why did it fail?", "It failed because of the frost.", true},
		{"no reason", "Why did it fail?", "It failed twice.", false},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			p := ReadPassage(tt.sentence)
			if got := NewTopic(tt.question).answers(p, p.Sentences[0]); got != tt.want {
				t.Errorf("%q with %q: %v, want %v", tt.question, tt.sentence, got, tt.want)
			}
		})
	}
}
