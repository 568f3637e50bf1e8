package bot_test

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/bot/discordtest"
	"onrecord/news"
	"onrecord/store"
)

// mortal is a process's way to the store and to Discord, until it is killed.
type mortal struct {
	*store.Store
	next http.RoundTripper
	dead atomic.Bool

	mu    sync.Mutex
	saved map[int]bool // shards whose session is kept for the next process
	noted int          // events that are noted as dealt with
}

var errDead = errors.New("the process is no more")

func (m *mortal) Claim(ctx context.Context, event, process string, lease time.Duration, now time.Time) (news.Claim, error) {
	if m.dead.Load() {
		return news.Claim{}, errDead
	}
	return m.Store.Claim(ctx, event, process, lease, now)
}

func (m *mortal) RenewClaims(ctx context.Context, process string, events []string, lease time.Duration) ([]string, error) {
	if m.dead.Load() {
		return nil, errDead
	}
	return m.Store.RenewClaims(ctx, process, events, lease)
}

func (m *mortal) FinishClaims(ctx context.Context, process string, events []string, now time.Time) error {
	if m.dead.Load() {
		return errDead
	}
	err := m.Store.FinishClaims(ctx, process, events, now)
	if err == nil {
		m.mu.Lock()
		defer m.mu.Unlock()
		m.noted += len(events)
	}
	return err
}

func (m *mortal) SaveSessions(ctx context.Context, app, process string, all []news.Session) error {
	if m.dead.Load() {
		return errDead
	}
	err := m.Store.SaveSessions(ctx, app, process, all)
	if err == nil {
		m.mu.Lock()
		defer m.mu.Unlock()
		for _, s := range all {
			m.saved[s.Shard] = s.ID != ""
		}
	}
	return err
}

func (m *mortal) JoinGateway(ctx context.Context, app, process string, size int, silence time.Duration) (news.Gateway, error) {
	if m.dead.Load() {
		return news.Gateway{}, errDead
	}
	return m.Store.JoinGateway(ctx, app, process, size, silence)
}

func (m *mortal) ReleaseShard(ctx context.Context, app string, size, number int, process string) error {
	if m.dead.Load() {
		return errDead
	}
	return m.Store.ReleaseShard(ctx, app, size, number, process)
}

func (m *mortal) LeaveGateway(ctx context.Context, app, process string) error {
	if m.dead.Load() {
		return errDead
	}
	return m.Store.LeaveGateway(ctx, app, process)
}

// RoundTrip implements http.RoundTripper.
func (m *mortal) RoundTrip(r *http.Request) (*http.Response, error) {
	if m.dead.Load() {
		return nil, errDead
	}
	return m.next.RoundTrip(r)
}

// sharing is a bot that shares the gateway, and whatever it has in hand, through
// a store.
func sharing(t *testing.T, srv *discordtest.T, address, name string, change func(*bot.Config)) (*running, *mortal) {
	t.Helper()
	s, err := store.Open(t.Context(), address)
	if err != nil {
		t.Fatal(err)
	}
	m := &mortal{Store: s, next: srv.Client().Transport, saved: map[int]bool{}}
	r := start(t, srv, func(c *bot.Config) {
		c.Shards, c.Process, c.Claims, c.Sessions = m, name, insistent{m}, m
		c.HTTPClient = &http.Client{Transport: m}
		c.SaveEvery = 100 * time.Millisecond
		if change != nil {
			change(c)
		}
	})
	t.Cleanup(func() { r.stop(); <-r.done; s.Close() })
	return r, m
}

// brief lets others soon take on what a process had that is no more.
func brief(change func(*bot.Config)) func(*bot.Config) {
	return func(c *bot.Config) {
		c.ClaimLease, c.ShardLease = 2*time.Second, 6*time.Second
		if change != nil {
			change(c)
		}
	}
}

// hasSaved waits until a process has left the sessions of n shards to the next.
func (r *running) hasSaved(t *testing.T, m *mortal, n int) {
	t.Helper()
	r.until(t, func() string {
		m.mu.Lock()
		defer m.mu.Unlock()
		kept := 0
		for _, saved := range m.saved {
			if saved {
				kept++
			}
		}
		if kept < n {
			return fmt.Sprintf("the sessions of %d shards are kept, want %d", kept, n)
		}
		return ""
	})
}

