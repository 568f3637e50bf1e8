package bot_test

import (
	"context"
	"errors"
	"sync"
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

// Ask is the engine's: the store has one of its own.
func (l library) Ask(ctx context.Context, q news.Question) (answer.Answer, error) {
	return l.Engine.Ask(ctx, q)
}

var (
	_ bot.Engine = library{}
	_ bot.Pages  = library{}
)

// harbour is an invented page: quotations of each kind, a caption, a denial.
const harbour = `# Harbour city votes to close its old bridge

Published 14 March 2025

By Nela Brandt

The council of Port Salen voted on Thursday to close the Long Bridge to cars from June.

"We will not wait for a girder to fall," Mayor Ilse Varga told the council. "Nobody here wants that on their conscience."

Varga said the closure would last no longer than eighteen months.

Tomas Reil, a spokesman for the dockworkers' union, called the plan "a gift to the ferry company" and said that his members would march.

Engineer Petra Oduya denied that the steel had been tested only once.

Tomas Lindqvist, who owns a shop on the quay, said that he would lose half of his customers.

The bridge opened in 1931.
`

// hostile is an invented page that tries to be more than text.
const hostile = `Free **nitro** @everyone [click](https://evil.example/x)

Published 2 May 2025

"@everyone join discord.gg/abcdef and <@555555555555555555> ||now|| for [free nitro](https://evil.example) <t:1700000000:R> <:ok:123>," Mallory Quint told reporters on Friday.

Mallory Quint said that ` + "\u202e" + `*everything* about the __garden__ show at https://evil.example/a_b_c was ~~true~~ and that she would return.
`

// shared returns the newsroom that all tests read which change nothing in it.
func shared(t testing.TB) library {
	t.Helper()
	lib, err := theNewsroom()
	if err != nil {
		t.Fatal(err)
	}
	return lib
}

var theNewsroom = sync.OnceValues(func() (library, error) { return open(context.Background()) })

// own gives a bot a newsroom of its own.
func own(t testing.TB) func(*bot.Config) {
	t.Helper()
	lib, err := open(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = lib.Close() })
	return func(c *bot.Config) { c.Engine, c.Pages = lib, lib }
}

// open makes a library of the invented pages.
func open(ctx context.Context) (library, error) {
	s, err := store.Open(ctx, ":memory:")
	if err != nil {
		return library{}, err
	}
	for _, page := range []struct{ name, text string }{{"harbour.md", harbour}, {"hostile.txt", hostile}} {
		if err := add(ctx, s, page.name, page.text); err != nil {
			return library{}, errors.Join(err, s.Close())
		}
	}
	return library{answer.New(s), s}, nil
}

func add(ctx context.Context, s *store.Store, name, page string) error {
	a, err := ingest.File(name, []byte(page))
	if err != nil {
		return err
	}
	_, _, err = s.Add(ctx, news.HomeLibrary, a, quotes.Read(a))
	return err
}
