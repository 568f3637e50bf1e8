package sentences

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// The bar marks where one sentence ends and the next begins.
func TestSplit(t *testing.T) {
	tests := []struct{ name, marked string }{
		{"two plain", "The bridge closed. | Nobody was hurt."},
		{"country", "The U.S. State Department objected. | It did so twice."},
		{"country at the end", "They moved to the U.S. | The house stayed empty."},
		{"month", "On Sept. 19, the truce ended. | Talks went on."},
		{"month at the end", "It began in Sept. | The rest followed."},
		{"title", "Mr. Kerr met Gen. Ostrova. | Dr. Hale did not."},
		{"initials", "George W. Hale and J. R. Moss signed. | Both left."},
		{"letter at the end", "They chose plan B. | It failed."},
		{"company", "Acme Inc. Chairman Lee Moss quit. | Shares fell."},
		{"decimal", "Prices rose 3.5 percent. | Wages fell 0.2 percent."},
		{"number", "He lives at No. 10 now. | The answer was no. | He stayed."},
		{"address", "Visit example.com today. | It is free."},
		{"stop inside marks", "“We are done.” | She left. | \"So am I.\" | He stayed."},
		{"comma inside marks", "“We are done,” she said. | He stayed."},
		{"question and its tag", "“Are we done?” Moss asked. | He left."},
		{"question and no tag", "“Are we done?” | Moss left the room."},
		{"question, lower tag", "“Are we done?” she asked."},
		{"brackets", "(It rained.) | Nobody came."},
		{"ellipsis within", "It was … a long day. | He slept."},
		{"ellipsis at the end", "It was a long day ... | The end came."},
		{"dotted ellipsis", "We . . . did it. | Then we left."},
		{"no space after a closing mark", "“We won.”| Then they sang."},
		{"morning", "It opens at 9 a.m. Monday. | It shuts at 5 p.m. | The rest is closed."},
		{"single marks", "‘We are done.’ | She left."},
		{"digit opens", "The vote was held. | 12 members stayed away."},
		{"accents", "Élan won. | Åsa lost."},
		{"no stop at all", "Ceasefire collapses"},
		{"nothing", "  "},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.ReplaceAll(strings.ReplaceAll(tt.marked, "| ", ""), "|", "")
			var want, got []string
			for _, w := range strings.Split(tt.marked, "|") {
				if w = strings.TrimSpace(w); w != "" {
					want = append(want, w)
				}
			}
			for _, s := range Split(text) {
				got = append(got, text[s.Start:s.End])
			}
			if d := cmp.Diff(want, got); d != "" {
				t.Errorf("Split(%q) (-want +got):\n%s", text, d)
			}
		})
	}
}

// Whatever the text, the sentences are in order, whole characters, and hold
// everything but white space.
func FuzzSplit(f *testing.F) {
	f.Add("“We won.” He left. U.S. … . . .")
	f.Add("\xff. A\xc3. ?!\" (B.) 3.5")
	f.Fuzz(func(t *testing.T, text string) {
		at := 0
		for _, s := range Split(text) {
			if s.Start < at || s.End <= s.Start || s.End > len(text) {
				t.Fatalf("%v after byte %d of %d", s, at, len(text))
			}
			if strings.TrimSpace(text[at:s.Start]) != "" {
				t.Fatalf("left out %q", text[at:s.Start])
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[s.Start:s.End]) {
				t.Fatalf("%v splits a character", s)
			}
			if got := strings.TrimFunc(text[s.Start:s.End], unicode.IsSpace); got != text[s.Start:s.End] {
				t.Fatalf("white space around %q", text[s.Start:s.End])
			}
			at = s.End
		}
		if strings.TrimSpace(text[at:]) != "" {
			t.Fatalf("left out %q", text[at:])
		}
	})
}

func BenchmarkSplit(b *testing.B) {
	for name, piece := range map[string]string{
		"news":  "On Sept. 19, Mr. Moss of the U.S. team said it was over. “We won,” he said. ",
		"marks": "! \" . “ ",
	} {
		b.Run(name, func(b *testing.B) {
			text := strings.Repeat(piece, 100_000/len(piece))
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				Split(text)
			}
		})
	}
}
