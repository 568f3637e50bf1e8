package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"strings"
	"sync"
	"time"

	"onrecord/bot/discordtest"
)

// question is one that somebody asked.
type question struct {
	wording
	id        string // of the message, "" for a command
	command   *discordtest.Pending
	delivered bool // a session had a socket to take it
	text      string
	at        time.Time
	took      time.Duration // until the first answer, 0 for none
}

// asked are all questions of a run.
type asked struct {
	mu   sync.Mutex
	list []*question
}

// waitFor is how long people wait for an answer: more than a bot may take.
const waitFor = 45 * time.Second

// ask asks at a steady rate, whether answers come or not, half of them by
// mention and half by command, and waits for the last answers.
func (s *scene) ask(ctx context.Context) *asked {
	a := &asked{}
	var people sync.WaitGroup
	tick := time.NewTicker(time.Second / time.Duration(s.rate))
	defer tick.Stop()
	end := time.After(s.length)
	random := rand.New(rand.NewPCG(1, 2))
	for n := 0; ; n++ {
		select {
		case <-ctx.Done():
			people.Wait()
			return a
		case <-end:
			people.Wait()
			return a
		case <-tick.C:
			server := random.IntN(s.servers)
			user := fmt.Sprint(900000000000000000 + uint64(random.IntN(20000)))
			people.Go(func() { a.one(ctx, s.discord, n, s.server(server), user, s.words(n/2, server < s.libraries)) })
		}
	}
}

func (a *asked) one(ctx context.Context, d *discordtest.Server, n int, server, user string, words wording) {
	ctx, cancel := context.WithTimeout(ctx, waitFor)
	defer cancel()
	q := &question{wording: words, delivered: d.Reaches(server), at: time.Now()}
	a.mu.Lock()
	a.list = append(a.list, q)
	a.mu.Unlock()
	var m discordtest.Message
	var err error
	if n%2 == 0 {
		q.id = d.Send(discordtest.Post{Content: "@bot " + words.Question, Server: server, User: user}).ID
		m, err = d.Reply(ctx, q.id)
	} else if q.command, err = d.Command(discordtest.Use{Server: server, User: user}, "ask", "question", words.Question); err == nil {
		m, err = q.command.Message(ctx)
	}
	if err == nil {
		q.text, q.took = m.Text(), time.Since(q.at)
	}
}

// outcome is what became of the questions.
type outcome struct {
	all, undelivered            int
	right, told, twice, nothing [2]int // by mention, by command
	took                        []time.Duration
}

// judge counts what became of the questions.
func (a *asked) judge(d *discordtest.Server) outcome {
	replies := map[string]int{}
	for _, m := range d.BotMessages() {
		if m.ReplyTo != "" && !m.Deleted {
			replies[m.ReplyTo]++
		}
	}
	var o outcome
	for _, q := range a.list {
		o.all++
		by, answers := 0, replies[q.id]
		if q.command != nil {
			by, answers = 1, q.command.Answers()
		}
		switch {
		case answers > 1:
			o.twice[by]++
		case answers == 0 && !q.delivered:
			o.undelivered++
		case answers == 0:
			o.nothing[by]++
		case strings.Contains(q.text, q.Want):
			o.right[by]++
			o.took = append(o.took, q.took)
		default:
			o.told[by]++
		}
	}
	return o
}
