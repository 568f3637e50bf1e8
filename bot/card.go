package bot

import (
	"strings"

	"onrecord/news"
	"onrecord/phrases"
)

// Room in a card, in code points, each below Discord's limit (256, 4096, 2048,
// and 6000 for all cards of a message together), so that a card of this size is
// never refused.
const (
	roomTitle  = 240
	roomText   = 4000
	roomFooter = 400
)

// Colours differ by outcome; the words always say the same.
const (
	colourAnswer  = 0x2E7D32 // green: answered, verbatim
	colourAlmost  = 0xF9A825 // yellow: nearly these words
	colourWarning = 0xE65100 // orange: said by someone else, a paraphrase
	colourAbstain = 0x607D8B // grey: the articles don't say
	colourInfo    = 0x1565C0 // blue: lists, help
	colourError   = 0xB71C1C // red: something went wrong
)

// layout fills one card, block by block, and refuses what has no room. Its own
// sentences are in the asker's language.
type layout struct {
	phrases.Tongue
	card   Card
	blocks []string
	used   int
	whose  news.Speaker // whom the title names, with the role below it; zero for nobody
}

// newLayout starts a card; the title is plain text.
func newLayout(t phrases.Tongue, colour int, title string) *layout {
	l := &layout{Tongue: t, card: Card{Colour: colour}}
	l.card.Title, _ = fit(title, roomTitle)
	return l
}

// add puts a block under the last one, with a blank line between, and tells
// whether there was room for it.
func (l *layout) add(block string) bool {
	if block == "" {
		return true
	}
	need := size(block) + 2
	if l.used+need > roomText {
		return false
	}
	l.used += need
	l.blocks = append(l.blocks, block)
	return true
}

// say adds a sentence of the bot's own, whatever its arguments hold.
func (l *layout) say(english string, args ...any) {
	l.add(isolateWords(harmless(l.Say(english, args...))))
}

// assert adds a sentence of the bot's own in bold: the answer, or why there is none.
func (l *layout) assert(english string, args ...any) { l.prose(l.Say(english, args...)) }

// footer sets the line under the card. Discord reads no markdown there, so
// nothing can be escaped; a blank of no width parts what might look like a
// mention.
func (l *layout) footer(text string) {
	l.card.Footer = isolateWords(clip(strings.ReplaceAll(plain(text), "@", "@\u200b"), roomFooter))
}

// message returns the card as a message.
func (l *layout) message() Message {
	l.card.Text = strings.Join(l.blocks, "\n\n")
	return Message{Cards: []Card{l.card}}
}