// hasNoted waits until a process has noted that n events are dealt with.
func (r *running) hasNoted(t *testing.T, m *mortal, n int) {
	t.Helper()
	r.until(t, func() string {
		m.mu.Lock()
		defer m.mu.Unlock()
		if m.noted < n {
			return fmt.Sprintf("%d events are noted, want %d", m.noted, n)
		}
		return ""
	})
}

// crowdAsking asks in all servers, half by message and half by command, until it
// is told to stop; then every question must have been answered once.
type crowdAsking struct {
	srv     *discordtest.T
	stop    context.CancelFunc
	asking  sync.WaitGroup
	mu      sync.Mutex
	message []string
	command []*discordtest.Pending
	waiting []func() bool // each true when its question is answered
}

// crowdWaits is how many questions wait for an answer at most: a slow machine is
// asked less, and not more than it can ever answer.
const crowdWaits = 64

func askAllTheTime(t *testing.T, srv *discordtest.T) *crowdAsking {
	ctx, stop := context.WithCancel(t.Context())
	c := &crowdAsking{srv: srv, stop: stop}
	for n := range 16 { // servers of all shards
		srv.AddServer(discordtest.Guild{ID: fmt.Sprint(n<<22 | 1), Name: fmt.Sprint("Server ", n)})
	}
	c.asking.Go(func() {
		tick := time.NewTicker(25 * time.Millisecond)
		defer tick.Stop()
		for n := 0; ctx.Err() == nil; <-tick.C {
			if c.mayAsk() {
				c.ask(t, n)
				n++
			}
		}
	})
	t.Cleanup(func() { stop(); c.asking.Wait() })
	return c
}

// mayAsk tells whether few enough wait for an answer.
func (c *crowdAsking) mayAsk() bool {
	c.waiting = slices.DeleteFunc(c.waiting, func(answered func() bool) bool { return answered() })
	return len(c.waiting) < crowdWaits
}

func (c *crowdAsking) ask(t *testing.T, n int) {
	server, user := fmt.Sprint(n%16<<22|1), fmt.Sprint(700000000000000000+n)
	c.mu.Lock()
	defer c.mu.Unlock()
	if n/16%2 == 0 {
		id := c.srv.Send(discordtest.Post{Content: "@bot " + closure, Server: server, User: user}).ID
		c.message = append(c.message, id)
		c.waiting = append(c.waiting, func() bool { return c.srv.Answered(id) > 0 })
		return
	}
	p, err := c.srv.Command(discordtest.Use{Server: server, User: user}, "ask", "question", closure)
	if err != nil {
		t.Error(err)
		return
	}
	c.command = append(c.command, p)
	c.waiting = append(c.waiting, func() bool { return p.Answers() > 0 || p.Late() })
}

// judge stops asking and holds every question to one answer. late is how many
// commands nobody may have been there for in the three seconds that Discord
// waits.
func (c *crowdAsking) judge(t *testing.T, mayBeLate bool) {
	t.Helper()
	c.stop()
	c.asking.Wait()
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	for _, id := range c.message {
		m, err := c.srv.Reply(ctx, id)
		if err != nil {
			t.Fatalf("question %s was lost: %v", id, err)
		}
		wantText(t, m, "eighteen months")
	}
	late := 0
	for _, p := range c.command {
		if p.Late() {
			late++
			continue
		}
		m, err := p.Message(ctx)
		if err != nil {
			t.Fatalf("command %s was lost: %v", p.ID(), err)
		}
		wantText(t, m, "eighteen months")
	}
	for _, id := range c.message {
		if n := c.srv.Answered(id); n != 1 {
			t.Errorf("message %s was answered %d times", id, n)
		}
	}
	for _, p := range c.command {
		if n := p.Answers(); n > 1 {
			t.Errorf("command %s was answered %d times", p.ID(), n)
		}
	}
	t.Logf("%d messages and %d commands, of which Discord gave %d up", len(c.message), len(c.command), late)
	if late > 0 && !mayBeLate {
		t.Errorf("Discord gave up on %d of %d commands", late, len(c.command))
	}
}

