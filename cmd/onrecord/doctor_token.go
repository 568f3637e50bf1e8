package main

import (
	"regexp"
	"strings"
)

// mistaken tells what a token that can't be one probably is, "" when it looks
// like one. It repeats nothing of it.
func mistaken(token string) string {
	looks := func(pattern string) bool { return regexp.MustCompile(pattern).MatchString(token) }
	switch {
	case looks(`^(?i:Bot )?[\w-]{10,}\.[\w-]+\.[\w-]{10,}$`):
		return ""
	case looks(`^\d{17,20}$`):
		return "it is an ID of Discord's, such as the application's, not a bot's token"
	case looks(`^[0-9a-f]{64}$`):
		return "it is the application's public key, not the bot's token"
	case looks(`^[\w-]{32}$`):
		return "it is the application's client secret, not the bot's token"
	case strings.ContainsAny(token, "\"'<> \t"):
		return "it has quotation marks, brackets or blanks in it, which no token has"
	}
	return "it is not three parts with dots between them, as every bot's token is"
}
