package bot

import (
	"regexp"
	"strings"
)

// secretPath matches the parts of Discord's addresses that let whoever reads
// them speak as the bot: the tokens of interactions and webhooks.
var secretPath = regexp.MustCompile(`(interactions|webhooks)/([^/\s"']+)/[^/\s"'?]+`)

// scrub takes secrets out of text that goes into errors and logs.
func scrub(text, token string) string {
	if token != "" {
		text = strings.ReplaceAll(text, token, "[token]")
	}
	return secretPath.ReplaceAllString(text, "$1/$2/[token]")
}
