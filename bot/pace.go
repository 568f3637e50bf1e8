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
	users *lru.Cache[string, *allowance]
	every time.Duration
	burst int
}

// allowance is what one user has left.
type allowance struct {
	questions *rate.Limiter
	told      bool // that there is none
}

// rememberedUsers bounds memory: about 200 bytes each.
const rememberedUsers = 20_000

func newPace(every time.Duration, burst int) *pace {
	users, err := lru.New[string, *allowance](rememberedUsers)
	if err != nil {
		panic(err) // only a size below one is refused
	}
	return &pace{users: users, every: every, burst: burst}
}

// wait counts a question of the user at that time and returns 0, or how long
// the user must wait before asking, without counting. first tells that the user
// has not been told since the last question that counted.
func (p *pace) wait(user string, now time.Time) (d time.Duration, first bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	a, ok := p.users.Get(user)
	if !ok {
		a = &allowance{questions: rate.NewLimiter(rate.Every(p.every), p.burst)}
		p.users.Add(user, a)
	}
	r := a.questions.ReserveN(now, 1)
	if d = r.DelayFrom(now); d == 0 {
		a.told = false
		return 0, false
	}
	r.CancelAt(now)
	first, a.told = !a.told, true
	return d, first
}
