package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/terminal"
)

// explain is ask --explain: the answer with how each credit was made, then the
// ranking that it was looked for in.
func (p *program) explain(ctx context.Context, e *answer.Engine, q news.Question, asJSON bool) error {
	began := time.Now()
	x, err := e.Explain(ctx, q)
	if err != nil {
		return err
	}
	if asJSON {
		return p.printJSON(answer.Timed(x, time.Since(began)))
	}
	p.showAnswer(x.Answer, true)
	p.showRanking(x.Ranking())
	return nil
}

// showRanking lists the best paragraphs with the parts that add up to a score.
func (p *program) showRanking(ranking []answer.Ranked) {
	p.page.Blank()
	if len(ranking) == 0 {
		p.page.Para(terminal.In(terminal.Faint, "No paragraph was searched for: the question has no topic, or none of its words stand in the articles."))
		return
	}
	p.page.Para(terminal.In(terminal.Bold, "How the paragraphs ranked:"))
	p.page.Blank()
	heading := func(s string) terminal.Run { return terminal.In(terminal.Faint, s) }
	rows := [][]terminal.Run{{heading("score"), heading("article"), heading("paragraph"), heading("made up of")}}
	for _, r := range ranking {
		var parts []string
		for _, part := range r.Parts {
			parts = append(parts, fmt.Sprintf("%s %.2f", part.Name, part.Value))
		}
		rows = append(rows, []terminal.Run{
			terminal.In(terminal.Bold, fmt.Sprintf("%.2f", r.Score)),
			terminal.Text(r.Article.ID),
			terminal.Text(fmt.Sprint(r.Paragraph)),
			terminal.Text(strings.Join(parts, " + ")),
		})
	}
	p.page.Table(rows)
}
