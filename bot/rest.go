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
