package main

import "context"

// checkIntents holds the intents that the bot asks for against the portal's.
func checkIntents(_ context.Context, e *examination) finding {
	if f, no := e.unasked(); no {
		return f
	}
	set, err := e.p.settings.discord()
	switch {
	case err != nil || !set.hears:
		return fine("none that needs Discord's leave is asked for")
	case !e.bot.Content:
		return trouble("at "+portal+" choose your application, Bot, and switch on Message Content Intent; or unset ONRECORD_MESSAGE_CONTENT",
			"ONRECORD_MESSAGE_CONTENT asks for the words of all messages, which Discord does not give this bot: it would refuse to connect")
	}
	return fine("Message Content is asked for and switched on")
}
