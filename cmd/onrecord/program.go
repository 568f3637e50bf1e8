package main

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"
	"time"

	"github.com/alecthomas/kong"

	"onrecord/ingest/apart"
	"onrecord/terminal"
)

// program is what every command runs with.
type program struct {
	console
	settings *settings
	home     homeConfig
	db       string         // the database that the command line names, "" for none
	page     *terminal.Page // what the command shows, printed at its end
	tick     time.Duration  // how often serve looks for feeds that are due, 0 for as usual
}

// run is the whole program but for the process around it: it returns the exit
// status, 0 when the command did its work (an honest "nothing found" included)
// and 1 when it could not, with one message on con.err.
func run(ctx context.Context, args []string, getenv func(string) string, con console) int {
	err := start(ctx, args, getenv, con)
	if err == nil {
		return 0
	}
	if ctx.Err() != nil && errors.Is(err, ctx.Err()) {
		err = errors.New("stopped before it was done")
	}
	complain(con.err, err)
	return 1
}

// complain prints err, which may be several joined, a line each. Its text may
// repeat a stranger's.
func complain(w io.Writer, err error) {
	for line := range strings.SplitSeq(err.Error(), "\n") {
		fmt.Fprintln(w, "onrecord: "+terminal.Clean(line))
	}
}

func start(ctx context.Context, args []string, getenv func(string) string, con console) error {
	if len(args) == 1 && args[0] == apart.Argument {
		// A child that reads a stranger's document: it knows no settings.
		return apart.Serve(con.in, con.out)
	}
	s, err := newSettings(getenv)
	if err != nil {
		return err
	}
	s.names = append(s.names, con.names...)
	home := s.home()
	con.in = stoppable{ctx, con.in}
	p := &program{console: con, settings: s, home: home, page: terminal.NewPage(con.look(home))}
	if len(args) == 0 {
		p.welcome()
		return p.page.PrintTo(p.out)
	}
	command, err := parse(ctx, translated(args), p)
	if command == nil || err != nil {
		return err
	}
	if command.Command() != "serve" {
		// What ends in a moment need not be tidy: a fifth of a large library's
		// question would go into collecting garbage.
		debug.SetGCPercent(400)
	}
	return errors.Join(command.Run(), p.page.PrintTo(p.out))
}

// parse reads the command line. It returns nil when help was asked for, which
// it has printed.
func parse(ctx context.Context, args []string, p *program) (*kong.Context, error) {
	var line commands
	helped := false
	parser, err := kong.New(&line,
		kong.Name("onrecord"),
		kong.Description("Answers questions about news articles with the articles' own words. Example:\n\n    onrecord ask \"What did Ryabkov say about a 48-hour ceasefire?\""),
		kong.Writers(p.out, p.err),
		kong.Exit(func(int) { helped = true }),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, NoExpandSubcommands: true, WrapUpperBound: 80}),
		kong.BindTo(ctx, (*context.Context)(nil)),
		kong.Bind(p),
	)
	if err != nil {
		return nil, fmt.Errorf("build the command line: %w", err)
	}
	command, err := parser.Parse(args)
	switch {
	case helped:
		return nil, nil
	case err != nil:
		return nil, usageError(args, err)
	}
	if line.DB != "" {
		p.db = line.DB
	}
	return command, nil
}

// printJSON prints v as one indented JSON value that is safe on a terminal.
func (p *program) printJSON(v any) error {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(v); err != nil {
		return fmt.Errorf("write JSON: %w", err)
	}
	_, err := p.out.Write(terminal.CleanJSON(b.Bytes()))
	return err
}
