package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord/bot/discordtest"
)

// serving is a real onrecord serve in a process of its own.
type serving struct {
	cmd *exec.Cmd
	log syncBuffer
}

// serveApart starts this test program as onrecord serve, as testscript does.
func serveApart(t *testing.T, srv *discordtest.T, db string) *serving {
	t.Helper()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	s := &serving{}
	s.cmd = &exec.Cmd{Path: exe, Args: []string{"onrecord", "serve", "--discord", srv.URL()}, Dir: t.TempDir(), Stderr: &s.log, Stdout: &s.log,
		Env: append(os.Environ(), "DISCORD_TOKEN="+discordtest.Token, "ONRECORD_DB="+db, "ONRECORD_OPS_ADDR=off", "HOME="+t.TempDir())}
	if err := s.cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		_ = s.cmd.Process.Kill() // one that a test has ended is gone already
		_ = s.cmd.Wait()
		if t.Failed() {
			t.Logf("onrecord serve said:\n%s", s.log.String())
		}
	})
	return s
}

// kill is kill -9.
func (s *serving) kill(t *testing.T) {
	t.Helper()
	if err := s.cmd.Process.Kill(); err != nil {
		t.Fatal(err)
	}
	_ = s.cmd.Wait()
}

// TestKilled kills a real onrecord serve while it answers, starts another one,
// and holds every question that the gateway has delivered to one answer, or to
// one word that it failed. docs/faults.md has the outcome.
func TestKilled(t *testing.T) {
	t.Parallel()
	srv := discordtest.New(t, discordtest.Options{FirstReply: discordtest.FirstReply})
	srv.Lenient = true // the killed process may have sent what is sent again
	db := filepath.Join(t.TempDir(), "library.db")
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	first := serveApart(t, srv, db)
	if err := srv.AwaitReady(ctx, 1); err != nil {
		t.Fatal(err)
	}
	const question = "What did Ryabkov say about a 48-hour ceasefire?"
	var all []*askedOnce
	ask := func(person int) {
		user := fmt.Sprint(600000000000000000 + person)
		m := srv.Send(discordtest.Post{Content: "@bot " + question, User: user})
		p, err := srv.Command(discordtest.Use{User: user}, "ask", "question", question)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, &askedOnce{m.ID, func() int { return srv.Answered(m.ID) }, func() string {
			r, err := srv.Reply(ctx, m.ID)
			if err != nil {
				t.Fatal(err)
			}
			return r.Text()
		}, func() bool { return false }}, &askedOnce{p.ID(), p.Answers, func() string {
			r, err := p.Message(ctx)
			if err != nil {
				t.Fatal(err)
			}
			return r.Text()
		}, p.Late})
	}
	ask(1)
	for _, q := range all {
		q.says()
	}
	// Discord takes its time over answers, and the process is killed meanwhile.
	srv.Fail(discordtest.Fault{Method: "POST", Path: "/messages", Times: 1, Delay: time.Minute})
	srv.Fail(discordtest.Fault{Method: "PATCH", Path: "@original", Times: 1, Delay: time.Minute})
	ask(2)
	if err := srv.AwaitHeld(ctx, 2); err != nil {
		t.Fatal(err)
	}
	first.kill(t)
	if err := srv.AwaitGone(ctx); err != nil {
		t.Fatal(err)
	}
	ask(3)                       // while nobody is there
	srv.Advance(4 * time.Second) // after which Discord takes no first reply any more
	serveApart(t, srv, db)
	if err := srv.AwaitReady(ctx, 2); err != nil {
		t.Fatal(err)
	}
	srv.Repeat(all[2].event, all[3].event) // the gateway is not sure that they have come
	ask(4)
	reached, once, told, late, lost, twice := 0, 0, 0, 0, 0, 0
	for _, q := range all {
		if !srv.Delivered(q.event) {
			continue
		}
		reached++
		if q.late() {
			late++
			continue
		}
		says := q.says()
		switch n := q.answers(); {
		case n == 0:
			lost++
		case n > 1:
			twice++
		case strings.Contains(says, "48-hour ceasefire to allow aid"):
			once++
		default:
			told++
		}
	}
	if _, begun, resumed := srv.Connections(); begun != 1 || resumed != 1 {
		t.Errorf("%d sessions begun, %d taken up", begun, resumed)
	}
	if once != 7 || late != 1 {
		t.Errorf("%d answered, %d told, %d told by Discord, %d lost, %d answered twice", once, told, late, lost, twice)
	}
	faultsPart(t, fmt.Sprintf(`## The process is killed

Made by `+"`go test ./cmd/onrecord -run TestKilled -update`"+`: a real `+"`onrecord serve`"+` is killed
with SIGKILL while two answers are on their way; two people ask while nobody is there,
and another one is started four seconds later. It takes up the session that the killed
one had, where everything had been dealt with: the gateway sends it again what came
after that. What the killed one had in hand is answered once its claim has run out; to
a command that nobody was there for, Discord takes no reply after three seconds, and
has told so itself. The gateway delivers two events once more, which the claims in the
library keep from being answered a second time.

| fault | session | asked | reached a process | answered once | told that it failed | told by Discord | lost | twice |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
| kill -9 while answering, and a restart | taken up | %d | %d | %d | %d | %d | %d | %d |
`, len(all), reached, once, told, late, lost, twice))
}

// askedOnce is a question, with what the bot says to it.
type askedOnce struct {
	event   string
	answers func() int
	says    func() string
	late    func() bool // Discord has told that nobody answered
}

// faultsPart holds the part of docs/faults.md that begins with the text's heading.
func faultsPart(t *testing.T, text string) {
	t.Helper()
	const path = "../../docs/faults.md"
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	heading, _, _ := strings.Cut(text, "\n")
	before, part, _ := strings.Cut(string(data), "\n"+heading)
	if flag.Lookup("update").Value.String() == "true" {
		if err := os.WriteFile(path, []byte(strings.TrimRight(before, "\n")+"\n\n"+text), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if heading+part != text {
		t.Errorf("%s is not what was seen: run go test -update if that is right.\n%s", path, text)
	}
}
