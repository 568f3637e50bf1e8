package bot

import "onrecord/phrases"

// renderHelp explains the bot with its commands.
func renderHelp(t phrases.Tongue, list []Command) Message {
	l := newLayout(t, colourInfo, "On Record")
	l.say("I answer questions about the news articles in this library with the articles’ own words: who said them, whether they are a direct quotation or a paraphrase, and where they stand. What the articles don’t say, I don’t answer.")
	l.say("Mention me with a question, write to me directly, or use a command:")
	for _, c := range list {
		if c.Menu {
			l.say("{name}, in the Apps menu of a message", t.Say(c.Name))
			continue
		}
		usage := "/" + c.Name
		for _, o := range c.Options {
			if o.Required {
				usage += " " + o.Name
			} else {
				usage += " [" + o.Name + "]"
			}
		}
		l.add("**" + harmless(usage) + "**\n" + t.Say(c.Description))
	}
	l.say("For example: {question}", "“What did Ryabkov say about a 48-hour ceasefire?”")
	return l.message()
}
