package bot_test

import (
	"context"
	"strings"
	"sync"
	"testing"
	"time"

	"onrecord/bot"
	"onrecord/bot/discordtest"
	"onrecord/news"
)

// slowly is an intake whose jobs end when a test says so. It outlives the bots
// that use it, as a store does.
type slowly struct {
	mu   sync.Mutex
	jobs map[string]*slowJob
}

type slowJob struct {
	ended chan struct{}
	o     news.Outcome
	err   error
}

const slowID = "abcdefghij234567"

func (s *slowly) Put(_ context.Context, library string, _ bot.Source) (string, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.jobs[library+slowID] = &slowJob{ended: make(chan struct{})}
	return slowID, nil
}

func (s *slowly) Follow(ctx context.Context, library, job string, step func(bot.Step)) (news.Outcome, error) {
	s.mu.Lock()
	j := s.jobs[library+job]
	s.mu.Unlock()
	if j == nil {
		return news.Outcome{}, news.ErrNotFound
	}
	step(bot.Fetches)
	select {
	case <-j.ended:
		return j.o, j.err
	case <-ctx.Done():
		return news.Outcome{}, ctx.Err()
	}
}

func (s *slowly) Cancel(_ context.Context, library, job string) (bool, error) {
	return s.end(library, news.Outcome{}, bot.ErrCancelled), nil
}

// end ends a library's job; false when it had ended.
func (s *slowly) end(library string, o news.Outcome, err error) bool {
	s.mu.Lock()
	defer s.mu.Unlock()
	j := s.jobs[library+slowID]
	select {
	case <-j.ended:
		return false
	default:
		j.o, j.err = o, err
		close(j.ended)
		return true
	}
}

// adding starts a bot with such an intake, and the adding of a slow page.
func adding(t *testing.T, by discordtest.Use) (*running, servers, *slowly, discordtest.Message) {
	t.Helper()
	in := &slowly{jobs: map[string]*slowJob{}}
	d, s := serving(t, func(c *bot.Config) { c.Intake = in })
	m := d.use(t, by, "article add", "address", "https://news.example/slow")
	wantText(t, m, "Fetching the page", `news\.example/slow`)
	if got := strings.Join(m.Buttons(), " "); got != "Cancel" {
		t.Fatalf("buttons %q", got)
	}
	return d, s, in, m
}

// becomes waits until a message says something, and nothing can be pressed there.
func becomes(t *testing.T, d *running, m discordtest.Message, want string) {
	t.Helper()
	var last discordtest.Message
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		for _, now := range d.BotMessages() {
			if now.ID == m.ID {
				last = now
			}
		}
		if strings.Contains(last.Text(), want) {
			if len(last.Buttons()) != 0 {
				t.Errorf("buttons %q under\n%s", last.Buttons(), last.Text())
			}
			return
		}
	}
	t.Fatalf("the message lacks %q:\n%s", want, last.Text())
}

func TestAddingThatTakesLong(t *testing.T) {
	t.Parallel()
	library := news.ServerLibrary(discordtest.GuildID)
	t.Run("is told when it ends", func(t *testing.T) {
		t.Parallel()
		d, _, in, m := adding(t, manager)
		in.end(library, news.Outcome{Title: "Tram late", Added: true, Paragraphs: 3}, nil)
		becomes(t, d, m, "“Tram late” can be asked now.")
	})
	t.Run("is told when it fails", func(t *testing.T) {
		t.Parallel()
		d, _, in, m := adding(t, manager)
		in.end(library, news.Outcome{}, news.ErrBadInput)
		becomes(t, d, m, news.ErrBadInput.Error())
	})
	t.Run("is cancelled by who asked, who may manage nothing any more", func(t *testing.T) {
		t.Parallel()
		d, _, in, m := adding(t, manager)
		wantText(t, d.press(t, discordtest.Use{}, m, "Cancel"), "Cancelled. Nothing was added.", `news\.example/slow`)
		becomes(t, d, m, "Cancelled. Nothing was added.")
		if in.end(library, news.Outcome{}, nil) {
			t.Error("the job goes on")
		}
	})
	t.Run("is cancelled by nobody else", func(t *testing.T) {
		t.Parallel()
		d, _, in, m := adding(t, manager)
		said := d.press(t, member, m, "Cancel")
		wantText(t, said, "Only whoever asked for this")
		if !said.Ephemeral() || said.ID == m.ID {
			t.Error("the refusal takes the message's place")
		}
		other := member
		other.Permissions = discordtest.ManageServer
		wantText(t, d.press(t, other, m, "Cancel"), "Cancelled")
		if in.end(library, news.Outcome{}, nil) {
			t.Error("the job goes on")
		}
	})
	t.Run("goes on after a restart, and can be cancelled", func(t *testing.T) {
		t.Parallel()
		d, s, in, m := adding(t, manager)
		d.stop()
		if err := d.ended(t); err != nil {
			t.Fatal(err)
		}
		again := start(t, d.T, s.into(func(c *bot.Config) { c.Intake = in }))
		again.ReadyAgain(2)
		p, err := again.Press(manager, m.ID, "Cancel")
		if err != nil {
			t.Fatal(err)
		}
		wantText(t, again.Await(p), "Cancelled. Nothing was added.")
	})
	t.Run("has ended before it was cancelled", func(t *testing.T) {
		t.Parallel()
		d, s, in, m := adding(t, manager)
		d.stop()
		if err := d.ended(t); err != nil {
			t.Fatal(err)
		}
		in.end(library, news.Outcome{Title: "Tram late", Added: true}, nil)
		again := start(t, d.T, s.into(func(c *bot.Config) { c.Intake = in }))
		again.ReadyAgain(2)
		p, err := again.Press(manager, m.ID, "Cancel")
		if err != nil {
			t.Fatal(err)
		}
		wantText(t, again.Await(p), "“Tram late” can be asked now.")
	})
	t.Run("keeps no worker from questions", func(t *testing.T) {
		t.Parallel()
		in := &slowly{jobs: map[string]*slowJob{}}
		d, _ := serving(t, func(c *bot.Config) { c.Intake, c.Workers = in, 1 })
		d.use(t, manager, "article add", "address", "https://news.example/slow")
		wantText(t, d.use(t, manager, "ask", "question", closure), "eighteen months")
	})
}
