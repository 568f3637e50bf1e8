package ingest_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/ingest"
	"onrecord/news"
)

func read(t *testing.T, name, page string) *news.Article {
	t.Helper()
	a, err := ingest.File(name, []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestPublicationDate(t *testing.T) {
	tests := []struct{ line, want string }{
		{"29 September 2016", "2016-09-29"},
		{"Published 29 September 2016", "2016-09-29"},
		{"Published on Thursday, 29th of September 2016 at 14:05 GMT", "2016-09-29"},
		{"Sept. 29, 2016", "2016-09-29"},
		{"SEPTEMBER 29, 2016 4:05 PM ET", "2016-09-29"},
		{"29-Sep-2016", "2016-09-29"},
		{"2016-09-29", "2016-09-29"},
		{"2016-09-29T14:05:00Z", "2016-09-29"},
		{"2016/09/29", "2016-09-29"},
		{"29/09/2016", "2016-09-29"},
		{"09/29/2016", "2016-09-29"},
		{"29.09.2016", "2016-09-29"},
		{"5/5/2016", "2016-05-05"},
		{"03/04/2016", ""}, // the third of April or the fourth of March
		{"Published 03/04/2016", ""},
		{"31 February 2016", ""},
		{"2016-13-01", ""},
		{"29 September", ""},
		{"Updated 30 September 2016", ""},
		{"Published 29 September 2016 | Updated 30 September 2016", "2016-09-29"},
		{"Updated 30 September 2016, published 29 September 2016", "2016-09-29"},
		{"Last modified: 30 September 2016\n\nPosted: 29 September 2016", "2016-09-29"},
		{"By Ada Lark, 29 September 2016", "2016-09-29"},
		{"By Ada Lark | Published: Sept 29, 2016", "2016-09-29"},
		{"Date: 29 September 2016", "2016-09-29"},
	}
	for _, tt := range tests {
		t.Run(tt.line, func(t *testing.T) {
			a := read(t, "a.txt", headline+"\n\n"+tt.line+"\n\n"+body1+"\n\n"+body2+"\n")
			if got := a.Info().Date(); got != tt.want {
				t.Errorf("published %q, want %q", got, tt.want)
			}
			if n := len(a.Citable()); n != 2 {
				t.Errorf("%d citable paragraphs, want the two of the body", n)
			}
		})
	}
}

func TestDateElsewhere(t *testing.T) {
	tests := []struct{ name, page, want string }{
		{"in the dateline", "KESTREL BAY, 29 September 2016 (Northern Wire) — " + body1, "2016-09-29"},
		{"in a sentence", body1 + "\n\nIt happened on 29 September 2016.", ""},
		{"of another story", body1 + "\n\n" + body2 + "\n\n" + body3 + "\n\n" + body4 + "\n\nFerry Crews Walk Out Again\n\n3 May 2015", ""},
		{"of a comment", body1 + "\n\n" + body2 + "\n\n" + body3 + "\n\nComments\n\nPosted 3 May 2015", ""},
		{"of the copyright", body1 + "\n\n© 2015 Kestrel Bay Post", ""},
		{"at the end, with a label", body1 + "\n\n" + body2 + "\n\n" + body3 + "\n\n" + body4 + "\n\nFirst published 29 September 2016", "2016-09-29"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := read(t, "a.txt", tt.page).Info().Date(); got != tt.want {
				t.Errorf("published %q, want %q", got, tt.want)
			}
		})
	}
}

// about is what a file says of its article.
type about struct {
	Title, URL, Outlet, Language, Date string
	Authors                            []string
	Untitled                           bool
}

func TestWhatAFileSaysOfItself(t *testing.T) {
	untitled := "Untitled article (“The council of Kestrel Bay voted on Monday to keep…”)"
	tests := []struct {
		name, file, page string
		want             about
	}{
		{"nothing", "a.txt", body1, about{Title: untitled, Untitled: true, Language: "en"}},
		{"a headline", "a.txt", headline + "\n\n" + body1, about{Title: headline, Language: "en"}},
		{"a headline under the site's name", "a.txt", "Kestrel Bay Post\n\nLOCAL\n\n" + headline + "\n\n" + body1, about{Title: headline, Language: "en"}},
		{"a headline under a slogan", "a.txt", "All the tales of the northern coast since 1923\n\n" + headline + "\n\n" + body1, about{Title: headline, Language: "en"}},
		{"a headline over a summary", "a.txt", headline + "\n\nKestrel Bay's council keeps the lighthouse it planned to sell\n\n" + body1, about{Title: headline, Language: "en"}},
		{"a short headline", "a.txt", "The Kestrel Bay Post\n\nLamp Is Lit\n\n" + body1, about{Title: "Lamp Is Lit", Language: "en"}},
		{"a headline that asks", "a.txt", "Can Kestrel Bay Keep Its Lighthouse?\n\n" + body1, about{Title: "Can Kestrel Bay Keep Its Lighthouse?", Language: "en"}},
		{"header lines", "a.txt", "Title: The lamp\nAuthor: Ada Lark, Bo Quill\nDate: 2026-05-03\nSource: https://lamp.example/1\nOutlet: Kestrel Bay Post\n\n" + body1,
			about{Title: "The lamp", Authors: []string{"Ada Lark", "Bo Quill"}, Date: "2026-05-03", URL: "https://lamp.example/1", Outlet: "Kestrel Bay Post", Language: "en"}},
		{"front matter", "a.md", "---\ntitle: 'The lamp: lit'\nauthor: Ada Lark and Bo Quill\ndate: 2026-05-03T10:00:00Z\nlink: https://lamp.example/1\npublication: Kestrel Bay Post\nlang: en-GB\n---\n\n" + body1,
			about{Title: "The lamp: lit", Authors: []string{"Ada Lark", "Bo Quill"}, Date: "2026-05-03", URL: "https://lamp.example/1", Outlet: "Kestrel Bay Post", Language: "en-GB"}},
		{"front matter in TOML", "a.md", "+++\ntitle = \"The lamp\"\ndate = 2026-05-03\n+++\n" + body1, about{Title: "The lamp", Date: "2026-05-03", Language: "en"}},
		{"a list of authors", "a.md", "---\nauthors:\n  - Ada Lark\n  - Bo Quill\n---\n# The lamp\n\n" + body1, about{Title: "The lamp", Authors: []string{"Ada Lark", "Bo Quill"}, Language: "en"}},
		{"an address that is none", "a.txt", "Title: The lamp\nURL: javascript:alert(1)\n\n" + body1, about{Title: "The lamp", Language: "en"}},
		{"an address in the text", "a.txt", body1 + "\n\nSee https://lamp.example/1 for more of it.", about{Title: untitled, Untitled: true, Language: "en"}},
		{"a by-line", "a.txt", headline + "\n\nBy Ada Lark and Bo de Quill, Political Editor\n\n" + body1, about{Title: headline, Authors: []string{"Ada Lark", "Bo de Quill"}, Language: "en"}},
		{"a by-line of nobody", "a.txt", headline + "\n\nBy our staff\n\n" + body1, about{Title: headline, Language: "en"}},
		{"an owner", "a.txt", headline + "\n\n" + body1 + "\n\n© 2026 Kestrel Bay Post. All rights reserved.", about{Title: headline, Outlet: "Kestrel Bay Post", Language: "en"}},
		{"an owner not named", "a.txt", headline + "\n\n" + body1 + "\n\nCopyright 2026. All rights reserved.", about{Title: headline, Language: "en"}},
		{"another language", "a.txt", "Der Rat von Kestrel Bay hat am Montag beschlossen, den alten Leuchtturm nun doch zu behalten.",
			about{Title: "Untitled article (“Der Rat von Kestrel Bay hat am Montag beschlossen…”)", Language: "de", Untitled: true}},
		{"prose between two rules", "a.md", "---\nThe lamp: it was lit.\n---\n\n" + body1, about{Title: "The lamp: it was lit.", Language: "en"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a := read(t, tt.file, tt.page)
			got := about{a.Title, a.URL, a.Outlet, a.Language, a.Info().Date(), a.Authors, a.Untitled}
			if diff := cmp.Diff(tt.want, got); diff != "" {
				t.Errorf("-want +got:\n%s", diff)
			}
		})
	}
}

// TestIDFollowsTheWords holds that an article without an address is known by its
// words, whatever its file is called and however its lines end.
func TestIDFollowsTheWords(t *testing.T) {
	page := headline + "\n\n" + body1 + "\n\n" + body2 + "\n"
	a, b := read(t, "a.txt", page), read(t, "b.txt", strings.ReplaceAll(page, "\n", "\r\n"))
	if a.ID != b.ID {
		t.Errorf("IDs %s and %s of the same words differ", a.ID, b.ID)
	}
	if c := read(t, "a.txt", page+"\n"+body3); c.ID == a.ID {
		t.Error("other words have the same ID")
	}
}
