package main

import (
	"context"
	"fmt"
	"strings"
	"time"

	"onrecord/news"
	"onrecord/shelf"
	"onrecord/terminal"
)

type feedbackCommand struct {
	JSON bool `name:"json" help:"Print JSON."`
}

func (feedbackCommand) Help() string {
	return `What people in Discord thought of answers, the oldest first: helpful or not, why, and what was quoted. The question is there only where its server keeps questions, for 30 days.

Example:

    onrecord feedback --json > feedback.json`
}

// voteJSON is a vote as --json prints it.
type voteJSON struct {
	Answer   string      `json:"answer"`  // the message's ID
	Server   string      `json:"server"`  // "" in direct messages
	User     string      `json:"user"`    // who voted
	At       string      `json:"at"`      // RFC 3339, UTC
	Helpful  bool        `json:"helpful"` //
	Outcome  string      `json:"outcome"` // answered, or why not
	Reason   string      `json:"reason"`  // the person's words
	Question string      `json:"question"`
	Quotes   []placeJSON `json:"quotes"`
}

// placeJSON is a place in an article, in code points; its words are "" when the
// article is gone.
type placeJSON struct {
	Article   string `json:"article"`
	Version   int    `json:"version"`
	Paragraph int    `json:"paragraph"`
	Start     int    `json:"start"`
	End       int    `json:"end"`
	Text      string `json:"text"`
}

func (c *feedbackCommand) Run(ctx context.Context, p *program) error {
	lib, err := p.readLibrary(ctx)
	if err != nil {
		return err
	}
	defer lib.Close()
	votes := []voteJSON{}
	var places []news.Vote // what votes are about, read when the list has been
	if err := lib.Votes(ctx, func(v news.Vote) error {
		places = append(places, v)
		return nil
	}); err != nil {
		return err
	}
	for _, v := range places {
		votes = append(votes, lib.vote(ctx, v))
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if c.JSON {
		return p.printJSON(votes)
	}
	p.showVotes(votes)
	return nil
}

// vote puts a vote into the form that is printed, with the words quoted.
func (l *library) vote(ctx context.Context, v news.Vote) voteJSON {
	server, _ := strings.CutPrefix(v.Place, news.ServerLibrary(""))
	if strings.HasPrefix(v.Place, news.UserLibrary("")) {
		server = ""
	}
	out := voteJSON{Answer: v.Answer, Server: server, User: v.Person, At: v.At.Format(time.RFC3339), Helpful: v.Helpful,
		Outcome: v.Outcome, Reason: v.Reason, Question: v.Words, Quotes: []placeJSON{}}
	for _, s := range v.Spans {
		at := placeJSON{Article: s.Article.ID, Version: s.Article.Version, Paragraph: s.Paragraph}
		if a, _, err := l.shelf.Article(ctx, shelf.Both(v.Place, news.HomeLibrary), s.Article); err == nil {
			if q, err := news.Cut(a, s, nil, nil); err == nil {
				at.Start, at.End = q.Runes()
				at.Text = q.Text()
			}
		}
		out.Quotes = append(out.Quotes, at)
	}
	return out
}

// showVotes shows the sums, then each vote with what there is to read.
func (p *program) showVotes(votes []voteJSON) {
	if len(votes) == 0 {
		p.page.Para(terminal.Text("Nobody has said anything of an answer yet."))
		return
	}
	helpful := 0
	for _, v := range votes {
		if v.Helpful {
			helpful++
		}
	}
	p.page.Para(terminal.In(terminal.Bold, fmt.Sprintf("%d helpful, %d not", helpful, len(votes)-helpful)))
	for _, v := range votes {
		p.page.Blank()
		verdict := "not helpful"
		if v.Helpful {
			verdict = "helpful"
		}
		where := "direct message"
		if v.Server != "" {
			where = "server " + v.Server
		}
		p.page.Para(terminal.In(terminal.Bold, verdict), terminal.In(terminal.Faint, strings.Join([]string{"", v.At[:len(time.DateOnly)], where, v.Outcome}, " · ")))
		for _, line := range []struct{ name, text string }{{"asked: ", v.Question}, {"said: ", v.Reason}} {
			if line.text != "" {
				p.page.Block(terminal.Text("  "), terminal.In(terminal.Faint, line.name), terminal.Text(line.text))
			}
		}
		for _, q := range v.Quotes {
			if q.Text != "" {
				p.page.Block(terminal.Text("  │ "), terminal.Text(q.Text))
			}
		}
	}
}
