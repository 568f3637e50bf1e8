package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net/http"
	"strings"
	"time"

	"onrecord/terminal"
)

type healthCommand struct {
	Alive bool `help:"Ask only whether the process runs, not whether it is ready to answer."`
}

func (healthCommand) Help() string {
	return `Asks a running onrecord serve on this machine whether it is ready: connected to Discord, its commands registered, its library there. The exit status is 1 when it is not. Docker asks this by itself.

Example:

    onrecord health`
}

func (c *healthCommand) Run(ctx context.Context, p *program) error {
	set, err := p.settings.ops()
	if err != nil {
		return err
	}
	if set.addr == "" {
		return errors.New("ONRECORD_OPS_ADDR is off, so onrecord serve can't be asked")
	}
	address, err := set.local()
	if err != nil {
		return err
	}
	path := "/readyz"
	if c.Alive {
		path = "/healthz"
	}
	ctx, cancel := context.WithTimeout(ctx, 5*time.Second)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, "GET", "http://"+address+path, nil)
	if err != nil {
		return err
	}
	client := &http.Client{Transport: &http.Transport{DisableKeepAlives: true}} // no proxy: it is this machine
	resp, err := client.Do(req)
	if err != nil {
		return fmt.Errorf("no onrecord serve answers on %s: is it running?", set.addr)
	}
	defer resp.Body.Close()
	body, err := io.ReadAll(io.LimitReader(resp.Body, 16<<10))
	if err != nil {
		return fmt.Errorf("read the answer of %s: %w", set.addr, err)
	}
	for line := range strings.Lines(string(body)) {
		p.page.Para(terminal.Text(strings.TrimSpace(line)))
	}
	if resp.StatusCode != http.StatusOK {
		if err := p.page.PrintTo(p.out); err != nil {
			return err
		}
		p.page = terminal.NewPage(p.look(p.home))
		return errors.New("not ready")
	}
	return nil
}
