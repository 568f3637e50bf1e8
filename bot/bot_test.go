package bot_test

import (
	"bytes"
	"context"
	"errors"
	"flag"
	"log/slog"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/bot/discordtest"
	"onrecord/news"
)

// TestMain lets many tests run side by side: they wait for sockets, they don't
// compute. The library alone takes a second to close one.
func TestMain(m *testing.M) {
	flag.Parse()
	if orders := os.Getenv(crowdOrders); orders != "" {
		crowd(orders)
		return
	}
	if fuzzing := flag.Lookup("test.fuzz").Value.String() != ""; !fuzzing {
		if err := flag.Set("test.parallel", "24"); err != nil {
			panic(err)
		}
	}
	os.Exit(m.Run())
}

// patience is how long tests wait for what happens: for so long only where it never
// does.
const patience = 2 * time.Minute

// running is a bot under test against a Discord of its own.
type running struct {
	*discordtest.T
	stop   context.CancelFunc
	done   chan error // gets what Run returned
	log    *logBuffer
	config bot.Config
	bot    *bot.Bot
}

// run starts a bot against a new Discord and waits until it is ready. It is
// stopped at the test's end, when its log must hold no secret.
func run(t *testing.T, change func(*bot.Config), opts ...discordtest.Options) *running {
	t.Helper()
	srv := discordtest.New(t, opts...)
	r := start(t, srv, change)
	r.Ready()
	return r
}

// start starts a bot without waiting.
func start(t *testing.T, srv *discordtest.T, change func(*bot.Config)) *running {
	t.Helper()
	r := &running{T: srv, log: &logBuffer{}, done: make(chan error, 1)}
	lib := shared(t)
	r.config = bot.Config{
		Token:      discordtest.Token,
		Engine:     lib,
		Pages:      lib,
		Logger:     slog.New(slog.NewTextHandler(r.log, &slog.HandlerOptions{Level: slog.LevelDebug})),
		HTTPClient: srv.Client(),
		PaceBurst:  1000,
		Backoff:    time.Millisecond,
		StartEvery: time.Millisecond,
		// A slow machine is to take longer, not to be answered otherwise.
		FirstReply: patience, ClaimTime: patience, QuestionTime: patience, SendTime: patience,
		ClaimLease: time.Minute, ShardLease: 30 * time.Second, OpenTimeout: patience, StopTime: patience,
	}
	if change != nil {
		change(&r.config)
	}
	b, err := bot.New(r.config)
	if err != nil {
		t.Fatal(err)
	}
	r.bot = b
	ctx, cancel := context.WithCancel(t.Context())
	r.stop = cancel
	go func() {
		r.done <- b.Run(ctx)
		close(r.done)
	}()
	t.Cleanup(func() {
		cancel()
		for err := range r.done {
			if err != nil && !errors.Is(err, bot.ErrBadToken) {
				t.Errorf("Run: %v", err)
			}
		}
		if text := r.log.String(); strings.Contains(text, discordtest.Token) || strings.Contains(text, "aW50ZXJhY3Rpb24") {
			t.Errorf("the log holds a secret:\n%s", text)
		}
		if t.Failed() {
			t.Logf("the bot's log:\n%s", r.log.String())
		}
	})
	return r
}

// add puts a page into the bot's own newsroom.
func (r *running) add(t *testing.T, name, page string) {
	t.Helper()
	if err := add(t.Context(), r.config.Engine.(library).Store, name, page); err != nil {
		t.Fatal(err)
	}
}

// ended waits for Run to return.
func (r *running) ended(t *testing.T) error {
	t.Helper()
	select {
	case err := <-r.done:
		return err
	case <-time.After(2 * patience): // it may finish for as long as one
		t.Fatal("Run did not return")
		return nil
	}
}

// logBuffer is a log that goroutines may write and tests read.
type logBuffer struct {
	mu sync.Mutex
	b  bytes.Buffer
}

func (l *logBuffer) Write(p []byte) (int, error) {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.Write(p)
}

func (l *logBuffer) String() string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.b.String()
}

// engine is a real library with parts that a test replaces.
type engine struct {
	bot.Engine
	bot.Pages
	ask func(ctx context.Context, q news.Question) (answer.Answer, error)
}

func (e engine) Ask(ctx context.Context, q news.Question) (answer.Answer, error) {
	if e.ask != nil {
		return e.ask(ctx, q)
	}
	return e.Engine.Ask(ctx, q)
}

// asking replaces what happens to a question.
func asking(ask func(ctx context.Context, q news.Question) (answer.Answer, error)) func(*bot.Config) {
	return func(c *bot.Config) { c.Engine = engine{Engine: c.Engine, ask: ask} }
}

// discard is a logger for those who do not look.
func discard() *slog.Logger { return slog.New(slog.DiscardHandler) }

func wantText(t *testing.T, m discordtest.Message, parts ...string) {
	t.Helper()
	for _, p := range parts {
		if !strings.Contains(m.Text(), p) {
			t.Errorf("the message lacks %q:\n%s", p, m.Text())
		}
	}
}
