package bot

import "time"

// Rest lets go of what makes no difference any more: of people and servers that
// may ask as much as if they had never asked, and, where a store knows who has
// dealt with an event, of the events of more than a minute ago.
func (b *Bot) Rest() {
	now := time.Now()
	b.pace.rest(now)
	b.crowd.rest(now)
	if b.config.Claims != nil {
		b.seen.rest(func(id string) bool { return b.clock.age(id, now) > time.Minute })
	}
}

// rest forgets those who have everything left. What remains goes into a new cache:
// a map keeps the room that it once had.
func (p *pace) rest(now time.Time) {
	p.mu.Lock()
	defer p.mu.Unlock()
	all := newCache[*allowance](remembered)
	for _, who := range p.all.Keys() { // the oldest first
		a, _ := p.all.Peek(who)
		if a.questions.TokensAt(now) < float64(p.burst) || now.Sub(a.at) < p.quiet {
			all.Add(who, a)
		}
	}
	p.all = all
}

// rest forgets the IDs that are old.
func (s *seen) rest(old func(id string) bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	ids := newCache[struct{}](rememberedEvents)
	for _, id := range s.ids.Keys() { // the oldest first
		if !old(id) {
			ids.Add(id, struct{}{})
		}
	}
	s.ids = ids
}
