package bot

import "context"

func privacyCommand(c Config) Command {
	return Command{
		Name:        "privacy",
		Description: "What I keep about you, and for how long",
		Private:     true,
		Run: func(_ context.Context, r Request) (Message, error) {
			t := r.Tongue()
			l := newLayout(t, colourInfo, t.Say("What is kept about you"))
			switch {
			case c.Servers == nil:
				l.assert("Nothing that you ask or write is stored. Questions are answered and forgotten.")
			case r.Chosen.KeepsQuestions:
				l.assert("The questions asked here are kept for 30 days, each with your user ID and whether it was answered: this place has chosen so.")
				l.keepsOfYours(c)
			default:
				l.assert("Your questions are not stored here. They are answered and forgotten.")
				l.keepsOfYours(c)
			}
			l.say("In memory, and gone when the bot restarts: your user ID, to hold everybody to a fair pace, and the IDs of messages that have been answered, to answer each once.")
			l.say("Answers stand in Discord like any other message. The bot reads messages only where it is mentioned, replied to, written to directly, or pointed at from a message's Apps menu. For a question that goes on from an answer it reads that answer again, in a thread the last messages there.")
			if c.MessageContent {
				l.say("Discord sends this bot all messages, because whoever runs it has asked for them. It looks only at those in threads that it opened, and keeps none.")
			}
			if c.Model != "" {
				l.say("A language model, {model}, retells answers. It is sent the question and passages that may answer it, not who asks. What it replied is kept for 30 days, and how much of it you used for 2.", clip(plain(c.Model), 80))
			}
			if c.Embedding != "" {
				l.say("A second model, {model}, is sent every question and all articles, yours included, to find what says the same in other words. It is not told who asks.", clip(plain(c.Embedding), 80))
			}
			if c.Servers != nil {
				l.assert("/forget-me deletes all that is kept about you, at once.")
			}
			return l.message(), nil
		},
	}
}

// keepsOfYours tells what a bot keeps that can.
func (l *layout) keepsOfYours(c Config) {
	l.say("When you press 👍 or 👎 under an answer: your vote with your user ID, the place, the quotations shown, and your reason if you give one. Until you delete it.")
	l.say("When you add articles of your own, in direct messages or where only you use me: the articles and your settings for them. Until you remove them.")
	if c.Feeds != nil {
		l.say("When you watch somebody: the name, with your user ID. Until you stop it.")
	}
	l.say("For 15 minutes: the IDs of the messages and commands that were answered, so that a restart answers none twice.")
}
