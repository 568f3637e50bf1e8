package bot

import "testing"

func TestUndress(t *testing.T) {
	const question = "What did Varga say?"
	for typed, want := range map[string]string{
		question:                     question,
		"**" + question + "**":       question,
		"```\n" + question + "\n```": question,
		"`" + question + "`":         question,
		"***" + question + "***":     question,
		"||**" + question + "**||":   question,
		"**Varga** said *what*":      "**Varga** said *what*",
		"*a* and *b*":                "*a* and *b*",
		"2 * 3":                      "2 * 3",
		"":                           "",
		"**":                         "**",
		"****":                       "****",
		"_":                          "_",
		"snake_case_":                "snake_case_",
		"“quoted”":                   "“quoted”",
		"*What did Varga say about 5 _ 6 things?*": "What did Varga say about 5 _ 6 things?",
	} {
		if got := undress(typed); got != want {
			t.Errorf("%q is %q, want %q", typed, got, want)
		}
	}
}
