package bot

import (
	"strings"

	"onrecord/phrases"
)

// renderHelp explains the bot with its commands, a line each, and an example.
func renderHelp(t phrases.Tongue, list []Command, x example) Message {
	l := newLayout(t, colourInfo, "On Record")
	l.say("I answer questions about the news articles in this library with the articles' own words: who said them, whether they are a direct quotation or a paraphrase, and where they stand. What the articles don't say, I don't answer.")
	if t != (phrases.Tongue{}) {
		l.say("The articles are in English, and so should your questions be. Quotations, names and titles are shown as they were printed.")
	}
	l.say("Mention me with a question, write to me directly, or use a command:")
	var lines []string
	for _, c := range list {
		lines = append(lines, c.line(t))
	}
	l.add(strings.Join(lines, "\n"))
	l.say("To go on from an answer, reply to it and mention me, or press Ask more. Such a question may be short, like “and what about Russia?”")
	l.add("**" + t.Say("For example, here:") + "**\n" + x.lines(t))
	return l.message()
}

// line says in one line how a command is used and what it does.
func (c Command) line(t phrases.Tongue) string {
	if c.Menu {
		return "**" + harmless(t.Say(c.Name)) + "**: " + harmless(t.Say("in the Apps menu of a message"))
	}
	usage := "/" + commandName(t, c.Name)
	for _, o := range c.Options {
		name := optionName(t, c.Name, o.Name)
		if !o.Required {
			name = "[" + name + "]"
		}
		usage += " " + name
	}
	var subs []string
	for _, s := range c.Subs {
		subs = append(subs, optionName(t, c.Name, s.Name))
	}
	if len(subs) > 0 {
		usage += " " + strings.Join(subs, " | ")
	}
	return "**" + harmless(usage) + "**: " + harmless(t.Say(c.Description))
}

// lines are the example's questions, each in a block quote.
func (x example) lines(t phrases.Tongue) string {
	use := func(command, option, value string) string {
		return "/" + commandName(t, command) + " " + optionName(t, command, option) + ": " + value
	}
	lines := []string{x.question(), use("speaker", "name", x.speaker), use("sides", "topic", x.topic)}
	if x.words != "" {
		lines = append(lines, use("check", "words", x.words))
	}
	for i, line := range lines {
		lines[i] = "> " + isolateWords(harmless(line))
	}
	return strings.Join(lines, "\n")
}

// commandName is a command's name in a language, as Discord shows it.
func commandName(t phrases.Tongue, name string) string {
	return strings.TrimPrefix(t.Say("/"+name), "/")
}

// optionName is the name of an option, or of a subcommand, in a language.
func optionName(t phrases.Tongue, command, name string) string {
	key := "/" + command + " " + name
	if said := t.Say(key); said != key {
		return said
	}
	return name
}
