package answer

import (
	"context"
	"fmt"

	"onrecord/news"
	"onrecord/retrieval"
)

// How much is shown of who says what on a topic.
const (
	sidesArticles = 40
	maxSides      = 12
	maxSaid       = 3 // quotations of one side
)

// Sides is who says what on a topic.
type Sides struct {
	topic   string
	sides   []Side
	nearest []news.Quote
	without bool // a speaker is left out
}

// Side is one speaker's part in it.
type Side struct {
	Speaker news.Card
	// Quotes are the statements most on the topic, the best first.
	Quotes []news.Quote
}

// Topic is the topic as it was asked for.
func (s Sides) Topic() string { return s.topic }

// Sides lists the speakers, whoever is most on the topic first.
func (s Sides) Sides() []Side { return s.sides }

// Nearest is what comes closest where nobody speaks of the topic.
func (s Sides) Nearest() []news.Quote { return s.nearest }

// Sides tells who says what on a topic, q.Text, grouped by speaker. Errors wrap
// news.ErrBadInput when there is no topic to be read.
func (e *Engine) Sides(ctx context.Context, q news.Question) (Sides, error) {
	ctx = moment(ctx, e.lib)
	text, err := clean("topic", q.Text, MaxQuestion)
	if err != nil {
		return Sides{}, err
	}
	if len(retrieval.Terms(topic(text))) == 0 {
		return Sides{}, badInput("The topic is empty; type what it is about, such as ceasefire.")
	}
	r, err := e.roster(ctx, q.Library, q.Article)
	if err != nil {
		return Sides{}, err
	}
	in := &inquiry{asked: asked{Text: text, Topic: topic(text), Shape: WhoSaid}, library: q.Library, article: q.Article,
		bold: e.bold, cards: r.cards, roster: r, most: sidesArticles}
	if err := e.look(ctx, in, nil); err != nil {
		return Sides{}, fmt.Errorf("look for who speaks of %q: %w", text, err)
	}
	s := Sides{topic: text}
	all := in.candidates()
	for _, g := range in.bySpeaker(all) {
		if quotes := in.show(g.said); len(quotes) > 0 {
			s.sides = append(s.sides, Side{g.card, quotes})
		}
	}
	if len(s.sides) == 0 {
		s.nearest = in.show(in.close(all, nil))
	}
	return s, nil
}

// sayings are what one speaker says, best first.
type sayings struct {
	card news.Card
	said []candidate
}

// bySpeaker groups the statements that are on the topic, in the order of each
// speaker's best.
func (in *inquiry) bySpeaker(all []candidate) []sayings {
	var out []sayings
	at := map[string]int{}
	for _, c := range all {
		if c.st.Speaker == "" || c.st.Stance == news.Unsaid || !in.passes(c) {
			continue
		}
		card := in.cardOf(c.view, c.st.Speaker)
		if card == nil {
			continue
		}
		i, ok := at[card.ID]
		if !ok {
			if len(out) == maxSides {
				continue
			}
			i = len(out)
			at[card.ID] = i
			out = append(out, sayings{card: *card})
		}
		if g := &out[i]; len(g.said) < maxSaid && !overlapping(g.said, c) {
			g.said = append(g.said, c)
		}
	}
	return out
}

// cardOf is the library's card of an article's speaker, nil when it has none.
// The library may know the speaker by a fuller name than the article does.
func (in *inquiry) cardOf(v *view, id string) *news.Card {
	for i := range in.cards {
		if in.cards[i].ID == id {
			return &in.cards[i]
		}
	}
	for i := range in.cards {
		if in.roster.owners(in.cards[i:i+1]).own(v, id) {
			return &in.cards[i]
		}
	}
	return nil
}

type sideJSON struct {
	Speaker cardJSON    `json:"speaker"`
	Quotes  []quoteJSON `json:"quotes"`
}

// MarshalJSON gives the topic, the sides and, where there are none, the nearest.
func (s Sides) MarshalJSON() ([]byte, error) {
	sides := make([]sideJSON, 0, len(s.sides))
	for _, one := range s.sides {
		sides = append(sides, sideJSON{cardsJSON([]news.Card{one.Speaker})[0], quotesJSON(one.Quotes)})
	}
	return plainJSON(struct {
		Topic   string      `json:"topic"`
		Sides   []sideJSON  `json:"sides"`
		Nearest []quoteJSON `json:"nearest"`
	}{s.topic, sides, quotesJSON(s.nearest)})
}
