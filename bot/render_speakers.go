package bot

import (
	"fmt"
	"strings"

	"onrecord/answer"
	"onrecord/news"
)

// renderProfile shows what a look-up found, from the statement with that index
// on: one speaker's words, or whom the name may mean, or the nearest names. The
// look-up's topic and article tell how to go on: by name where it had neither.
func renderProfile(p answer.Profile, look answer.LookUp, from int) Message {
	switch card := p.Card(); {
	case card != nil && from > 0 && from < len(p.Quotes()):
		return renderStatements(*card, p.Quotes(), look, from)
	case card != nil && len(p.Quotes()) > 0:
		return renderStatements(*card, p.Quotes(), look, 0)
	case card != nil:
		return renderSilent(*card, look.About, p.ElseSaid())
	case len(p.CouldBe()) > 0:
		l := newLayout(colourInfo, p.Name())
		l.prose("“" + clip(plain(p.Name()), 100) + "” could be:")
		l.names(p.CouldBe())
		l.add("Ask again with the full name.")
		return l.message()
	}
	return renderUnknown(p)
}

// renderUnknown says that nobody of that name speaks, and who comes nearest.
func renderUnknown(p answer.Profile) Message {
	l := newLayout(colourAbstain, p.Name())
	l.prose("Nobody called “" + clip(plain(p.Name()), 100) + "” speaks in this library.")
	if len(p.Nearest()) > 0 {
		l.add("The nearest names:")
		l.names(p.Nearest())
	}
	return l.message()
}

func renderStatements(card news.Card, quotes []news.Quote, look answer.LookUp, from int) Message {
	l := newLayout(colourAnswer, card.Name)
	role, _ := fit(roleOf(card), roomRole)
	l.add(role)
	tally := fmt.Sprintf("%s, %s.", count(card.Direct, "statement with their own words", "statements with their own words"), count(card.Reported, "paraphrase", "paraphrases"))
	if look.About != "" {
		topic, _ := fit(look.About, 200)
		tally = "About “" + topic + "”:"
	}
	if from > 0 {
		tally = fmt.Sprintf("From number %d of %d:", from+1, len(quotes))
	}
	l.add(tally)
	m, shown := l.quotes(quotes[from:], false)
	last := from + shown
	if b, ok := moreFrom(card.Name, last); ok && look.About == "" && look.Article == "" && last < len(quotes) {
		b.Label = "Next"
		m.addButtons(b)
	} else if id := nextID(quotes[last:]); id != "" {
		m.addButtons(Button{"Next", id})
	}
	return m
}

// renderSilent says that a known speaker said nothing on a topic, and what
// others did.
func renderSilent(card news.Card, about string, others []news.Quote) Message {
	l := newLayout(colourAbstain, card.Name)
	if about == "" {
		l.prose("The articles name " + card.Name + " but credit nothing to them.")
	} else {
		l.prose("The articles credit " + card.Name + " with nothing about “" + clip(plain(about), 200) + "”.")
	}
	if len(others) == 0 {
		return l.message()
	}
	l.add("**Said about it by others:**")
	m, _ := l.quotes(others, true)
	return m
}

// renderSpeakers lists who speaks, as many as have room.
func renderSpeakers(cards []news.Card) Message {
	if len(cards) == 0 {
		l := newLayout(colourAbstain, "Who speaks in this library")
		l.prose("Nobody yet: there are no statements in its articles.")
		return l.message()
	}
	l := newLayout(colourInfo, "Who speaks in this library")
	l.names(cards)
	return l.message()
}

// names lists speakers on a line each and says how many had no room.
func (l *layout) names(cards []news.Card) {
	const spare = 200 // for what comes after the list
	var lines []string
	used := 0
	for i, c := range cards {
		line := nameLine(c)
		if l.used+used+size(line)+1 > roomText-spare {
			lines = append(lines, fmt.Sprintf("and %d more", len(cards)-i))
			break
		}
		used += size(line) + 1
		lines = append(lines, line)
	}
	l.add(strings.Join(lines, "\n"))
}

func nameLine(c news.Card) string {
	name, _ := fit(c.Name, roomName)
	line := "**" + name + "**"
	if role, _ := fit(roleOf(c), roomRole); role != "" {
		line += ", " + role
	}
	return line + fmt.Sprintf(": %d quoted, %d paraphrased", c.Direct, c.Reported)
}

// roleOf is the newest role that an article gives a speaker, "" for none.
func roleOf(c news.Card) string {
	if len(c.Roles) > 0 {
		return c.Roles[0].Role
	}
	return c.Role
}

// count writes a number with its noun.
func count(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return fmt.Sprintf("%d %s", n, many)
}