// TestRollingRestart: each of three processes is stopped and started again while
// people ask. The sessions go from process to process: none is begun anew, no
// question is lost or answered twice.
func TestRollingRestart(t *testing.T) {
	t.Parallel()
	address := filepath.Join(t.TempDir(), "shards.db")
	srv := discordtest.New(t, discordtest.Options{Shards: 4, MaxConcurrency: 4, OneSession: true})
	srv.Lenient = true // a command that waits for a busy machine may come too late
	all := make([]*running, 3)
	for i := range all {
		all[i], _ = sharing(t, srv, address, fmt.Sprint("first ", i), nil)
	}
	awaitShards(t, 4, all...)
	_, begun, _ := srv.Connections()
	people := askAllTheTime(t, srv)
	for i := range all {
		all[i].stop()
		if err := all[i].ended(t); err != nil {
			t.Fatal(err)
		}
		all[i], _ = sharing(t, srv, address, fmt.Sprint("second ", i), nil)
		awaitShards(t, 4, all...)
	}
	people.judge(t, true)
	if _, now, resumed := srv.Connections(); now != begun || resumed == 0 {
		t.Errorf("%d sessions were begun anew, %d taken up", now-begun, resumed)
	}
}

// TestKilledWhileAnswering: a process is killed with questions in hand, and more
// are asked before another has its shards. Who takes them over answers all.
func TestKilledWhileAnswering(t *testing.T) {
	t.Parallel()
	address := filepath.Join(t.TempDir(), "shards.db")
	srv := discordtest.New(t, discordtest.Options{Shards: 2, MaxConcurrency: 2})
	srv.Lenient = true // the killed process may have sent what is sent again
	hold := make(chan struct{})
	defer close(hold)
	waits := asking(func(ctx context.Context, q news.Question) (answer.Answer, error) {
		select {
		case <-hold:
		case <-ctx.Done():
		}
		return answer.Answer{}, errDead
	})
	a, dying := sharing(t, srv, address, "a", brief(waits))
	a.holds(t, 2)
	a.hasSaved(t, dying, 2)
	p, err := srv.Command(discordtest.Use{}, "ask", "question", closure)
	if err != nil {
		t.Fatal(err)
	}
	post := srv.Send(discordtest.Post{Content: "@bot " + closure})
	a.until(t, func() string {
		if n := a.bot.Status().Working; n < 2 {
			return fmt.Sprintf("%d questions are being worked on", n)
		}
		return ""
	})
	dying.dead.Store(true)
	srv.Drop()
	meanwhile := srv.Send(discordtest.Post{Content: "@bot " + closure})
	b, _ := sharing(t, srv, address, "b", brief(nil))
	b.holds(t, 2)
	wantText(t, srv.Await(p), "eighteen months")
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	for _, id := range []string{post.ID, meanwhile.ID} {
		m, err := srv.Reply(ctx, id)
		if err != nil {
			t.Fatal(err)
		}
		wantText(t, m, "eighteen months")
	}
	if _, begun, resumed := srv.Connections(); begun != 2 || resumed < 2 {
		t.Errorf("%d sessions begun, %d resumed", begun, resumed)
	}
}

// TestStoppedForAWhile: a process that was stopped while it answered, as SIGSTOP
// does, finds that another has answered, and says nothing.
func TestStoppedForAWhile(t *testing.T) {
	t.Parallel()
	address := filepath.Join(t.TempDir(), "shards.db")
	srv := discordtest.New(t, discordtest.Options{Shards: 1})
	srv.Lenient = true
	release := make(chan struct{})
	waits := asking(func(context.Context, news.Question) (answer.Answer, error) {
		<-release
		return answer.Answer{}, errors.New("an answer that comes too late")
	})
	a, stopped := sharing(t, srv, address, "a", brief(waits))
	a.holds(t, 1)
	a.hasSaved(t, stopped, 1)
	p, err := srv.Command(discordtest.Use{}, "ask", "question", closure)
	if err != nil {
		t.Fatal(err)
	}
	post := srv.Send(discordtest.Post{Content: "@bot " + closure})
	a.until(t, func() string {
		if n := a.bot.Status().Working; n < 2 {
			return fmt.Sprintf("%d questions are being worked on", n)
		}
		return ""
	})
	stopped.dead.Store(true)
	srv.Drop()
	b, other := sharing(t, srv, address, "b", brief(nil))
	b.holds(t, 1)
	wantText(t, srv.Await(p), "eighteen months")
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	if _, err := srv.Reply(ctx, post.ID); err != nil {
		t.Fatal(err)
	}
	b.hasNoted(t, other, 2)
	stopped.dead.Store(false) // SIGCONT
	close(release)
	a.until(t, func() string {
		if n := a.bot.Status().Questions; n > 0 {
			return fmt.Sprintf("%d questions are in hand", n)
		}
		return ""
	})
	wantText(t, srv.Await(p), "eighteen months")
	if n := srv.Answered(post.ID); n != 1 || p.Answers() != 1 {
		t.Errorf("%d and %d answers", n, p.Answers())
	}
	if log := a.log.String(); !strings.Contains(log, "came too late: another process") {
		t.Error("the answers were not held back")
	}
}

