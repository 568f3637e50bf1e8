package main

import (
	"context"
	"errors"
	"time"

	"onrecord/terminal"
)

type doctorCommand struct {
	Discord string `placeholder:"URL" help:"Another Discord, such as the one of go run ./cmd/fakediscord."`
	JSON    bool   `name:"json" help:"Print JSON."`

	serve serveCommand // reaches Discord as serve does
}

func (doctorCommand) Help() string {
	return `Checks the settings, memory and room, the library and its database, feeds, the model, the collector of traces, the way to Discord, the clock, the token, what Discord lets the bot do, and its commands, and says what to do about what is wrong. Without a token it checks the rest. The exit status is 1 when something is wrong.

Example:

    onrecord doctor`
}

// diagnosisJSON is a check as --json prints it.
type diagnosisJSON struct {
	Check string `json:"check"`
	State state  `json:"state"` // ok, problem or skipped
	Found string `json:"found"`
	Fix   string `json:"fix"` // what to do about a problem
}

// doctorTime is how long one check may take.
const doctorTime = 20 * time.Second

// Run makes all checks, each after those that it leans on.
func (c *doctorCommand) Run(ctx context.Context, p *program) error {
	c.serve.Discord = c.Discord
	client, err := c.serve.reach()
	if err != nil {
		return err
	}
	e := &examination{p: p, client: client, plan: here()}
	defer e.close()
	list, wrong := []diagnosisJSON{}, 0
	for _, check := range doctorChecks() {
		ctx, cancel := context.WithTimeout(ctx, doctorTime)
		f := check.look(ctx, e)
		cancel()
		if f.state == problem {
			wrong++
		}
		list = append(list, diagnosisJSON{check.name, f.state, f.says, f.fix})
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if c.JSON {
		err = p.printJSON(list)
	} else {
		err = p.diagnose(list)
	}
	if wrong > 0 {
		return errors.Join(err, errors.New(plural(wrong, "thing is wrong", "things are wrong")))
	}
	return err
}

// diagnose prints the checks for people.
func (p *program) diagnose(list []diagnosisJSON) error {
	marks := map[state]terminal.Run{
		healthy: terminal.In(terminal.Faint, "ok       "),
		problem: terminal.In(terminal.Bold, "problem  "),
		skipped: terminal.In(terminal.Faint, "skipped  "),
	}
	for _, d := range list {
		p.page.Hang(marks[d.State], terminal.Text("         "), terminal.In(terminal.Bold, d.Check), terminal.Text(": "+d.Found))
		if d.Fix != "" {
			p.page.Block(terminal.Text("         "), terminal.Text("→ "+d.Fix))
		}
	}
	err := p.page.PrintTo(p.out)
	p.page = terminal.NewPage(p.look(p.home))
	return err
}
