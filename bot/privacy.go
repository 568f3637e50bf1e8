package bot

import "context"

func privacyCommand() Command {
	return Command{
		Name:        "privacy",
		Description: "What this bot keeps about you, and for how long",
		Private:     true,
		Run: func(_ context.Context, r Request) (Message, error) {
			t := r.Tongue()
			l := newLayout(t, colourInfo, t.Say("What is kept about you"))
			l.assert("Nothing that you ask or write is stored. Questions are answered and forgotten.")
			l.say("In memory, and gone when the bot restarts: your user ID, to hold everybody to a fair pace, and the IDs of messages that have been answered, to answer each once.")
			l.say("Answers stand in Discord like any other message. The bot reads messages only where it is mentioned, replied to, written to directly, or pointed at from a message’s Apps menu.")
			return l.message(), nil
		},
	}
}
