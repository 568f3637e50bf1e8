package bot_test

import (
	"context"
	"crypto/sha256"
	"fmt"
	"sync"
	"testing"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/bot/discordtest"
	"onrecord/ingest"
	"onrecord/news"
	"onrecord/quotes"
	"onrecord/shelf"
	"onrecord/store"
)

// servers are libraries of servers and people over a store of their own, which
// has the harbour's page for all.
type servers struct {
	*store.Store
	shelf *shelf.Shelf
	jobs  *sync.Map // their ends by library and ID
}

var (
	_ bot.Servers = servers{}
	_ bot.Intake  = servers{}
	_ bot.Pages   = (*shelf.Shelf)(nil)
)

// Library implements bot.Servers.
func (s servers) Library(ctx context.Context, place string, hidden bool) (string, error) {
	return s.shelf.Library(ctx, place, hidden)
}

// Add reads and stores a source; it hides the store's own.
func (s servers) Add(ctx context.Context, library string, src bot.Source) (news.Outcome, error) {
	a, err := ingest.File(src.Name, src.Data)
	if err != nil {
		return news.Outcome{}, err
	}
	r := quotes.Read(a)
	ref, added, err := s.Store.Add(ctx, library, a, r)
	return news.Outcome{Article: ref, Title: a.Title, Added: added, Paragraphs: len(a.Citable()), Speakers: len(r.Speakers), Statements: len(r.Statements)}, err
}

// Put implements bot.Intake: the job is done at once.
func (s servers) Put(ctx context.Context, library string, src bot.Source) (string, error) {
	o, err := s.Add(ctx, library, src)
	job := fmt.Sprintf("%x", sha256.Sum256([]byte(src.Name+src.Address)))[:16]
	s.jobs.Store(library+job, jobEnd{o, err})
	return job, nil
}

// Follow implements bot.Intake.
func (s servers) Follow(_ context.Context, library, job string, _ func(bot.Step)) (news.Outcome, error) {
	v, ok := s.jobs.Load(library + job)
	if !ok {
		return news.Outcome{}, news.ErrNotFound
	}
	return v.(jobEnd).outcome, v.(jobEnd).err
}

// Cancel implements bot.Intake.
func (s servers) Cancel(context.Context, string, string) (bool, error) { return false, nil }

// jobEnd is how a job ended.
type jobEnd struct {
	outcome news.Outcome
	err     error
}

// serving starts a bot that keeps libraries for servers and people.
func serving(t *testing.T, change func(*bot.Config)) (*running, servers) {
	t.Helper()
	s := openServers(t, ":memory:")
	return run(t, s.into(change)), s
}

func openServers(t testing.TB, path string) servers {
	t.Helper()
	st, err := store.Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = st.Close() })
	if err := add(t.Context(), st, "harbour.md", harbour); err != nil {
		t.Fatal(err)
	}
	return servers{st, shelf.New(st), &sync.Map{}}
}

// into makes a bot's configuration of the servers.
func (s servers) into(change func(*bot.Config)) func(*bot.Config) {
	return func(c *bot.Config) {
		engine := answer.New(s.shelf)
		c.Engine, c.Pages, c.Servers, c.Intake = engine, s.shelf, s, s
		c.Bold = func(b answer.Boldness) bot.Engine { return engine.WithBoldness(b) }
		if change != nil {
			change(c)
		}
	}
}

// Pages that servers add.
const (
	orchard = `# Frost takes half of the valley's cherries

Published 3 May 2025

"We lost half of the cherries in one night," farmer Bo Ansel said on Friday.

The cooperative said that prices would rise in June.
`
	tram = `# Tram line to the airport is late again

Published 9 June 2025

"The airport tram will open in spring," engineer Noor Haddad told the council.
`
)

const (
	otherServer = "666666666666666666"
	bob         = "777777777777777777"
	curators    = "888888888888888888" // a role
)

// Who does things: somebody who may manage a server, and members of it.
var (
	manager  = discordtest.Use{Permissions: discordtest.ManageServer}
	elsewise = discordtest.Use{Permissions: discordtest.ManageServer, Server: otherServer, User: bob}
	member   = discordtest.Use{User: bob}
	curator  = discordtest.Use{User: bob, Roles: []string{curators}}
	direct   = discordtest.Use{Direct: true}
)

// use uses a command as somebody.
func (r *running) use(t *testing.T, u discordtest.Use, name string, options ...string) discordtest.Message {
	t.Helper()
	p, err := r.Command(u, name, options...)
	if err != nil {
		t.Fatal(err)
	}
	return r.Await(p)
}

// press presses a button as somebody.
func (r *running) press(t *testing.T, u discordtest.Use, m discordtest.Message, label string) discordtest.Message {
	t.Helper()
	p, err := r.Press(u, m.ID, label)
	if err != nil {
		t.Fatal(err)
	}
	return r.Await(p)
}

// adds adds a page as somebody, who may.
func (r *running) adds(t *testing.T, u discordtest.Use, name, page string) discordtest.Message {
	t.Helper()
	m := r.use(t, u, "article add", "file", r.Attach(name, "text/plain", []byte(page)).ID)
	wantText(t, m, "can be asked now")
	return m
}
