package main

import (
	"context"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"
	"time"

	"onrecord/bot/discordtest"
)

// ready measures the time to ready, in a second container: the first was asked
// for its health meanwhile.
func (p *proof) ready(ctx context.Context, _ *serving) error {
	s, err := p.begin(ctx)
	if err != nil {
		return err
	}
	defer s.end()
	if err := awaitReady(ctx, s.health, true); err != nil {
		return err
	}
	took := time.Since(s.c.began())
	p.note("ready", took.Round(time.Millisecond).String(), "under "+mostReady.String(), took < mostReady)
	return nil
}

// restraints reads off the kernel what the process may do.
func (p *proof) restraints(_ context.Context, s *serving) error {
	status, err := os.ReadFile(fmt.Sprintf("/proc/%d/status", s.c.pid()))
	if err != nil {
		return err
	}
	mounts, err := os.ReadFile(fmt.Sprintf("/proc/%d/mountinfo", s.c.pid()))
	if err != nil {
		return err
	}
	p.restrained(string(status), string(mounts))
	return nil
}

// restrained notes what the kernel tells of a process: its status and its mounts,
// as in proc(5).
func (p *proof) restrained(status, mounts string) {
	fields := map[string]string{}
	for line := range strings.Lines(status) {
		name, value, _ := strings.Cut(line, ":")
		fields[name] = strings.Join(strings.Fields(value), " ")
	}
	id, _, _ := strings.Cut(fields["Uid"], " ")
	p.note("user", id, "not root", id != "" && id != "0")
	none := strings.Repeat("0", 16)
	p.note("capabilities", fields["CapEff"]+", may gain "+fields["CapBnd"], "none", fields["CapEff"] == none && fields["CapBnd"] == none)
	p.note("new privileges", map[bool]string{true: "impossible", false: "possible"}[fields["NoNewPrivs"] == "1"], "impossible", fields["NoNewPrivs"] == "1")
	root := ""
	for line := range strings.Lines(mounts) {
		// …, the mount point seen from the process's root, its options.
		if f := strings.Fields(line); len(f) > 5 && f[4] == "/" {
			root = f[5]
		}
	}
	p.note("root file system", root, "read-only", slices.Contains(strings.Split(root, ","), "ro"))
}

// answers asks a question in Discord.
func (p *proof) answers(ctx context.Context, s *serving) error {
	began := time.Now()
	text, err := answerTo(ctx, s.discord, s.discord.Send(discordtest.Post{Content: "@bot " + question}))
	if err != nil {
		return err
	}
	p.note("a question in Discord", time.Since(began).Round(time.Millisecond).String(), "an answer", strings.Contains(text, expected))
	return nil
}

// answerTo waits for the bot's reply to a message.
func answerTo(ctx context.Context, discord *discordtest.Server, m discordtest.Message) (string, error) {
	ctx, cancel := context.WithTimeout(ctx, 30*time.Second)
	defer cancel()
	r, err := discord.Reply(ctx, m.ID)
	if err != nil {
		return "", err
	}
	return r.Text(), nil
}

// health asks the container's own program, as HEALTHCHECK does.
func (p *proof) health(ctx context.Context, s *serving, when string, well bool) error {
	status, _, err := s.c.exec(ctx, "health")
	if err != nil {
		return err
	}
	p.note("health "+when, fmt.Sprintf("exit status %d", status), map[bool]string{true: "0", false: "1"}[well], (status == 0) == well)
	return nil
}

// unwell takes the gateway away and gives it back.
func (p *proof) unwell(ctx context.Context, s *serving) error {
	if err := p.health(ctx, s, "when ready", true); err != nil {
		return err
	}
	s.discord.Greet(discordtest.Hangup, discordtest.Hangup, discordtest.Hangup) // it takes the bot some seconds to get past these
	s.discord.Drop()
	if err := awaitReady(ctx, s.health, false); err != nil {
		return err
	}
	if err := p.health(ctx, s, "without a gateway", false); err != nil {
		return err
	}
	if err := awaitReady(ctx, s.health, true); err != nil {
		return err
	}
	return p.health(ctx, s, "with it again", true)
}

// idle measures memory while nothing is asked.
func (p *proof) idle(ctx context.Context, s *serving) error {
	select {
	case <-time.After(3 * time.Second):
	case <-ctx.Done():
		return ctx.Err()
	}
	n, err := resident(s.c.pid())
	if err != nil {
		return err
	}
	p.note("memory, idle", mb(n), "under "+mb(mostIdle), n < mostIdle)
	return nil
}

// resident is what a process has in memory, in bytes.
func resident(pid int) (int64, error) {
	text, err := os.ReadFile(fmt.Sprintf("/proc/%d/statm", pid))
	if err != nil {
		return 0, err
	}
	f := strings.Fields(string(text))
	if len(f) < 2 {
		return 0, fmt.Errorf("statm says %q", text)
	}
	pages, err := strconv.ParseInt(f[1], 10, 64)
	return pages * int64(os.Getpagesize()), err
}

// stops sends SIGTERM while the answer to a question is on its way.
func (p *proof) stops(ctx context.Context, s *serving) error {
	s.discord.Fail(discordtest.Fault{Method: "POST", Path: "/messages", Times: 1, Delay: time.Second, Done: true, Status: 200})
	m := s.discord.Send(discordtest.Post{Content: "@bot " + question, User: "600000000000009999"})
	if err := s.discord.AwaitHeld(ctx, 1); err != nil {
		return err
	}
	began := time.Now()
	if err := s.c.terminate(); err != nil {
		return err
	}
	status, out, err := s.c.wait(ctx)
	if err != nil {
		return err
	}
	took := time.Since(began)
	p.note("stopped by SIGTERM", fmt.Sprintf("exit status %d after %v", status, took.Round(time.Millisecond)), "0 within "+mostStop.String(), status == 0 && took < mostStop)
	if status != 0 || p.log {
		fmt.Fprintln(os.Stderr, out)
	}
	n := s.discord.Answered(m.ID)
	p.note("the question in hand", fmt.Sprintf("answers: %d", n), "1", n == 1)
	p.note("the token in what it printed", map[bool]string{true: "yes", false: "no"}[strings.Contains(out, discordtest.Token)], "no", !strings.Contains(out, discordtest.Token))
	return nil
}
