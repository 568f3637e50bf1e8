package bot_test

import (
	"context"
	"flag"
	"fmt"
	"os"
	"strings"
	"testing"
	"time"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/bot/discordtest"
	"onrecord/news"
)

// fault is one thing that goes wrong between the bot and Discord, scripted.
type fault struct {
	name string
	do   func(d *running)
	// ends is what the bot says when it gives up, "" for a fault it is to outlive.
	ends string
	// begins tells that the session can't be taken up again: what people ask
	// while the bot is away reaches nobody.
	begins bool
	// rest tells that the gateway stays as it is.
	rest bool
	// change and opts set the stage.
	change func(*bot.Config)
	opts   discordtest.Options
	// times is how often the gateway delivers what is asked, once when 0.
	times int
}

// faults are all that TestFaults goes through, in the order of its table.
func faults() []fault {
	var list []fault
	gateway := func(name string, begins bool, do func(d *running)) {
		list = append(list, fault{name: name, do: do, begins: begins})
	}
	gateway("the socket drops", false, func(d *running) { d.Drop() })
	gateway("the socket drops three times", false, func(d *running) {
		d.Greet(discordtest.Hangup, discordtest.Hangup)
		d.Drop()
	})
	gateway("op 7, reconnect", false, func(d *running) { d.Reconnect() })
	gateway("op 9, invalid session", true, func(d *running) {
		d.Invalidate()
		d.ReadyAgain(2) // at once, over the same socket
	})
	for _, code := range []int{4000, 4001, 4002, 4003, 4005, 4008} {
		gateway(fmt.Sprintf("close code %d", code), false, func(d *running) { d.CloseWith(code, "scripted") })
	}
	for _, code := range []int{4007, 4009} {
		gateway(fmt.Sprintf("close code %d", code), true, func(d *running) { d.CloseWith(code, "scripted") })
	}
	again := func(name string, begins bool, g ...discordtest.Greeting) {
		list = append(list, fault{name: name, begins: begins, change: hasty, do: func(d *running) {
			d.Greet(g...)
			d.Drop()
		}})
	}
	again("resuming: no hello", false, discordtest.Silent)
	again("resuming: op 7", false, discordtest.ReconnectFirst)
	again("resuming: op 9, not resumable", true, discordtest.InvalidFirst)
	again("resuming: op 9, resumable", true, discordtest.InvalidResumable)
	again("resuming: close code 4000", false, discordtest.CloseAs(4000))
	fresh := func(name string, g ...discordtest.Greeting) {
		list = append(list, fault{name: name, begins: true, change: hasty, do: func(d *running) {
			d.Greet(g...)
			d.CloseWith(4009, "scripted")
		}})
	}
	fresh("identifying: no hello", discordtest.Silent)
	fresh("identifying: op 7", discordtest.ReconnectFirst, discordtest.ReconnectFirst)
	fresh("identifying: op 9, not resumable", discordtest.InvalidFirst, discordtest.InvalidFirst)
	fresh("identifying: op 9, resumable", discordtest.InvalidResumable, discordtest.InvalidResumable)
	fresh("identifying: close code 4000", discordtest.CloseAs(4000))
	for _, f := range []struct {
		code int
		says string
	}{{4004, "DISCORD_TOKEN"}, {4010, "shards"}, {4011, "shards"}, {4012, "newer"}, {4013, "intents"}, {4014, "intents"}} {
		list = append(list, fatally(f.code, f.says))
	}
	list = append(list,
		fault{name: "READY a second late", begins: true, do: func(d *running) {
			d.DelayReady(time.Second)
			d.CloseWith(4009, "scripted")
		}},
		fault{name: "RESUMED a second late", do: func(d *running) {
			d.DelayReady(time.Second)
			d.Drop()
		}},
		fault{name: "heartbeats are not acknowledged", opts: discordtest.Options{Heartbeat: time.Second},
			change: func(c *bot.Config) { c.ReadTimeout = 2500 * time.Millisecond },
			do: func(d *running) {
				d.Deafen(true)
				d.ReadyAgain(2)
				d.Deafen(false)
			}},
		fault{name: "events twice", rest: true, times: 2, do: func(*running) {}},
		fault{name: "events in another order", rest: true, do: func(d *running) { d.Reorder(2) }},
		fault{name: "events twice, then the socket drops", times: 2, do: func(d *running) { d.Drop() }},
	)
	rest := func(name string, f discordtest.Fault) {
		list = append(list, fault{name: name, rest: true, do: func(d *running) { d.Fail(f) }})
	}
	rest("REST: connections cut, 6 requests", discordtest.Fault{Times: 6})
	rest("REST: 500, 6 requests", discordtest.Fault{Status: 500, Times: 6})
	rest("REST: 502, 6 requests", discordtest.Fault{Status: 502, Times: 6})
	rest("REST: 503 page, 6 requests", discordtest.Fault{Status: 503, HTML: true, Times: 6})
	rest("REST: 429 as JSON", discordtest.Fault{Status: 429, RetryAfter: 0.3, Times: 4})
	rest("REST: 429 as a page", discordtest.Fault{Status: 429, RetryAfter: 0.3, HTML: true, Times: 4})
	rest("REST: 429, global", discordtest.Fault{Status: 429, RetryAfter: 0.3, Global: true, Times: 4})
	rest("REST: replies a second late", discordtest.Fault{Done: true, Status: 200, Delay: time.Second, Times: 6})
	rest("REST: done, but the reply is lost", discordtest.Fault{Done: true, Times: 4})
	rest("REST: done, but the reply is cut in half", discordtest.Fault{Done: true, Truncated: true, Times: 4})
	return list
}

