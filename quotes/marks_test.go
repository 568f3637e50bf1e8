package quotes

import (
	"testing"

	"github.com/google/go-cmp/cmp"
)

func TestFindQuotations(t *testing.T) {
	tests := []struct {
		name, text string
		want       []string
	}{
		{"straight", `He said "yes" and "no".`, []string{`"yes"`, `"no"`}},
		{"curly", `“Yes,” he said, “no.”`, []string{`“Yes,”`, `“no.”`}},
		{"opened curly, closed straight", `“Yes," he said.`, []string{`“Yes,"`}},
		{"turned the wrong way", `He said ”yes“ to it.`, []string{`”yes“`}},
		{"two apostrophes", `''Yes,'' he said.`, []string{`''Yes,''`}},
		{"three apostrophes at the end", `''I said 'no,''' he said.`, []string{`''I said 'no,'''`}},
		{"guillemets", `«Yes,» he said.`, []string{`«Yes,»`}},
		{"nested single", `“He said ‘no’ to me,” she said.`, []string{`“He said ‘no’ to me,”`}},
		{"nested double", `“They cried “thief” at him,” she said.`, []string{`“They cried “thief” at him,”`}},
		{"single, and an apostrophe", `'It won't wait,' he said.`, []string{`'It won't wait,'`}},
		{"apostrophes only", `The workers' pay wasn't theirs.`, nil},
		{"inches", `A 12" pipe broke.`, nil},
		{"never closed", `He said, “The tide is high.`, []string{`“The tide is high.`}},
		{"never closed, another opens", `“One. He said “two” here.`, []string{`“One. He said`, `“two”`}},
		{"nothing", ``, nil},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got []string
			for _, q := range findQuotations(tt.text) {
				got = append(got, tt.text[q.start:q.end])
			}
			if d := cmp.Diff(tt.want, got); d != "" {
				t.Errorf("findQuotations(%q) (-want +got):\n%s", tt.text, d)
			}
		})
	}
}
