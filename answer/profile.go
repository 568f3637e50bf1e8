package answer

import "onrecord/news"

// LookUp asks for everything that a library credits to one speaker.
type LookUp struct {
	Library string
	Name    string // as typed
	About   string // a topic, "" for everything
	Article string // an article's ID, "" for all
}

// Profile is what a look-up found: one card with its statements, direct ones
// first, or the people a name may mean, or the nearest names to an unknown one.
type Profile struct {
	name     string
	about    string
	card     *news.Card
	quotes   []news.Quote
	couldBe  []news.Card
	nearest  []news.Card
	elseSaid []news.Quote
}

// Name is the name as it was typed.
func (p Profile) Name() string { return p.name }

// About is the topic asked for, "" for everything.
func (p Profile) About() string { return p.about }

// Card is the speaker found, nil when the name is ambiguous or unknown.
func (p Profile) Card() *news.Card { return p.card }

// Quotes are the speaker's statements (on the topic, if one was given):
// direct quotations first, then those partly in the speaker's words, then
// paraphrases, each newest article first and in page order.
func (p Profile) Quotes() []news.Quote { return p.quotes }

// CouldBe lists whom an ambiguous name may mean.
func (p Profile) CouldBe() []news.Card { return p.couldBe }

// Nearest lists the names most like an unknown one.
func (p Profile) Nearest() []news.Card { return p.nearest }

// ElseSaid is, when a known speaker said nothing on the topic, what others did.
func (p Profile) ElseSaid() []news.Quote { return p.elseSaid }
