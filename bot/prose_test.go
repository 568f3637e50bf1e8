package bot_test

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net/http"
	"runtime"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/bot/discordtest"
	"onrecord/llm"
	"onrecord/llm/llmtest"
	"onrecord/news"
	"onrecord/prompts"
)

// told is what an honest model makes of the answer to closure.
const told = "Ilse Varga said the closure would last no longer than eighteen months."

// telling is an engine with a model beside it.
type telling struct {
	*answer.Engine
	model *answer.Model
}

func (t telling) Tell(ctx context.Context, q news.Question, p answer.Payer) (answer.Answer, error) {
	return t.model.Tell(ctx, q, p)
}

// withModel gives a bot a newsroom of its own with servers in it, and a model.
func withModel(t testing.TB, srv *llmtest.Server, budget answer.Budget, timeout time.Duration) func(*bot.Config) {
	t.Helper()
	client, err := llm.New(llm.Config{BaseURL: srv.URL, Model: "lying-model", Timeout: timeout, Rest: time.Nanosecond, Tries: 1, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	set, err := prompts.Load("")
	if err != nil {
		t.Fatal(err)
	}
	s := openServers(t, ":memory:")
	return s.into(func(c *bot.Config) {
		engine := answer.New(s.shelf)
		c.Engine = telling{engine, engine.WithModel(answer.ModelConfig{Writer: client, Prompts: set, Ledger: s.Store, Replies: s.Store, Budget: budget, Logger: c.Logger})}
		c.Bold = nil
	})
}

// logs waits until the bot's log says something.
func (r *running) logs(t *testing.T, words string) {
	t.Helper()
	r.until(t, func() string {
		if !strings.Contains(r.log.String(), words) {
			return "the log lacks " + words
		}
		return ""
	})
}

// model starts a model for a test.
func model(t testing.TB, o llmtest.Options) *llmtest.Server {
	t.Helper()
	srv := llmtest.Start(o)
	t.Cleanup(srv.Close)
	return srv
}

// edited waits until a message has been edited so often.
func (r *running) edited(t *testing.T, id string, edits int) discordtest.Message {
	t.Helper()
	var last discordtest.Message
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(5 * time.Millisecond) {
		for _, m := range r.BotMessages() {
			if m.ID == id {
				last = m
			}
		}
		if last.Edits >= edits {
			return last
		}
	}
	t.Fatalf("edited %d times, want %d:\n%s", last.Edits, edits, last.Text())
	return last
}

func TestProseComesByEdit(t *testing.T) {
	t.Parallel()
	srv := model(t, llmtest.Options{Mode: llmtest.Slow, Delay: 300 * time.Millisecond})
	d := run(t, withModel(t, srv, answer.Budget{}, patience))
	t.Run("of a command's answer", func(t *testing.T) {
		m := d.Slash("ask", "question", closure)
		if strings.Contains(m.Text(), told) {
			t.Error("the answer waited for the model")
		}
		wantText(t, m, "eighteen months")
		later := d.edited(t, m.ID, 2)
		wantText(t, later, told, "Paraphrase, not a direct quotation", "> Varga said the closure would last no longer than eighteen months.")
		if !slices.Equal(later.Buttons(), m.Buttons()) {
			t.Errorf("the buttons were %q and are %q", m.Buttons(), later.Buttons())
		}
	})
	t.Run("of a reply", func(t *testing.T) {
		m := d.Mention("Who spoke about the closure?")
		wantText(t, d.edited(t, m.ID, 1), told)
	})
	t.Run("not in another language", func(t *testing.T) {
		before := srv.Count()
		p, err := d.Command(discordtest.Use{Locale: "de"}, "ask", "question", closure)
		if err != nil {
			t.Fatal(err)
		}
		if m := d.Await(p); strings.Contains(m.Text(), told) || srv.Count() != before {
			t.Errorf("a model was asked:\n%s", m.Text())
		}
	})
}

// TestNoProse: however the model fails, the answer stands as it was and nobody
// reads of it.
func TestNoProse(t *testing.T) {
	t.Parallel()
	for _, mode := range []llmtest.Mode{llmtest.SwapsSpeakers, llmtest.Error500, llmtest.WrongJSON, llmtest.Hang, llmtest.Nothing, llmtest.Markup} {
		t.Run(string(mode), func(t *testing.T) {
			t.Parallel()
			srv := model(t, llmtest.Options{Mode: mode})
			within := patience
			if mode == llmtest.Hang {
				within = time.Second
			}
			d := run(t, withModel(t, srv, answer.Budget{}, within))
			m := d.Slash("ask", "question", closure)
			d.logs(t, "stays without a model's prose")
			d.stop()
			d.ended(t)
			if srv.Count() == 0 {
				t.Error("the model was not asked")
			}
			all := d.BotMessages()
			if len(all) != 1 || all[0].Edits != 1 || all[0].Text() != m.Text() {
				t.Errorf("%d messages, the first edited %d times:\n%s", len(all), all[0].Edits, all[0].Text())
			}
		})
	}
}

// TestManagersHearOfTheBudget: once a day, alone, and the answers stand.
func TestManagersHearOfTheBudget(t *testing.T) {
	t.Parallel()
	srv := model(t, llmtest.Options{})
	d := run(t, withModel(t, srv, answer.Budget{Server: 1}, time.Second))
	manager := discordtest.Use{Permissions: 1 << 5}
	use := func(u discordtest.Use) {
		t.Helper()
		p, err := d.Command(u, "ask", "question", closure)
		if err != nil {
			t.Fatal(err)
		}
		wantText(t, d.Await(p), "eighteen months")
	}
	use(discordtest.Use{})
	d.logs(t, "tokens for the model are spent")
	use(manager)
	use(manager)
	d.stop()
	d.ended(t)
	notes := 0
	for _, m := range d.BotMessages() {
		if strings.Contains(m.Text(), "tokens for the language model are spent") {
			notes++
			if !m.Ephemeral() {
				t.Error("others see the note")
			}
		}
	}
	if notes != 1 || srv.Count() != 0 {
		t.Errorf("%d notes and %d prompts, want 1 and 0", notes, srv.Count())
	}
}

// TestHangingModel: while a model hangs over a hundred questions, each is
// answered at once, nothing piles up, and stopping does not wait for it.
func TestHangingModel(t *testing.T) {
	t.Parallel()
	srv := model(t, llmtest.Options{Mode: llmtest.Hang})
	d := run(t, func(c *bot.Config) {
		withModel(t, srv, answer.Budget{}, time.Hour)(c)
		c.RetellTime = time.Hour
	})
	var wg sync.WaitGroup
	for i := range 100 {
		wg.Go(func() {
			p, err := d.Command(discordtest.Use{User: fmt.Sprint(600000000000000000 + i), Server: fmt.Sprint(700000000000000000 + i)}, "ask", "question", closure)
			if err != nil {
				t.Error(err)
				return
			}
			ctx, cancel := context.WithTimeout(t.Context(), patience)
			defer cancel()
			if m, err := p.Message(ctx); err != nil || !strings.Contains(m.Text(), "eighteen months") {
				t.Errorf("%v: %s", err, m.Text())
			}
		})
	}
	wg.Wait()
	if n := srv.Count(); n == 0 || n > 64 {
		t.Errorf("%d prompts hang, want some and 64 at most", n)
	}
	d.stop()
	if err := d.ended(t); err != nil && !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if strings.Contains(d.log.String(), "stopped before every question was answered") {
		t.Error("stopping waited for the model")
	}
}

// BenchmarkRetelling measures, with 300 ms on the way of every request to Discord
// and to the model and a model that takes 5 s, when the answer is shown and when its prose is; and what a
// hundred questions cost in memory while a model hangs.
func BenchmarkRetelling(b *testing.B) {
	far := model(b, llmtest.Options{Mode: llmtest.Slow, Delay: 5*time.Second + link})
	b.Run("300 ms away, 5 s of thought", func(b *testing.B) {
		d, end := measured(b, func(c *bot.Config) {
			withModel(b, far, answer.Budget{}, 20*time.Second)(c)
			c.HTTPClient = &http.Client{Transport: slow{c.HTTPClient.Transport}}
		})
		defer end()
		for b.Loop() {
			began := time.Now()
			p, err := d.Command(discordtest.Use{}, "ask", "question", closure)
			if err != nil {
				b.Fatal(err)
			}
			m, err := p.Message(b.Context())
			if err != nil {
				b.Fatal(err)
			}
			b.ReportMetric(float64(time.Since(began).Microseconds())/1000, "answer-ms")
			for {
				i := slices.IndexFunc(d.BotMessages(), func(x discordtest.Message) bool { return x.ID == m.ID && x.Edits > 1 })
				if i >= 0 {
					break
				}
				if time.Since(began) > 15*time.Second {
					b.Fatal("no prose came")
				}
				time.Sleep(5 * time.Millisecond)
			}
			b.ReportMetric(float64(time.Since(began).Milliseconds()), "prose-ms")
		}
	})
	hanging := model(b, llmtest.Options{Mode: llmtest.Hang})
	for name, change := range map[string]func(*bot.Config){
		"100 questions, a model hangs": withModel(b, hanging, answer.Budget{}, 10*time.Second),
		"100 questions, no model":      openServers(b, ":memory:").into(nil),
	} {
		b.Run(name, func(b *testing.B) { crowded(b, hanging, change) })
	}
}

// link is how long a request and its reply are on their way.
const link = 300 * time.Millisecond

// slow is a transport over such a link.
type slow struct{ next http.RoundTripper }

func (s slow) RoundTrip(r *http.Request) (*http.Response, error) {
	time.Sleep(link)
	return s.next.RoundTrip(r)
}

// crowded measures a hundred questions at once.
func crowded(b *testing.B, hanging *llmtest.Server, change func(*bot.Config)) {
	b.Helper()
	d, end := measured(b, change)
	defer end()
	heap := func() float64 {
		runtime.GC()
		var m runtime.MemStats
		runtime.ReadMemStats(&m)
		return float64(m.HeapAlloc) / (1 << 20)
	}
	for b.Loop() {
		before := heap()
		took := make([]time.Duration, 100)
		var wg sync.WaitGroup
		for i := range took {
			wg.Go(func() {
				began := time.Now()
				p, err := d.Command(discordtest.Use{User: fmt.Sprint(600000000000000000 + i), Server: fmt.Sprint(700000000000000000 + i)}, "ask", "question", closure)
				if err != nil {
					b.Error(err)
					return
				}
				if _, err := p.Message(b.Context()); err != nil {
					b.Error(err)
				}
				took[i] = time.Since(began)
			})
		}
		wg.Wait()
		b.ReportMetric(float64(slices.Max(took).Milliseconds()), "slowest-answer-ms")
		b.ReportMetric(float64(hanging.Count()), "prompts-hanging")
		b.ReportMetric(heap()-before, "MB-more")
	}
}

// measured starts a bot for a benchmark.
func measured(b *testing.B, change func(*bot.Config)) (*discordtest.Server, func()) {
	b.Helper()
	srv, err := discordtest.Start(discordtest.Options{})
	if err != nil {
		b.Fatal(err)
	}
	lib := shared(b)
	c := bot.Config{Token: discordtest.Token, Engine: lib, Pages: lib, HTTPClient: srv.Client(), Logger: discard(), PaceBurst: 1000}
	change(&c)
	made, err := bot.New(c)
	if err != nil {
		b.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	done := make(chan error, 1)
	go func() { done <- made.Run(ctx) }()
	wait, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	if err := srv.AwaitReady(wait, 1); err != nil {
		b.Fatal(err)
	}
	return srv, func() {
		stop()
		<-done
		srv.Close()
	}
}
