package main

import (
	"context"
	"errors"
	"fmt"
	"strings"
	"time"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/terminal"
)

type askCommand struct {
	Question []string `arg:"" help:"What you want to know, best in quotation marks."`
	Article  string   `placeholder:"ID" help:"Ask only this article (or the beginning of its ID)."`
	Boldness *float64 `placeholder:"0..1" help:"Answer only when nearly certain (0), or whenever something fits (1)."`
	JSON     bool     `name:"json" help:"Print JSON."`
	Explain  bool     `help:"Tell how credits and ranking were made."`
	NoModel  bool     `help:"Leave the language model out, if one is set up."`
}

func (askCommand) Help() string {
	return `The answer comes with the article's own words. Where the articles don't say, it tells why and shows what comes nearest.

Example:

    onrecord ask "What did Ryabkov say about a 48-hour ceasefire?"`
}

func (c *askCommand) Run(ctx context.Context, p *program) error {
	began := time.Now()
	question := strings.TrimSpace(strings.Join(c.Question, " "))
	if question == "" {
		return errors.New(`the question is empty: ask what somebody said, such as "What did Ryabkov say about a ceasefire?"`)
	}
	if b := c.Boldness; b != nil && !(*b >= 0 && *b <= 1) {
		return fmt.Errorf("--boldness is %v: use a number from 0 (answer only when nearly certain) to 1 (whenever something fits)", *b)
	}
	lib, err := p.readLibrary(ctx)
	if err != nil {
		return err
	}
	defer lib.Close()
	article, err := lib.scope(ctx, c.Article)
	if err != nil {
		return err
	}
	engine := lib.engine
	if c.NoModel {
		engine = engine.WithEmbeddings(nil)
	}
	if c.Boldness != nil {
		engine = engine.WithBoldness(answer.Boldness(*c.Boldness))
	}
	question, several := answer.FirstOf(question)
	q := news.Question{Text: question, Library: news.HomeLibrary, Article: article}
	if c.Explain {
		return p.explain(ctx, engine, q, c.JSON)
	}
	a, err := engine.Ask(ctx, q)
	if err != nil {
		return err
	}
	if !c.NoModel {
		if a, err = p.told(ctx, engine, lib.Store, q, a); err != nil {
			return err
		}
	}
	if c.JSON {
		return p.printJSON(answer.Timed(a, time.Since(began)))
	}
	p.showAnswer(a, false)
	if several {
		p.page.Blank()
		p.page.Para(terminal.In(terminal.Faint, "This is about the first question. Ask the others one by one."))
	}
	return nil
}

// showAnswer lays an answer out: what is said or why nothing is, then the words
// that carry it or come nearest.
func (p *program) showAnswer(a answer.Answer, explain bool) {
	if a.Answered() {
		p.page.Para(terminal.In(terminal.Bold, a.Prose()))
		p.showQuotes(a.Quotes(), explain)
		return
	}
	p.page.Para(terminal.In(terminal.Yellow, whyNot(a)))
	if len(a.Nearest()) > 0 {
		p.page.Blank()
		p.page.Para(terminal.In(terminal.Bold, "Nearest:"), terminal.In(terminal.Faint, " what comes closest, not an answer"))
		p.showQuotes(a.Nearest(), explain)
	}
}

// whyNot is an abstention's reason as a sentence, in the engine's words where
// it has some.
func whyNot(a answer.Answer) string {
	if a.Prose() != "" {
		return a.Prose()
	}
	switch a.Reason() {
	case answer.UnknownSpeaker:
		return "Nobody of that name speaks in these articles."
	case answer.NotByThisSpeaker:
		return "The articles don't credit that speaker with it; somebody else says something like it."
	case answer.NotOnThisTopic:
		return "That speaker is in the articles, but not on this topic."
	case answer.NoQuestion:
		return "That is not a question that articles can answer."
	}
	return "Nothing in these articles answers that."
}
