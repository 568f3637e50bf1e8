package main

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"strings"
	"text/tabwriter"
	"time"

	"onrecord/bot/discordtest"
)

// The goals.
const (
	mostPacked = 30 << 20        // bytes of the image as it is sent over a network
	mostReady  = 2 * time.Second // from the start to ready
	mostIdle   = 60 << 20        // bytes resident while nothing is asked
	mostStop   = 40 * time.Second
)

// question can be answered by what comes with the program.
const question = "What did Ryabkov say about a 48-hour ceasefire?"

// expected stands in its answer.
const expected = "48-hour ceasefire to allow aid"

// proof is one run of everything.
type proof struct {
	engine engine
	built  bool  // already
	log    bool  // is shown
	memory int64 // MB
	rate   int
	load   time.Duration

	rows  []row
	short int // goals that were missed
}

// row is a line of the table.
type row struct{ what, found, goal, verdict string }

// note adds a line; a goal that is not reached counts.
func (p *proof) note(what, found, goal string, reached bool) {
	r := row{what, found, goal, "ok"}
	if !reached {
		r.verdict = "SHORT"
		p.short++
	}
	p.rows = append(p.rows, r)
}

func (p *proof) print(w io.Writer) {
	t := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	for _, r := range p.rows {
		fmt.Fprintf(t, "%s\t%s\t%s\t%s\n", r.what, r.found, r.goal, r.verdict)
	}
	_ = t.Flush()
}

func (p *proof) run(ctx context.Context) error {
	began := time.Now()
	if err := p.engine.build(ctx, p.built); err != nil {
		return fmt.Errorf("build the image: %w", err)
	}
	if !p.built {
		p.note("built by", fmt.Sprintf("%s in %v", p.engine.name(), time.Since(began).Round(time.Second)), "", true)
	}
	plain, packed, err := p.engine.sizes(ctx)
	if err != nil {
		return fmt.Errorf("measure the image: %w", err)
	}
	p.note("size", mb(plain), "", true)
	p.note("size over a network", mb(packed), "under "+mb(mostPacked), packed < mostPacked)
	if err := p.ask(ctx); err != nil {
		return fmt.Errorf("ask in a container: %w", err)
	}
	if err := p.serve(ctx); err != nil {
		return fmt.Errorf("serve in a container: %w", err)
	}
	return nil
}

// ask asks on the command line.
func (p *proof) ask(ctx context.Context) error {
	c, err := p.engine.run(ctx, p.memory<<20, nil, "ask", question)
	if err != nil {
		return err
	}
	defer c.remove()
	status, out, err := c.wait(ctx)
	if err != nil {
		return err
	}
	flat := strings.Join(strings.Fields(strings.ReplaceAll(out, "│", "")), " ")
	p.note("ask", fmt.Sprintf("exit status %d", status), "an answer", status == 0 && strings.Contains(flat, expected))
	return nil
}

// serving is onrecord serve in a container, with a fake Discord of its own.
type serving struct {
	discord *discordtest.Server
	c       container
	health  string // the address that tells whether it is ready
}

// begin starts one. The caller ends it.
func (p *proof) begin(ctx context.Context) (*serving, error) {
	discord, err := discordtest.Start(discordtest.Options{})
	if err != nil {
		return nil, err
	}
	ops, err := freeAddress()
	if err != nil {
		discord.Close()
		return nil, err
	}
	c, err := p.engine.run(ctx, p.memory<<20, []string{"DISCORD_TOKEN=" + discordtest.Token, "ONRECORD_OPS_ADDR=" + ops}, "serve", "--discord", discord.URL())
	if err != nil {
		discord.Close()
		return nil, err
	}
	return &serving{discord, c, "http://" + ops + "/readyz"}, nil
}

func (s *serving) end() {
	s.c.remove()
	s.discord.Close()
}

// serve runs the bot in the fake Discord, from its start to its end.
func (p *proof) serve(ctx context.Context) error {
	s, err := p.begin(ctx)
	if err != nil {
		return err
	}
	defer s.end()
	if err := p.health(ctx, s, "before it is ready", false); err != nil {
		return err
	}
	if err := awaitReady(ctx, s.health, true); err != nil {
		return err
	}
	for _, step := range []func(context.Context, *serving) error{
		p.ready, p.restraints, p.answers, p.unwell, p.idle, p.busy, p.stops,
	} {
		if err := step(ctx, s); err != nil {
			return err
		}
	}
	return nil
}

// freeAddress is one that nobody listens on.
func freeAddress() (string, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return "", err
	}
	return l.Addr().String(), l.Close()
}

// awaitReady waits until /readyz says that all is well, or that it is not.
func awaitReady(ctx context.Context, address string, well bool) error {
	ctx, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	for ctx.Err() == nil {
		req, err := http.NewRequestWithContext(ctx, "GET", address, nil)
		if err != nil {
			return err
		}
		if resp, err := http.DefaultClient.Do(req); err == nil {
			_ = resp.Body.Close() // its status is all there is to know
			if (resp.StatusCode == http.StatusOK) == well {
				return nil
			}
		}
		time.Sleep(2 * time.Millisecond)
	}
	return fmt.Errorf("%s did not change: %w", address, ctx.Err())
}

// mb writes bytes in megabytes.
func mb(n int64) string { return fmt.Sprintf("%.1f MB", float64(n)/(1<<20)) }
