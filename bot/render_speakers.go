package bot

import (
	"strings"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/phrases"
)

// renderProfile shows what a look-up found, from the statement with that index
// on: one speaker's words, or whom the name may mean, or the nearest names. The
// look-up's topic and article tell how to go on: by name where it had neither.
func renderProfile(t phrases.Tongue, p answer.Profile, look answer.LookUp, from int) Message {
	switch card := p.Card(); {
	case card != nil && from > 0 && from < len(p.Quotes()):
		return renderStatements(t, *card, p.Quotes(), look, from)
	case card != nil && len(p.Quotes()) > 0:
		return renderStatements(t, *card, p.Quotes(), look, 0)
	case card != nil:
		return renderSilent(t, *card, look.About, p.ElseSaid())
	case len(p.CouldBe()) > 0:
		l := newLayout(t, colourInfo, p.Name())
		l.assert("“{name}” could be:", clip(plain(p.Name()), 100))
		l.names(p.CouldBe())
		l.say("Ask again with the full name.")
		return l.message()
	}
	return renderUnknown(t, p)
}

// renderUnknown says that nobody of that name speaks, and who comes nearest.
func renderUnknown(t phrases.Tongue, p answer.Profile) Message {
	l := newLayout(t, colourAbstain, p.Name())
	l.assert("Nobody called “{name}” speaks in this library.", clip(plain(p.Name()), 100))
	if len(p.Nearest()) > 0 {
		l.say("The nearest names:")
		l.names(p.Nearest())
	}
	return l.message()
}

func renderStatements(t phrases.Tongue, card news.Card, quotes []news.Quote, look answer.LookUp, from int) Message {
	l := newLayout(t, colourAnswer, card.Name)
	l.titled(card)
	switch {
	case from > 0:
		l.say("From number {first} of {all}:", from+1, len(quotes))
	case look.About != "":
		l.say("About “{topic}”:", clip(plain(look.About), 200))
	default:
		l.say("{quoted}, {paraphrased}.", phrases.Counted(card.Direct, "{n} statement with their own words", "{n} statements with their own words"),
			phrases.Counted(card.Reported, "{n} paraphrase", "{n} paraphrases"))
	}
	m, shown := l.quotes(quotes[from:], false)
	last := from + shown
	if b, ok := moreFrom(t, card.Name, last); ok && look.About == "" && look.Article == "" && last < len(quotes) {
		b.Label = t.Say("Next")
		m.addButtons(b)
	} else if id := nextID(quotes[last:]); id != "" {
		m.addButtons(Button{t.Say("Next"), id})
	}
	return m
}

// titled adds the role of whom the card's title names, once for all quotations.
func (l *layout) titled(card news.Card) {
	l.whose = news.Speaker{Name: card.Name, Role: roleOf(card)}
	role, _ := fit(l.whose.Role, roomRole)
	l.add(role)
}

// renderSilent says that a known speaker said nothing on a topic, and what
// others did.
func renderSilent(t phrases.Tongue, card news.Card, about string, others []news.Quote) Message {
	l := newLayout(t, colourAbstain, card.Name)
	name := clip(plain(card.Name), roomName)
	if about == "" {
		l.assert("The articles name {name} but credit nothing to that name.", name)
	} else {
		l.assert("The articles credit {name} with nothing about “{topic}”.", name, clip(plain(about), 200))
	}
	if len(others) == 0 {
		return l.message()
	}
	l.assert("Said about it by others:")
	m, _ := l.quotes(others, true)
	return m
}

// renderSpeakers lists who speaks, as many as have room.
func renderSpeakers(t phrases.Tongue, cards []news.Card) Message {
	if len(cards) == 0 {
		l := newLayout(t, colourAbstain, t.Say("Who speaks in this library"))
		l.assert("Nobody yet: there are no statements in its articles.")
		return l.message()
	}
	l := newLayout(t, colourInfo, t.Say("Who speaks in this library"))
	l.names(cards)
	return l.message()
}

// names lists speakers on a line each and says how many had no room.
func (l *layout) names(cards []news.Card) {
	const spare = 200 // for what comes after the list
	var lines []string
	used := 0
	for i, c := range cards {
		line := nameLine(l.Tongue, c)
		if l.used+used+size(line)+1 > roomText-spare {
			lines = append(lines, l.Count(len(cards)-i, "and {n} more", "and {n} more"))
			break
		}
		used += size(line) + 1
		lines = append(lines, line)
	}
	l.add(strings.Join(lines, "\n"))
}

func nameLine(t phrases.Tongue, c news.Card) string {
	name, _ := fit(c.Name, roomName)
	line := "**" + name + "**"
	if role, _ := fit(roleOf(c), roomRole); role != "" {
		line += ", " + role
	}
	switch {
	case c.Reported == 0:
		return t.Say("{who}: {n} quoted", line, c.Direct)
	case c.Direct == 0:
		return t.Say("{who}: {n} paraphrased", line, c.Reported)
	}
	return t.Say("{who}: {quoted} quoted, {paraphrased} paraphrased", line, c.Direct, c.Reported)
}

// roleOf is the newest role that an article gives a speaker, "" for none.
func roleOf(c news.Card) string {
	if len(c.Roles) > 0 {
		return c.Roles[0].Role
	}
	return c.Role
}
