package answer

import (
	"onrecord/news"
	"onrecord/speakers"
)

// forCountry lists who is asked about with the name of a country or of the seat
// of its government: those found by the name, and after them whoever holds an
// office of it. The answer names each official; it never credits the country
// with their words. A name that is a person's is left alone.
func (r *roster) forCountry(typed string, found []news.Card) []news.Card {
	country, ok := speakers.Country(typed)
	if !ok {
		return found
	}
	for _, c := range found {
		if c.Kind == news.Person {
			return found // "the Kremlin" found its spokesperson
		}
	}
	out := append([]news.Card(nil), found...)
	for _, c := range r.cards {
		if len(out) == maxOfficials {
			break
		}
		if c.Kind == news.Country && c.Name == country && len(found) == 0 || speakers.SpeaksFor(c.Speaker, country) {
			if !has(out, c) {
				out = append(out, c)
			}
		}
	}
	return out
}

// maxOfficials bounds how many speakers a country is looked for in.
const maxOfficials = 20

// has tells whether a card is in a list.
func has(cards []news.Card, c news.Card) bool {
	for _, have := range cards {
		if have.ID == c.ID {
			return true
		}
	}
	return false
}

// oneVoice keeps, for a question whether something was said, what the speaker
// of the best statement said: what another of those asked about said beside it
// is no part of a yes or no.
func (in *inquiry) oneVoice(cs []candidate, best candidate) []candidate {
	if in.Shape != DidSay {
		return cs
	}
	var out []candidate
	for _, c := range cs {
		if c.st.Speaker == best.st.Speaker {
			out = append(out, c)
		}
	}
	return out
}
