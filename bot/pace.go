package bot

import (
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"
)

// pace holds each user to a rate of questions. It remembers the users seen
// last; one forgotten starts afresh.
type pace struct {
	mu    sync.Mutex
	users *lru.Cache[string, *rate.Limiter]
	every time.Duration
	burst int
}

// rememberedUsers bounds memory: about 200 bytes each.
const rememberedUsers = 20_000

func newPace(every time.Duration, burst int) *pace {
	users, err := lru.New[string, *rate.Limiter](rememberedUsers)
	if err != nil {
		panic(err) // only a size below one is refused
	}
	return &pace{users: users, every: every, burst: burst}
}

// wait counts a question of the user at that time and returns 0, or how long
// the user must wait before asking, without counting.
func (p *pace) wait(user string, now time.Time) time.Duration {
	p.mu.Lock()
	l, ok := p.users.Get(user)
	if !ok {
		l = rate.NewLimiter(rate.Every(p.every), p.burst)
		p.users.Add(user, l)
	}
	p.mu.Unlock()
	r := l.ReserveN(now, 1)
	d := r.DelayFrom(now)
	if d > 0 {
		r.CancelAt(now)
	}
	return d
}