// hasty gives a connection up that does not open within a second.
func hasty(c *bot.Config) { c.OpenTimeout = time.Second }

func fatally(code int, says string) fault {
	return fault{name: fmt.Sprintf("close code %d", code), ends: says, begins: true, do: func(d *running) {
		d.Greet(discordtest.CloseAs(code))
		d.CloseWith(code, "scripted")
	}}
}

// outcome is what became of the questions around a fault.
type outcome struct {
	asked, reached, once, told, twice, lost int
	session                                 string
	late                                    int // of those told, by Discord
}

// asked is one question on its way.
type asked struct {
	id      string
	answers func() (n int, m discordtest.Message)
	late    func() bool // Discord has told that the bot did not answer in time
}

// TestFaults scripts everything that is known to go wrong between a bot and
// Discord while people ask, and writes down what became of every question that
// the gateway delivered: docs/faults.md.
func TestFaults(t *testing.T) {
	list := faults()
	outcomes := make([]outcome, len(list))
	few := make(chan struct{}, 8)
	t.Run("fault", func(t *testing.T) {
		for i, f := range list {
			t.Run(f.name, func(t *testing.T) {
				t.Parallel()
				few <- struct{}{} // at once: people wait three seconds, whatever else a machine does
				defer func() { <-few }()
				outcomes[i] = f.run(t)
			})
		}
	})
	for _, o := range outcomes {
		if o.asked == 0 {
			return // some were left out, by -run or by failing
		}
		if o.late > 0 {
			t.Logf("this machine was too slow to compare with docs/faults.md: Discord gave up on %d questions", o.late)
			return
		}
	}
	table := faultTable(list, outcomes)
	t.Log("\n" + table)
	const path = "../docs/faults.md"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	want, rest, _ := strings.Cut(string(data), "\n## ") // cmd/onrecord's TestKilled has the rest
	if flag.Lookup("update").Value.String() == "true" {
		want = table
		if err := os.WriteFile(path, []byte(table+"\n## "+rest), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if want != table {
		t.Errorf("%s is not what was seen: run go test -update if that is right", path)
	}
}

// run asks before, while and after the fault.
func (f fault) run(t *testing.T) outcome {
	hold := make(chan struct{})
	d := run(t, func(c *bot.Config) {
		if f.change != nil {
			f.change(c)
		}
		real := c.Engine
		asking(func(ctx context.Context, q news.Question) (answer.Answer, error) {
			if words, waits := strings.CutSuffix(q.Text, " Wait!"); waits {
				<-hold
				q.Text = words
			}
			return real.Ask(ctx, q)
		})(c)
	}, f.opts)
	d.Lenient = true // a request that is sent again may be refused
	var all []asked
	ask := func(words string) {
		all = append(all, d.askBoth(t, f, words)...)
	}
	ask("")
	d.answered(t, all)
	ask(" Wait!")
	d.taken(t, all)
	f.do(d)
	ask("")
	close(hold)
	o := outcome{session: "as it was"}
	switch {
	case f.ends != "":
		if err := d.ended(t); err == nil || !strings.Contains(err.Error(), f.ends) {
			t.Errorf("the bot ended with %v, not with something about %q", err, f.ends)
		}
		o.session = "ends, saying why"
	case !f.rest:
		d.ReadyAgain(2)
		_, identified, resumed := d.Connections()
		o.session = "resumed"
		if f.begins {
			o.session = "begun anew"
		}
		if (identified > 1) != f.begins {
			t.Errorf("%d sessions begun, %d resumed", identified, resumed)
		}
	}
	if f.ends == "" {
		ask("")
		d.answered(t, all)
		d.stop()
		if err := d.ended(t); err != nil {
			t.Error(err)
		}
	}
	for _, q := range all {
		o.count(t, d, q)
	}
	return o
}

// askBoth asks in a message and by a command.
func (r *running) askBoth(t *testing.T, f fault, words string) []asked {
	t.Helper()
	m := r.Send(discordtest.Post{Content: "@bot " + closure + words, Times: f.times})
	p, err := r.Command(discordtest.Use{Times: f.times}, "ask", "question", closure+words)
	if err != nil {
		t.Fatal(err)
	}
	return []asked{
		{m.ID, func() (int, discordtest.Message) {
			now, cancel := context.WithTimeout(context.Background(), time.Millisecond)
			defer cancel()
			reply, _ := r.Reply(now, m.ID)
			return r.Answered(m.ID), reply
		}, func() bool { return false }},
		{p.ID(), func() (int, discordtest.Message) {
			now, cancel := context.WithTimeout(context.Background(), time.Millisecond)
			defer cancel()
			reply, _ := p.Message(now)
			return p.Answers(), reply
		}, p.Late},
	}
}

// answered waits until every question that was delivered has an answer.
func (r *running) answered(t *testing.T, all []asked) {
	t.Helper()
	r.until(t, func() string {
		for _, q := range all {
			if n, _ := q.answers(); n == 0 && r.Delivered(q.id) && !q.late() {
				return "question " + q.id + " has no answer"
			}
		}
		return ""
	})
}

// taken waits until the bot has read all that was delivered: two questions wait
// in the engine.
func (r *running) taken(t *testing.T, all []asked) {
	t.Helper()
	r.until(t, func() string {
		if working := r.bot.Status().Working; working < 2 {
			return fmt.Sprintf("%d questions are being worked on", working)
		}
		return ""
	})
}

// until waits until nothing is missing any more.
func (r *running) until(t *testing.T, missing func() string) {
	t.Helper()
	deadline := time.Now().Add(patience)
	for what := missing(); what != ""; what = missing() {
		if time.Now().After(deadline) {
			t.Fatal(what)
		}
		time.Sleep(5 * time.Millisecond)
	}
}

// count adds one question. In a fault the bot is never to lose a question that
// it was sent, nor to answer one twice.
func (o *outcome) count(t *testing.T, d *running, q asked) {
	t.Helper()
	o.asked++
	n, m := q.answers()
	if !d.Delivered(q.id) {
		if n > 0 {
			t.Errorf("question %s was answered and not delivered", q.id)
		}
		return
	}
	o.reached++
	switch {
	case n == 0 && q.late():
		o.told++
		o.late++
	case n == 0:
		o.lost++
		t.Errorf("question %s was lost", q.id)
	case n > 1:
		o.twice++
		t.Errorf("question %s was answered %d times", q.id, n)
	case strings.Contains(m.Text(), "eighteen months"):
		o.once++
	default:
		o.told++
	}
}

// faultTable is docs/faults.md.
func faultTable(list []fault, outcomes []outcome) string {
	var b strings.Builder
	b.WriteString(`# What goes wrong, and what becomes of the questions

Made by ` + "`go test ./bot -run TestFaults -update`" + `: each fault is scripted in the fake
Discord of ` + "`bot/discordtest`" + ` while two people ask before it, two are being answered
when it comes, two ask while it lasts and two afterwards, half of them in a message and
half by ` + "`/ask`" + `. A question reaches the bot when the gateway has written it to an open
socket or has sent it again. What people ask while a session is away that can't be
taken up again reaches nobody: Discord keeps it from every bot.

| fault | session | asked | reached the bot | answered once | told that it failed | lost | twice |
| --- | --- | --- | --- | --- | --- | --- | --- |
`)
	for i, o := range outcomes {
		fmt.Fprintf(&b, "| %s | %s | %d | %d | %d | %d | %d | %d |\n", list[i].name, o.session, o.asked, o.reached, o.once, o.told, o.lost, o.twice)
	}
	return b.String()
}
