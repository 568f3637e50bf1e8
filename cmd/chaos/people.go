package main

import (
	"context"
	"fmt"
	"math/rand/v2"
	"sync"
	"time"

	"onrecord/bot/discordtest"
)

// question is one that somebody asked.
type question struct {
	wording
	id      string // of the message, "" for a command
	command *discordtest.Pending
	text    string
	at      time.Time
	took    time.Duration // until the first answer, 0 for none
}

// asked are all questions of a run.
type asked struct {
	began time.Time
	mu    sync.Mutex
	list  []*question
}

// waitFor is how long people wait for an answer: more than a bot may take.
const waitFor = 90 * time.Second

// mentions is how many questions there are to one that is asked in a message:
// Discord lets a bot send 50 messages a second, and answers to commands as fast as
// it likes.
const mentions = 3

// ask asks at a steady rate, whether answers come or not, a third of them by
// mention and the rest by command, and waits for the last answers.
func (s *scene) ask(ctx context.Context) *asked {
	a := &asked{began: time.Now()}
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
	q := &question{wording: words, at: time.Now()}
	a.mu.Lock()
	a.list = append(a.list, q)
	a.mu.Unlock()
	var m discordtest.Message
	var err error
	if n%mentions == 0 {
		q.id = d.Send(discordtest.Post{Content: "@bot " + words.Question, Server: server, User: user}).ID
		m, err = d.Reply(ctx, q.id)
	} else if q.command, err = d.Command(discordtest.Use{Server: server, User: user}, "ask", "question", words.Question); err == nil {
		m, err = q.command.Message(ctx)
	}
	if err == nil {
		q.text, q.took = m.Text(), time.Since(q.at)
	}
}
