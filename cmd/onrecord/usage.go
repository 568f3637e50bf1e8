package main

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/alecthomas/kong"

	"onrecord/terminal"
)

// welcome is what onrecord alone prints: the first thing to try.
func (p *program) welcome() {
	p.page.Para(terminal.In(terminal.Bold, "onrecord"),
		terminal.Text(" answers questions about news articles with the articles' own words."))
	p.page.Blank()
	p.page.Para(terminal.Text("Try it on the article that it comes with:"))
	p.page.Blank()
	p.page.Verbatim(terminal.Text("  "), terminal.In(terminal.Cyan, `onrecord ask "What did Ryabkov say about a 48-hour ceasefire?"`))
	p.page.Blank()
	p.page.Table([][]terminal.Run{
		{{}, terminal.Text("onrecord article add FILE"), terminal.Text("add an article of your own")},
		{{}, terminal.Text("onrecord speakers"), terminal.Text("see who speaks in your articles")},
		{{}, terminal.Text("onrecord serve"), terminal.Text("answer in Discord")},
		{{}, terminal.Text("onrecord --help"), terminal.Text("see everything else")},
	})
}

// translated turns what people try first into this program's own words.
func translated(args []string) []string {
	switch args[0] {
	case "help":
		return append(slices.Clone(args[1:]), "--help")
	case "--version":
		return append([]string{"version"}, args[1:]...)
	}
	return args
}

// usageError says in a sentence what is wrong with a command line.
func usageError(args []string, err error) error {
	var parse *kong.ParseError
	if !errors.As(err, &parse) {
		return err
	}
	if first := args[0]; strings.ContainsAny(first, " ?") && !strings.HasPrefix(first, "-") {
		return fmt.Errorf("%q is not a command; to ask a question, put ask before it: onrecord ask %q", first, first)
	}
	message := err.Error()
	if missing, ok := strings.CutPrefix(message, `expected "<`); ok {
		name, _, _ := strings.Cut(missing, ">")
		switch name {
		case "words":
			message = "the words are missing"
		case "from":
			message = "the database to copy is missing"
		case "to":
			message = "the database to copy into is missing"
		default:
			message = "the " + name + " is missing"
		}
	} else if flag, ok := strings.CutSuffix(message, `: expected string value but got "EOL" (<EOL>)`); ok {
		message = flag + " needs a value after it"
	}
	help := "onrecord --help"
	if c := parse.Context; c != nil && c.Selected() != nil {
		help = c.Selected().FullPath() + " --help"
	}
	return fmt.Errorf("%s (see %s)", message, help)
}
