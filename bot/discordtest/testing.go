package discordtest

import (
	"cmp"
	"context"
	"os"
	"sync"
	"time"
)

// TB is what [New] needs of a *testing.T.
type TB interface {
	Helper()
	Cleanup(func())
	Fatalf(format string, args ...any)
	Errorf(format string, args ...any)
	Logf(format string, args ...any)
}

// patience is how long T's methods wait for the bot, and interactions for a first
// reply: they wait for what happens, and for this long only where it never does.
const patience = 2 * time.Minute

// T is a [Server] inside a test: what goes wrong fails the test, and so does,
// at its end, every request that Discord would have refused and every ping.
type T struct {
	*Server
	t TB
	// Lenient keeps refused requests from failing the test at its end.
	Lenient bool
}

var description = sync.OnceValues(func() (*Description, error) {
	path := os.Getenv("DISCORD_OPENAPI")
	if path == "" {
		return nil, nil
	}
	return LoadDescription(path)
})

// New starts a server for a test and closes it at the test's end. Request
// bodies are checked against Discord's OpenAPI description when the environment
// variable DISCORD_OPENAPI names the file.
func New(t TB, opts ...Options) *T {
	t.Helper()
	var o Options
	if len(opts) > 0 {
		o = opts[0]
	}
	o.FirstReply = cmp.Or(o.FirstReply, patience)
	if o.Description == nil {
		d, err := description()
		if err != nil {
			t.Fatalf("%v", err)
		}
		o.Description = d
	}
	s, err := Start(o)
	if err != nil {
		t.Fatalf("%v", err)
	}
	d := &T{Server: s, t: t}
	t.Cleanup(func() {
		s.Close()
		if !d.Lenient {
			for _, r := range s.Refusals() {
				t.Errorf("Discord would refuse %s %s: %d %d %s\n%s", r.Method, r.Path, r.Status, r.Code, r.Reason, r.Body)
			}
		}
		for _, p := range s.Pings() {
			t.Errorf("a message of the bot pinged %s", p)
		}
	})
	return d
}

func (d *T) context() (context.Context, context.CancelFunc) {
	return context.WithTimeout(context.Background(), patience)
}

// Ready waits until the bot is connected and has registered its commands.
func (d *T) Ready() { d.t.Helper(); d.ReadyAgain(1) }

// ReadyAgain waits until bots have opened or resumed n sessions in all.
func (d *T) ReadyAgain(n int) {
	d.t.Helper()
	ctx, cancel := d.context()
	defer cancel()
	if err := d.AwaitReady(ctx, n); err != nil {
		open, identified, resumed := d.Connections()
		d.t.Fatalf("the bot did not get ready: %v (%d sockets, %d identified, %d resumed)", err, open, identified, resumed)
	}
}

// Mention writes a message that mentions the bot and returns the bot's reply.
func (d *T) Mention(text string) Message {
	d.t.Helper()
	return d.Ask(Post{Content: "@bot " + text})
}

// DM writes to the bot alone and returns its reply.
func (d *T) DM(text string) Message {
	d.t.Helper()
	return d.Ask(Post{Content: text, Direct: true})
}

// Ask sends a message and returns the bot's reply.
func (d *T) Ask(p Post) Message {
	d.t.Helper()
	ctx, cancel := d.context()
	defer cancel()
	m, err := d.Reply(ctx, d.Send(p).ID)
	if err != nil {
		d.t.Fatalf("%v", err)
	}
	return m
}

// Slash uses a slash command and returns what the bot finally says.
func (d *T) Slash(name string, options ...string) Message {
	d.t.Helper()
	return d.await(d.Command(Use{}, name, options...))
}

// Complete types into an option and returns the completions offered.
func (d *T) Complete(name, option, typed string) []Choice {
	d.t.Helper()
	p, err := d.Type(Use{}, name, option, typed)
	if err != nil {
		d.t.Fatalf("%v", err)
	}
	ctx, cancel := d.context()
	defer cancel()
	choices, err := p.Choices(ctx)
	if err != nil {
		d.t.Fatalf("%v", err)
	}
	return choices
}

// Click presses a button under a message and returns what the bot says to it.
func (d *T) Click(m Message, label string) Message {
	d.t.Helper()
	return d.await(d.Press(Use{}, m.ID, label))
}

// MessageCommand uses a menu command on a message.
func (d *T) MessageCommand(name string, m Message) Message {
	d.t.Helper()
	return d.await(d.Menu(Use{}, name, m.ID))
}

// Await returns what the bot finally says to an interaction.
func (d *T) Await(p *Pending) Message { d.t.Helper(); return d.await(p, nil) }

func (d *T) await(p *Pending, err error) Message {
	d.t.Helper()
	if err != nil {
		d.t.Fatalf("%v", err)
	}
	ctx, cancel := d.context()
	defer cancel()
	m, err := p.Message(ctx)
	if err != nil {
		d.t.Fatalf("%v", err)
	}
	return m
}

// Fill waits for the modal that an interaction opens, fills it in, and returns
// what the bot finally says.
func (d *T) Fill(p *Pending, err error, text string) Message {
	d.t.Helper()
	if err != nil {
		d.t.Fatalf("%v", err)
	}
	ctx, cancel := d.context()
	defer cancel()
	m, err := p.Opened(ctx)
	if err != nil {
		d.t.Fatalf("%v", err)
	}
	if m == nil {
		d.t.Fatalf("the bot opened no modal")
		return Message{}
	}
	return d.await(d.Submit(Use{}, *m, text), nil)
}
