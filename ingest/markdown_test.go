package ingest_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/ingest"
)

func TestMarkdownWords(t *testing.T) {
	tests := []struct{ name, typed, want string }{
		{"emphasis", "The **lamp** was _lit_ *again* by ***all***, ~~not~~ `now`.", "The lamp was lit again by all, not now."},
		{"stars that are no emphasis", "It measures 5 * 3 metres * 2 in all.", "It measures 5 * 3 metres * 2 in all."},
		{"underscores in a word", "The file lamp_room_1 was found again.", "The file lamp_room_1 was found again."},
		{"emphasis not closed", "The *lamp was lit again.", "The *lamp was lit again."},
		{"link", "The [lamp](https://lamp.example/a_b \"A lamp\") was lit again.", "The lamp was lit again."},
		{"link by reference", "The [lamp][1] was lit again.", "The lamp was lit again."},
		{"link in emphasis", "The **[lamp](https://lamp.example)** was lit again.", "The lamp was lit again."},
		{"brackets of an editor", "“He [Banks] lit [the lamp] (again),” she said.", "“He [Banks] lit [the lamp] (again),” she said."},
		{"bare address", "The lamp is at <https://lamp.example/> again.", "The lamp is at https://lamp.example/ again."},
		{"image between words", "The ![small lamp](a.png) lamp was lit again.", "The lamp was lit again."},
		{"HTML", "The <b class=\"x\">lamp</b> was<br>lit again.", "The lamp was lit again."},
		{"less than", "The lamp cost < 5 crowns and > 3.", "The lamp cost < 5 crowns and > 3."},
		{"entities", "Banks &amp; Sons lit the&nbsp;lamp &ldquo;again&rdquo;.", "Banks & Sons lit the lamp “again”."},
		{"entity of a direction mark", "The la&#x202e;mp was&#10;lit again.", "The lamp was lit again."},
		{"escapes", `The \*lamp\* was lit at 5\_am.`, "The *lamp* was lit at 5_am."},
		{"footnote", "The lamp was lit.[^1] Nobody saw it.", "The lamp was lit. Nobody saw it."},
		{"block quote", "> The lamp was\n> lit again.", "The lamp was lit again."},
		{"lazy block quote", "> The lamp was\nlit again.", "The lamp was lit again."},
		{"quote in a quote", "> > The lamp was lit again.", "The lamp was lit again."},
		{"hard break", "The lamp was  \nlit\\\nagain tonight.", "The lamp was lit again tonight."},
		{"task", "- [x] The lamp was lit again.", "The lamp was lit again."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff([]string{tt.want}, citable(t, "a.md", tt.typed)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestMarkdownBlocks(t *testing.T) {
	const page = `
The lamp is lit
===============

` + body1 + `

What the mayor thinks
---------------------
` + body2 + `

<!-- a note to
the editor -->

* the lamp room, which stays closed
* the stairs, all 112 of them

~~~
lamp := true
~~~

---

| | Steps | Year |
|---|---|---|
| Tower | 112 | 1871 |

[1]: https://lamp.example
`
	got := outlineOf(t, "a.md", page)
	want := []string{
		"heading The lamp is lit",
		"body " + body1,
		"heading What the mayor thinks",
		"body " + body2,
		"body the lamp room, which stays closed",
		"body the stairs, all 112 of them",
		"furniture lamp := true",
		"furniture Steps | Year",
		"body Tower | 112 | 1871",
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// TestMarkdownBySigns holds that a page pasted as .txt may still be Markdown, and
// that a line which begins with # in plain text does not make it so.
func TestMarkdownBySigns(t *testing.T) {
	got := outlineOf(t, "a.txt", "# The lamp is lit\n\n"+body1+" [More](https://lamp.example)\n")
	if got[0] != "heading The lamp is lit" {
		t.Errorf("read %q", got)
	}
	plain := outlineOf(t, "a.txt", body1+"\n\n#lamp was the word of the day, *she* said.\n")
	if plain[1] != "body #lamp was the word of the day, *she* said." {
		t.Errorf("read %q", plain)
	}
}

func outlineOf(t *testing.T, name, page string) []string {
	t.Helper()
	a, err := ingest.File(name, []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	var out []string
	for _, p := range a.Paragraphs {
		out = append(out, string(p.Kind)+" "+p.Text)
	}
	return out
}
