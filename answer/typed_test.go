package answer

import "testing"

func TestAsTyped(t *testing.T) {
	names := set(`renn marsh orsk dahl`)
	known := func(w string) bool { return names[w] }
	tests := []struct{ name, typed, want string }{
		{"chat spelling", "wat did renn say abt u", "what did renn say about you"},
		{"no apostrophe in a verb", "why didnt renn agree", "why didn't renn agree"},
		{"a possessive without apostrophe", "who liked renns plan", "who liked renn's plan"},
		{"a name that ends in s", "what does dahls think", "what does dahls think"},
		{"who is, in one word", "whos renn", "who's renn"},
		{"a title before a name", "what did sec marsh say", "what did secretary marsh say"},
		{"seconds are no secretary", "how many sec did it take", "how many sec did it take"},
		{"a duration in one word", "a 48hr truce", "a 48 hr truce"},
		{"a day of the month", "what shut on sept 9th", "what shut on September 9"},
		{"the day first", "what shut on the 9th of sept.", "what shut on 9 September"},
		{"a year is no day", "who won in june 2015", "who won in june 2015"},
		{"greetings", "hey bot, quick q: who is renn?", "who is renn?"},
		{"laughter", "who is renn lol pls", "who is renn"},
		{"nothing but laughter", "lol", ""},
		{"a pirate", "what did renn say arrr", "what did renn say"},
		{"quoted words stay", `who said "u r right, renns plan"`, `who said "u r right, renns plan"`},
		{"a quote from somebody", "quote from renn about hail pls", "show me a quote from renn about hail"},
		{"a comment on something", "did orsk comment on the truce?", "did orsk say anything about the truce?"},
		{"a job", "what job does renn have?", "who is renn"},
		{"somebody's title", "whats renns title", "who is renn"},
		{"a part is no job", "what was renn's role in the strike?", "what was renn's role in the strike?"},
		{"still going on", "how long has the strike been going on?", "how long has the strike been"},
		{"what somebody does", "what does renn do?", "who is renn"},
		{"are", "how many flats r planned", "how many flats are planned"},
		{"what day", "what day did renn speak", "when did renn speak"},
		{"going to", "is orsk going to keep paying marsh", "will orsk continue paying marsh"},
		{"a plain question", "What did Renn say about the “Sept 9th” plan?", "What did Renn say about the “September 9” plan?"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := asTyped(tt.typed, known); got != tt.want {
				t.Errorf("%q\ngot  %q\nwant %q", tt.typed, got, tt.want)
			}
		})
	}
}

func FuzzAsTyped(f *testing.F) {
	f.Add("hey u, wat did renns mate say abt the 3rd of may lol")
	f.Add("“y w/ sec")
	known := func(w string) bool { return len(w) == 4 }
	f.Fuzz(func(t *testing.T, typed string) {
		s, err := clean("question", typed, MaxQuestion)
		if err != nil {
			t.Skip()
		}
		if got := asTyped(s, known); len(got) > 4*len(s)+40 {
			t.Errorf("%q grew to %q", s, got)
		}
	})
}
