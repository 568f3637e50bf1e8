package bot

import (
	"context"
	"slices"
	"sync"
	"time"

	"onrecord/news"
	"onrecord/shards"
)

// Sessions keeps the sessions of a gateway's shards for whoever has the shards
// next; store.Store is one.
type Sessions interface {
	SaveSessions(ctx context.Context, app, process string, all []news.Session) error
	TakeSession(ctx context.Context, app string, size, shard int, process string, within time.Duration) (news.Session, error)
}

const (
	// sessionsLast is how long Discord keeps what happens for a session that
	// nobody has a socket for; it says no more than "a few minutes".
	sessionsLast = 5 * time.Minute
	// saveWithin is how long saving a session may take that is given up: the
	// shard is let go of meanwhile.
	saveWithin = time.Second
	// takeWithin is how long it is tried to find out which session a shard had: to
	// begin one anew loses what was asked meanwhile.
	takeWithin = 10 * time.Second
)

// sessionsKept are the sessions that a process has.
type sessionsKept struct {
	mu  sync.Mutex
	all []*session
}

func (k *sessionsKept) add(s *session) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.all = append(k.all, s)
}

func (k *sessionsKept) remove(s *session) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.all = slices.DeleteFunc(k.all, func(other *session) bool { return other == s })
}

func (k *sessionsKept) list() []*session {
	k.mu.Lock()
	defer k.mu.Unlock()
	return slices.Clone(k.all)
}

// takeSession returns the session that the shard had in whichever process had it
// before, without a name when that is not known.
func (b *Bot) takeSession(ctx context.Context, s shards.Shard) *session {
	one := news.Session{Size: s.Size, Shard: s.Number}
	if b.config.Sessions == nil {
		return takenUp(one)
	}
	ctx, cancel := context.WithTimeout(ctx, takeWithin)
	defer cancel()
	had, err := b.config.Sessions.TakeSession(ctx, *b.app.Load(), s.Size, s.Number, b.config.Process, sessionsLast)
	for err != nil && sleep(ctx, saveWithin/4) == nil {
		had, err = b.config.Sessions.TakeSession(ctx, *b.app.Load(), s.Size, s.Number, b.config.Process, sessionsLast)
	}
	if err != nil {
		b.log.Warn("the session that a shard had could not be read: it is begun anew", "shard", s.Number, "error", err)
		return takenUp(one)
	}
	if had.Intents != b.discord.intents() { // it would not be sent what it is to be sent now
		return takenUp(one)
	}
	return takenUp(had)
}

// keepSessions saves every moment how far the sessions have got, until ctx ends.
func (b *Bot) keepSessions(ctx context.Context) {
	if b.config.Sessions == nil {
		return
	}
	for sleep(ctx, b.config.SaveEvery) == nil {
		b.saveSessions(ctx, b.sessions.list()...)
	}
}

// saveSessions saves those that have changed.
func (b *Bot) saveSessions(ctx context.Context, all ...*session) {
	if b.config.Sessions == nil {
		return
	}
	var due []*session
	var as []news.Session
	for _, s := range all {
		if now := s.now(b.hand.has); s.changed(now) {
			due, as = append(due, s), append(as, now)
		}
	}
	if len(due) == 0 {
		return
	}
	ctx, cancel := context.WithTimeout(ctx, saveWithin)
	defer cancel()
	if err := b.config.Sessions.SaveSessions(ctx, *b.app.Load(), b.config.Process, as); err != nil {
		b.log.Warn("how far the gateway's sessions have got could not be saved", "error", err)
		return
	}
	for i, s := range due {
		s.keep(as[i])
	}
}

// letGo leaves a shard to whoever has it next: the session stays, so that it can
// be taken up, unless it could not be.
func (b *Bot) letGo(l *gatewayLink, one *session) {
	one.leave()
	if l != nil && b.config.Sessions == nil {
		l.close()
	} else if l != nil {
		l.cut()
		b.ending.Go(l.close) // takes a second, and says nothing any more
	}
	b.saveSessions(context.WithoutCancel(b.working), one)
}
