package main

import (
	"cmp"
	"context"
	"fmt"
	"strings"

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
	if v.Stranger() {
		p.page.Para(terminal.Text("Nobody called " + inMarks(v.Speaker()) + " speaks in these articles."))
	}
	if len(v.Diff()) > 0 {
		p.page.Blank()
		p.showDiff(v.Diff())
	}
	p.showQuotes(v.Quotes(), false)
}

// verdict says a finding in a sentence.
func verdict(v answer.Verdict) (terminal.Style, string) {
	switch v.Finding() {
	case answer.Verbatim:
		return terminal.Green, "Yes, these words stand in the articles" + credited(v, " and are credited to %s.", ", in the article's own voice.")
	case answer.Nearly:
		return terminal.Yellow, "Nearly: the articles have other words" + credited(v, ", credited to %s.", ".")
	case answer.Other:
		words := "The words are there"
		if len(v.Diff()) > 0 {
			words = "Nearly these words are there"
		}
		return terminal.Red, fmt.Sprintf("%s, but not credited to %s%s", words, v.Speaker(), credited(v, ": the article credits %s.", "."))
	case answer.Paraphrase:
		who := cmp.Or(v.Speaker(), "somebody")
		return terminal.Yellow, fmt.Sprintf("The words are there, but they are the reporter's, who tells what %s said; they are no quotation.", who)
	}
	return terminal.Yellow, "Not found in these articles. That doesn't mean that it was never said."
}

// credited ends a sentence with whom the first place credits, or with nobody.
func credited(v answer.Verdict, somebody, nobody string) string {
	if len(v.Quotes()) == 0 || v.Quotes()[0].Speaker().Name == "" {
		return nobody
	}
	q := v.Quotes()[0]
	end := fmt.Sprintf(somebody, q.Speaker().Name)
	if q.Kind() == news.Reported && v.Finding() == answer.Verbatim {
		end = strings.TrimSuffix(end, ".") + ", in the reporter's words."
	}
	return end
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
