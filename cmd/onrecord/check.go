package main

import (
	"context"
	"fmt"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/terminal"
)

type checkCommand struct {
	Words   string `arg:"" help:"The words, in quotation marks."`
	Speaker string `placeholder:"NAME" help:"Who is supposed to have said them."`
	JSON    bool   `name:"json" help:"Print JSON."`
}

func (checkCommand) Help() string {
	return `Tells whether the words stand in your articles word for word or nearly, and who is credited with them. That they are not found doesn't mean that they were never said.

Example:

    onrecord check "thinly disguised invitations" --speaker Kirby`
}

func (c *checkCommand) Run(ctx context.Context, p *program) error {
	lib, err := p.readLibrary(ctx)
	if err != nil {
		return err
	}
	defer lib.Close()
	v, err := lib.engine.Check(ctx, answer.Claim{Library: news.HomeLibrary, Words: c.Words, Speaker: c.Speaker})
	if err != nil {
		return err
	}
	if c.JSON {
		return p.printJSON(v)
	}
	p.showVerdict(v)
	return nil
}

// showVerdict lays out what checking words came to.
func (p *program) showVerdict(v answer.Verdict) {
	style, sentence := verdict(v)
	p.page.Para(terminal.In(style, sentence))
	if v.Finding() == answer.Nearly && len(v.Diff()) > 0 {
		p.page.Blank()
		p.showDiff(v.Diff())
	}
	p.showQuotes(v.Quotes(), false)
}

// verdict says a finding in a sentence.
func verdict(v answer.Verdict) (terminal.Style, string) {
	by := "somebody"
	if v.Speaker() != "" {
		by = v.Speaker()
	}
	switch v.Finding() {
	case answer.Verbatim:
		return terminal.Green, "Yes: these words stand in the articles, word for word."
	case answer.Nearly:
		return terminal.Yellow, "Nearly: the articles have other words."
	case answer.Other:
		return terminal.Red, fmt.Sprintf("The words are there, but the articles don't credit %s with them.", by)
	case answer.Paraphrase:
		return terminal.Yellow, fmt.Sprintf("The words are there, but they are the reporter's account of what %s said, not a quotation.", by)
	}
	return terminal.Yellow, "Not found in these articles. That doesn't mean that it was never said."
}

// showDiff shows a word-level difference on one line: [-claimed-] words that
// the articles don't have, {+printed+} ones that they have instead.
func (p *program) showDiff(diff []answer.Edit) {
	var runs []terminal.Run
	for _, e := range diff {
		switch e.Op {
		case answer.Claimed:
			runs = append(runs, terminal.In(terminal.Red, "[-"+e.Text+"-]"))
		case answer.Printed:
			runs = append(runs, terminal.In(terminal.Green, "{+"+e.Text+"+}"))
		default:
			runs = append(runs, terminal.Text(e.Text))
		}
		runs = append(runs, terminal.Text(" "))
	}
	p.page.Block(terminal.Text("  "), runs...)
	p.page.Block(terminal.Text("  "), terminal.In(terminal.Faint, "[-only in the words asked about-] {+only in the article+}"))
}
