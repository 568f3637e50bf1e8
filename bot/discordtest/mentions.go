package discordtest

import (
	"regexp"
	"slices"
	"strings"
)

// allowedMentions is the part of a request that says who may be notified.
type allowedMentions struct {
	Parse       []string `json:"parse"`
	Users       []string `json:"users"`
	Roles       []string `json:"roles"`
	RepliedUser bool     `json:"replied_user"`
}

var (
	userMention = regexp.MustCompile(`<@!?(\d+)>`)
	roleMention = regexp.MustCompile(`<@&(\d+)>`)
)

// pings tells whom content notifies. Without allowed_mentions a message
// notifies all whom it names, an interaction's reply only users; embeds notify
// nobody. repliedTo is the author of the message replied to, "" for none.
func pings(content string, allowed *allowedMentions, interaction bool, repliedTo string) []string {
	if allowed == nil {
		allowed = &allowedMentions{Parse: []string{"users"}, RepliedUser: true}
		if !interaction {
			allowed.Parse = []string{"users", "roles", "everyone"}
		}
	}
	var out []string
	add := func(who string) {
		if !slices.Contains(out, who) {
			out = append(out, who)
		}
	}
	if slices.Contains(allowed.Parse, "everyone") && (strings.Contains(content, "@everyone") || strings.Contains(content, "@here")) {
		add("everyone")
	}
	for _, m := range userMention.FindAllStringSubmatch(content, -1) {
		if slices.Contains(allowed.Parse, "users") || slices.Contains(allowed.Users, m[1]) {
			add("user:" + m[1])
		}
	}
	for _, m := range roleMention.FindAllStringSubmatch(content, -1) {
		if slices.Contains(allowed.Parse, "roles") || slices.Contains(allowed.Roles, m[1]) {
			add("role:" + m[1])
		}
	}
	if repliedTo != "" && allowed.RepliedUser {
		add("user:" + repliedTo)
	}
	return out
}
