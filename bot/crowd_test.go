package bot_test

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"slices"
	"strings"
	"sync"
	"time"

	"onrecord/bot/discordtest"
)

// crowdOrders names the environment variable that turns the test program into a
// Discord with a crowd in it: for how long to ask, and how often a second.
const crowdOrders = "ONRECORD_TEST_CROWD"

const (
	crowdServers  = 1000
	crowdPatience = 20 * time.Second // with an answer
)

func crowdServer(i int) string { return fmt.Sprint(700000000000000000 + i) }

// crowdReport is what a crowd has seen. Times are from when a question was due to
// be asked, in milliseconds.
type crowdReport struct {
	Asked                       int
	PerSecond                   float64 // answered
	P50, P99, Max               float64
	Lost, Twice, Wrong, Refused int
	Mix                         string
}

// crowd prints the address of a Discord, waits for the bot, asks, and prints the
// report.
func crowd(orders string) {
	var howLong string
	var rate int
	if _, err := fmt.Sscan(orders, &howLong, &rate); err != nil {
		panic(err)
	}
	during, err := time.ParseDuration(howLong)
	if err != nil {
		panic(err)
	}
	srv, err := discordtest.Start(discordtest.Options{})
	if err != nil {
		panic(err)
	}
	fmt.Println(srv.URL())
	ctx, cancel := context.WithTimeout(context.Background(), during+2*time.Minute)
	defer cancel()
	if err := srv.AwaitReady(ctx, 1); err != nil {
		panic(err)
	}
	c := &crowdAt{srv: srv, kinds: map[string]int{}}
	c.ask(ctx, int(during.Seconds()*float64(rate)), time.Second/time.Duration(rate))
	if err := json.NewEncoder(os.Stdout).Encode(c.report()); err != nil {
		panic(err)
	}
	srv.Close()
}

// crowdAt is a crowd with what it has seen so far.
type crowdAt struct {
	srv *discordtest.Server

	mu     sync.Mutex
	took   []time.Duration
	first  time.Time
	last   time.Time
	counts []func() int // how often each question has been answered
	lost   int
	wrong  int
	kinds  map[string]int
}

// ask asks n questions, one every so often whether the last is answered or not,
// and waits for all of them.
func (c *crowdAt) ask(ctx context.Context, n int, every time.Duration) {
	var wg sync.WaitGroup
	c.first = time.Now()
	for i := range n {
		due := c.first.Add(time.Duration(i) * every)
		time.Sleep(time.Until(due))
		wg.Go(func() {
			ctx, cancel := context.WithTimeout(ctx, crowdPatience)
			defer cancel()
			c.one(ctx, i, due)
		})
	}
	wg.Wait()
	c.last = time.Now()
}

// one asks one question, of a kind that its number decides, as a person of its
// own. Of twenty, three mention the bot, nine use /ask, four /speaker, four
// complete a name; every tenth /ask is followed by a button.
func (c *crowdAt) one(ctx context.Context, i int, due time.Time) {
	server := crowdServer(i % crowdServers)
	use := discordtest.Use{User: fmt.Sprint(600000000000000000 + i), Server: server}
	want := fmt.Sprintf("“We lost %d crates", i%crowdServers)
	const question = "What did Bo Ansel say about cherries?"
	var m discordtest.Message
	var p *discordtest.Pending
	var err error
	kind := ""
	switch k := i / crowdServers % 20; { // each server has every kind in time
	case (k+i)%20 < 3:
		kind = "mention"
		asked := c.srv.Send(discordtest.Post{Content: "@bot " + question, User: use.User, Server: server})
		m, err = c.srv.Reply(ctx, asked.ID)
		c.settle(kind, due, err, err == nil && strings.Contains(m.Text(), want), func() int { return c.srv.Answered(asked.ID) })
		return
	case (k+i)%20 < 12:
		kind = "/ask"
		p, err = c.srv.Command(use, "ask", "question", question)
	case (k+i)%20 < 16:
		kind = "/speaker"
		p, err = c.srv.Command(use, "speaker", "name", "ansel")
	default:
		kind = "completion"
		p, err = c.srv.Type(use, "speaker", "name", "ans")
		if err == nil {
			var choices []discordtest.Choice
			choices, err = p.Choices(ctx)
			c.settle(kind, due, err, len(choices) == 1 && choices[0].Value == "Bo Ansel", func() int { return 1 })
			return
		}
	}
	if err == nil {
		m, err = p.Message(ctx)
	}
	c.settle(kind, due, err, err == nil && strings.Contains(m.Text(), want), p.Answers)
	if kind == "/ask" && i%10 == 0 && err == nil {
		due := time.Now()
		p, err := c.srv.Press(use, m.ID, "Context")
		if err == nil {
			m, err = p.Message(ctx)
		}
		c.settle("button", due, err, err == nil && strings.Contains(m.Text(), "prices would rise"), p.Answers)
	}
}

// settle notes how a question ended.
func (c *crowdAt) settle(kind string, due time.Time, err error, right bool, count func() int) {
	took := time.Since(due)
	c.mu.Lock()
	defer c.mu.Unlock()
	c.kinds[kind]++
	c.took = append(c.took, took)
	c.counts = append(c.counts, count)
	switch {
	case err != nil:
		c.lost++
	case !right:
		c.wrong++
	}
}

func (c *crowdAt) report() crowdReport {
	slices.Sort(c.took)
	n := len(c.took)
	ms := func(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }
	r := crowdReport{Asked: n, PerSecond: float64(n-c.lost) / c.last.Sub(c.first).Seconds(),
		P50: ms(c.took[n/2]), P99: ms(c.took[n*99/100]), Max: ms(c.took[n-1]),
		Lost: c.lost, Wrong: c.wrong, Refused: len(c.srv.Refusals()) + c.srv.Throttled() + len(c.srv.Pings()), Mix: fmt.Sprint(c.kinds)}
	for _, count := range c.counts {
		if count() > 1 {
			r.Twice++
		}
	}
	return r
}
