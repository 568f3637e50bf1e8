package main

import "strconv"

// hears reads whether the bot asks Discord for the words of all messages, so that
// people need not mention it in its own threads.
func (s *settings) hears() bool {
	const name = "ONRECORD_MESSAGE_CONTENT"
	text := s.getenv(name)
	if text == "" {
		return false
	}
	on, err := strconv.ParseBool(text)
	if err != nil {
		s.complain("%s is %q: use true or false", name, text)
	}
	return on
}
