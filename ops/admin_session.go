package ops

import (
	"crypto/rand"
	"crypto/sha256"
	"crypto/subtle"
	"net"
	"net/http"
	"net/netip"
	"sync"
	"time"

	lru "github.com/hashicorp/golang-lru/v2"
	"golang.org/x/time/rate"
)

// How long somebody stays signed in, and how many at a time: then whoever signed
// in first is signed out.
const (
	sessionLength = 8 * time.Hour
	mostSessions  = 50
)

// sessions are the browsers that are signed in, by a digest of what their cookies
// hold. They end with the process.
type sessions struct {
	mu   sync.Mutex
	ends map[[sha256.Size]byte]time.Time
}

// begin returns what a new session's cookie holds.
func (s *sessions) begin(now time.Time) string {
	secret := rand.Text() + rand.Text() // 256 bits
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.ends == nil {
		s.ends = map[[sha256.Size]byte]time.Time{}
	}
	for len(s.ends) >= mostSessions {
		var first [sha256.Size]byte
		var soonest time.Time
		for key, end := range s.ends {
			if soonest.IsZero() || end.Before(soonest) {
				first, soonest = key, end
			}
		}
		delete(s.ends, first)
	}
	s.ends[sha256.Sum256([]byte(secret))] = now.Add(sessionLength)
	return secret
}

// holds tells whether a cookie is one of a session that has not ended. It looks
// for a digest, whose time tells nothing of the secret.
func (s *sessions) holds(cookie string, now time.Time) bool {
	key := sha256.Sum256([]byte(cookie))
	s.mu.Lock()
	defer s.mu.Unlock()
	end, ok := s.ends[key]
	if ok && !now.Before(end) {
		delete(s.ends, key)
		ok = false
	}
	return ok
}

// end ends a session.
func (s *sessions) end(cookie string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	delete(s.ends, sha256.Sum256([]byte(cookie)))
}

// How often a token may be wrong: so many times at once, then one in so long, from
// each address, of which so many are remembered.
const (
	wrongAtOnce   = 5
	wrongEvery    = 10 * time.Second
	wrongFromMost = 1024
)

// guesses slows down whoever guesses the token.
type guesses struct {
	from *lru.Cache[string, *rate.Limiter]
}

func newGuesses() guesses {
	from, err := lru.New[string, *rate.Limiter](wrongFromMost)
	if err != nil {
		panic(err) // only a size below one is refused
	}
	return guesses{from}
}

// try tells whether an address may try a token now. It then counts as wrong until
// right is called.
func (g guesses) try(from string, now time.Time) (right func(), ok bool) {
	l := rate.NewLimiter(rate.Every(wrongEvery), wrongAtOnce)
	if known, had, _ := g.from.PeekOrAdd(from, l); had {
		l = known
	}
	r := l.ReserveN(now, 1)
	if r.DelayFrom(now) > 0 {
		r.CancelAt(now)
		return nil, false
	}
	return func() { r.CancelAt(now) }, true
}

// sender is where a request comes from: an address, or the part of one that a
// whole network shares.
func sender(r *http.Request) string {
	host, _, err := net.SplitHostPort(r.RemoteAddr)
	if err != nil {
		return r.RemoteAddr
	}
	ip, err := netip.ParseAddr(host)
	if err != nil || ip.Unmap().Is4() {
		return host
	}
	const oneNetwork = 64
	network, err := ip.Prefix(oneNetwork)
	if err != nil {
		return host
	}
	return network.String()
}

// same compares without telling by its time how much was right.
func same(a, b string) bool {
	x, y := sha256.Sum256([]byte(a)), sha256.Sum256([]byte(b))
	return subtle.ConstantTimeCompare(x[:], y[:]) == 1
}
