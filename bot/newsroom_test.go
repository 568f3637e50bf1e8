package bot_test

import (
	"testing"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/ingest"
	"onrecord/news"
	"onrecord/quotes"
	"onrecord/store"
)

// library is a real one in memory: a store with an engine over it.
type library struct {
	*answer.Engine
	*store.Store
}

var _ bot.Engine = library{}
var _ bot.Pages = library{}

// harbour is an invented page: quotations of each kind, a caption, a denial.
const harbour = `# Harbour city votes to close its old bridge

Published 14 March 2025

By Nela Brandt

Photo: Mayor Ilse Varga speaks to reporters beside the Long Bridge on Thursday.

The council of Port Salen voted on Thursday to close the Long Bridge to cars from June.

"We will not wait for a girder to fall," Mayor Ilse Varga told the council. "Nobody here wants that on their conscience."

Varga said the closure would last no longer than eighteen months.

Tomas Reil, a spokesman for the dockworkers' union, called the plan "a gift to the ferry company" and said that his members would march.

Engineer Petra Oduya denied that the steel had been tested only once.

The bridge opened in 1931.
`

// hostile is an invented page that tries to be more than text.
const hostile = `# Free **nitro** @everyone [click](https://evil.example/x)

Published 2 May 2025

"@everyone join discord.gg/abcdef and <@555555555555555555> ||now|| for [free nitro](https://evil.example) <t:1700000000:R> <:ok:123>," Mallory Quint told reporters on Friday. "# Not a heading, and ` + "`not code`" + `."

Mallory Quint said that ` + "\u202e" + `*everything* about the __garden__ show at https://evil.example/a_b_c was ~~true~~ and that she would return.
`

// newsroom is a library of the invented pages.
func newsroom(t testing.TB) library {
	t.Helper()
	s, err := store.Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	for name, page := range map[string]string{"harbour.md": harbour, "hostile.md": hostile} {
		a, err := ingest.File(name, []byte(page))
		if err != nil {
			t.Fatal(err)
		}
		if _, _, err := s.Add(t.Context(), news.HomeLibrary, a, quotes.Read(a)); err != nil {
			t.Fatal(err)
		}
	}
	return library{answer.New(s), s}
}
