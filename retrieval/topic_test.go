package retrieval

import (
	"fmt"
	"strings"
	"testing"
)

func TestTopicWords(t *testing.T) {
	tests := []struct{ name, question, want string }{
		{"question words go", "When did the ceasefire collapse?", "ceasefir/plain collaps/plain"},
		{"the quantity asked for goes", "How many ferries sailed?", "ferri/plain sail/plain"},
		{"names, numbers, dates", "Did Kirby name 48 hours in September 2016?", "kirbi/name name/plain 48/figure hour/plain septemb/date 2016/date"},
		{"each word once", "Is a ferry a ferry?", "ferri/plain"},
		{"a hyphened word is its parts", "a cease-fire", "ceas/plain fire/plain"},
	}
	kinds := map[WordKind]string{Plain: "plain", Name: "name", Figure: "figure", Date: "date"}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, w := range NewTopic(tt.question).Words {
				got = append(got, w.Text+"/"+kinds[w.Kind])
			}
			if s := strings.Join(got, " "); s != tt.want {
				t.Errorf("%q: %s, want %s", tt.question, s, tt.want)
			}
		})
	}
}

func TestCover(t *testing.T) {
	tests := []struct{ name, question, text, want string }{
		{"the words themselves", "ferry strike", "The ferries' strike goes on.", "[1 1]"},
		{"an irregular form", "when did it begin", "It began at noon.", "[0.8]"},
		{"a derived word", "who invaded Delmark", "The invasion of Delmark failed.", "[0.6 1]"},
		{"a people for its country", "Russia's planes", "Russian planes", "[0.6 1]"},
		{"an opposite does not count", "did prices increase", "Prices decreased.", "[1 0]"},
		{"one word for a hyphened one", "cease-fire", "The ceasefire held.", "[1 1]"},
		{"a hyphened one for one word", "ceasefire", "The cease-fire held.", "[1]"},
		{"synonyms of a name do not count", "the Force", "The power held.", "[0]"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := fmt.Sprint(NewTopic(tt.question).Cover(tt.text).Found); got != tt.want {
				t.Errorf("%q in %q: %s, want %s", tt.question, tt.text, got, tt.want)
			}
		})
	}
}

func TestOneOff(t *testing.T) {
	tests := []struct {
		a, b string
		want bool
	}{
		{"develop", "devlop", true},
		{"ryabkov", "raybkov", true},
		{"ryabkov", "ryabkow", true},
		{"ryabkov", "ryabkovv", true},
		{"ryabkov", "ryabkov", false},
		{"ryabkov", "byabkov", false}, // people get the first letter right
		{"russia", "prussia", false},
		{"austria", "australia", false},
		{"iran", "iraq", false}, // too short to tell
	}
	for _, tt := range tests {
		if got := oneOff(tt.a, tt.b); got != tt.want {
			t.Errorf("oneOff(%q, %q) = %v", tt.a, tt.b, got)
		}
	}
}

func TestOpposites(t *testing.T) {
	tests := []struct {
		question, sentence string
		want               int
	}{
		{"Did prices increase?", "Prices decreased.", 1},
		{"Was the count accurate?", "The count was inaccurate.", 1},
		{"Was the count accurate?", "The count was accurate.", 0},
		{"Was the count late?", "The count was finished.", 0},
	}
	for _, tt := range tests {
		topic, p := NewTopic(tt.question), ReadPassage(tt.sentence)
		if got := topic.Opposites(p.Terms, topic.CoverTerms(p.Terms).Found); got != tt.want {
			t.Errorf("%q in %q: %d opposites, want %d", tt.question, tt.sentence, got, tt.want)
		}
	}
}
