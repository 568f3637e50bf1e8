package main

import (
	"fmt"
	"strings"
	"time"

	"onrecord/bot/discordtest"
)

// ending is how a question ended, in the words of the report.
type ending string

// The endings, in the order of the report.
const (
	right       ending = "answered rightly, once"
	told        ending = "told, once, that it failed or to come again"
	otherwise   ending = "answered otherwise, once"
	twice       ending = "answered twice"
	late        ending = "told by Discord: no reply within 3 s"
	lost        ending = "delivered and never answered"
	undelivered ending = "never delivered: no session had the shard"
)

func endings() []ending { return []ending{right, told, otherwise, twice, late, lost, undelivered} }

// The ways in which people ask.
const (
	byMention = iota
	byCommand
	ways
)

// excuses are the bot's sentences for a question that it can't answer now, up to
// a number in them.
var excuses = []string{
	"I have as many questions as I can handle right now. Please ask again in a moment.",
	"Something went wrong on my side, and it has been noted. Please try again.",
	"That took too long, so I stopped. Please try again in a moment.",
	"I am being restarted. Please ask again in a minute.",
	"You are asking faster than I can read. Try again in {n} seconds.",
	"This server is asking faster than I can read. Try again in {n} seconds.",
}

// excused tells whether a text is one of them.
func excused(text string) bool {
	for _, e := range excuses {
		beginning, _, _ := strings.Cut(e, "{")
		if strings.Contains(text, beginning) {
			return true
		}
	}
	return false
}

// outcome is what became of the questions.
type outcome struct {
	all   int
	ended map[ending][ways]int
	took  []time.Duration // to those answered rightly
	lost  []string        // which were never answered, and when they were asked
	odd   []string        // what was said in place of a right answer or an excuse
}

// fate is what the fake Discord knows of a question.
type fate struct {
	answers   int
	late      bool // Discord has told the person that no reply came
	delivered bool // to the bot
}

// ending is how the question ended.
func (q *question) ending(f fate) ending {
	text := strings.ReplaceAll(q.text, `\`, "") // which keeps 23:10 from being an emoji
	switch {
	case f.answers > 1:
		return twice
	case f.answers == 1 && strings.Contains(text, q.Want):
		return right
	case f.answers == 1 && excused(text):
		return told
	case f.answers == 1:
		return otherwise
	case f.late:
		return late
	case !f.delivered:
		return undelivered
	}
	return lost
}

// judge counts what became of the questions.
func (a *asked) judge(d *discordtest.Server) outcome {
	replies := map[string]int{}
	for _, m := range d.BotMessages() {
		if m.ReplyTo != "" && !m.Deleted {
			replies[m.ReplyTo]++
		}
	}
	delivered := d.AllDelivered()
	o := outcome{ended: map[ending][ways]int{}}
	for _, q := range a.list {
		way, id, f := byMention, q.id, fate{answers: replies[q.id]}
		if q.command != nil {
			way, id, f = byCommand, q.command.ID(), fate{answers: q.command.Answers(), late: q.command.Late()}
		}
		f.delivered = delivered[id]
		o.count(q, q.ending(f), way, fmt.Sprintf("%s (%v)", id, q.at.Sub(a.began).Round(time.Second)))
	}
	return o
}

// count adds a question that ended so; which names it, and when it was asked.
func (o *outcome) count(q *question, e ending, way int, which string) {
	o.all++
	n := o.ended[e]
	n[way]++
	o.ended[e] = n
	switch e {
	case right:
		o.took = append(o.took, q.took)
	case lost:
		o.lost = append(o.lost, which)
	case otherwise:
		o.odd = append(o.odd, fmt.Sprintf("%s: %.100q", which, q.text))
	}
}
