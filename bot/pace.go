package bot

import (
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"
)

// pace holds everybody of one sort, users or servers, to a rate of questions. It
// remembers those seen last; one forgotten starts afresh.
type pace struct {
	mu    sync.Mutex
	all   *lru.Cache[string, *allowance]
	every time.Duration
	burst int
	quiet time.Duration
}

// allowance is what one has left.
type allowance struct {
	questions *rate.Limiter
	told      bool      // that there is none, since the last question that counted
	at        time.Time // when last told
}

// remembered bounds memory: about 200 bytes each.
const remembered = 20_000

// newPace lets each ask so many questions in one go and one more every so often.
// Refusals must not flood a channel: within quiet of the last nobody is told of
// another.
func newPace(every time.Duration, burst int, quiet time.Duration) *pace {
	return &pace{all: newCache[*allowance](remembered), every: every, burst: burst, quiet: quiet}
}

// wait counts a question at that time and returns 0, or how long to wait before
// asking, without counting. tell is false when that has been said already.
func (p *pace) wait(who string, now time.Time) (d time.Duration, tell bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	a, ok := p.all.Get(who)
	if !ok {
		a = &allowance{questions: rate.NewLimiter(rate.Every(p.every), p.burst)}
		p.all.Add(who, a)
	}
	r := a.questions.ReserveN(now, 1)
	if d = r.DelayFrom(now); d == 0 {
		a.told = false
		return 0, false
	}
	r.CancelAt(now)
	if a.told || now.Sub(a.at) < p.quiet {
		return d, false
	}
	a.told, a.at = true, now
	return d, true
}

// tooFast counts a request, or returns why it must wait: because its user asks
// too fast, or the server. tell is false when that has just been said there.
func (b *Bot) tooFast(r Request) (why error, tell bool) {
	at := b.clock.asked(r.ID, time.Now())
	if d, tell := b.pace.wait(r.User, at); d > 0 {
		return tooFast(d), tell
	}
	if r.Server == "" {
		return nil, false
	}
	if d, tell := b.crowd.wait(r.Server, at); d > 0 {
		return tooMany(d), tell
	}
	return nil, false
}

// rest forgets those who have everything left.
func (p *pace) rest(now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.all = retain(p.all, remembered, func(_ string, a *allowance) bool {
		return a.questions.TokensAt(now) < float64(p.burst) || now.Sub(a.at) < p.quiet
	})
}
