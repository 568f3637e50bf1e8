package speakers

import "onrecord/news"

// Prepared is cards made ready to be matched with many names. It is never
// changed once made, so it is safe for concurrent use.
type Prepared struct{ of *directory }

// Prepare makes cards ready; the cards must not change afterwards.
func Prepare(among []news.Card) Prepared { return Prepared{newDirectory(among)} }

// Match is the function of that name among the cards prepared.
func (p Prepared) Match(typed string) Matches { return p.of.match(typed) }