// TestRestartAlone: what is asked while a bot that shares with nobody is
// restarted is answered when it is back, and nothing twice.
func TestRestartAlone(t *testing.T) {
	t.Parallel()
	address := filepath.Join(t.TempDir(), "library.db")
	srv := discordtest.New(t)
	alone := func(c *bot.Config) { c.Shards = nil }
	a, _ := sharing(t, srv, address, "a", alone)
	a.holds(t, 1)
	before := srv.Mention(closure)
	a.stop()
	if err := a.ended(t); err != nil {
		t.Fatal(err)
	}
	asked := srv.Send(discordtest.Post{Content: "@bot " + closure})
	b, _ := sharing(t, srv, address, "b", alone)
	b.ReadyAgain(2)
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	m, err := srv.Reply(ctx, asked.ID)
	if err != nil {
		t.Fatal(err)
	}
	wantText(t, m, "eighteen months")
	wantText(t, srv.Slash("ask", "question", closure), "eighteen months")
	if n := srv.Answered(before.ReplyTo); n != 1 {
		t.Errorf("what was asked before is answered %d times", n)
	}
	if _, begun, resumed := srv.Connections(); begun != 1 || resumed != 1 {
		t.Errorf("%d sessions begun, %d resumed", begun, resumed)
	}
}

// TestSessionForgotten: a session that Discord has forgotten is begun anew, in
// its turn.
func TestSessionForgotten(t *testing.T) {
	t.Parallel()
	address := filepath.Join(t.TempDir(), "library.db")
	srv := discordtest.New(t, discordtest.Options{Shards: 2, MaxConcurrency: 1, IdentifyEvery: 200 * time.Millisecond})
	paced := func(c *bot.Config) { c.StartEvery = time.Second }
	a, _ := sharing(t, srv, address, "a", paced)
	a.holds(t, 2)
	a.stop()
	if err := a.ended(t); err != nil {
		t.Fatal(err)
	}
	srv.Advance(4 * time.Minute)
	b, _ := sharing(t, srv, address, "b", paced)
	b.holds(t, 2)
	wantText(t, srv.Mention(closure), "eighteen months")
	if _, begun, resumed := srv.Connections(); begun != 4 || resumed != 0 {
		t.Errorf("%d sessions begun, %d resumed", begun, resumed)
	}
}

// TestSplitAnew: Discord asks for twice as many shards while people ask of three
// processes. The old shards go on until all new ones are ready; no question is
// lost or answered twice.
func TestSplitAnew(t *testing.T) {
	t.Parallel()
	address := filepath.Join(t.TempDir(), "shards.db")
	srv := discordtest.New(t, discordtest.Options{Shards: 4, MaxConcurrency: 8, OneSession: true})
	srv.Lenient = true
	all := make([]*running, 3)
	for i := range all {
		all[i], _ = sharing(t, srv, address, fmt.Sprint("process ", i), func(c *bot.Config) { c.ResizeEvery = 200 * time.Millisecond })
	}
	awaitShards(t, 4, all...)
	people := askAllTheTime(t, srv)
	srv.SetShards(8)
	awaitShards(t, 8, all...)
	people.judge(t, true)
	for _, s := range srv.Sessions() {
		if s.Size != 8 {
			t.Errorf("a session of shard %d of %d goes on", s.Shard, s.Size)
		}
	}
}

// awaitShards waits until the processes hold all shards of a gateway of that
// size, and no others, all connected, and know that Discord has the commands.
func awaitShards(t *testing.T, size int, all ...*running) {
	t.Helper()
	all[0].until(t, func() string {
		held, others := map[int]bool{}, 0
		for _, r := range all {
			now := r.bot.Status()
			if !now.Registered {
				return "a process does not know yet that Discord has the commands"
			}
			for _, s := range now.Shards {
				if s.Size != size {
					others++
				} else if s.Connected {
					held[s.Number] = true
				}
			}
		}
		if len(held) < size || others > 0 {
			return fmt.Sprintf("%d of %d shards are connected, and %d of another size held", len(held), size, others)
		}
		return ""
	})
}
