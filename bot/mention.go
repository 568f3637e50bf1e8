package bot

import (
	"context"
	"strings"

	"onrecord/news"
)

// answerMention answers a message to the bot; one without words gets help.
func answerMention(ctx context.Context, a Asker, list []Command, r Request) (Message, error) {
	if r.Text == "" {
		return renderHelp(r.Tongue(), list), nil
	}
	return ask(ctx, a, r.Tongue(), news.Question{Text: r.Text, Library: r.Library})
}

// words are the words of a message to the bot, the mention of it taken out.
func words(content, bot string) string {
	content = strings.NewReplacer("<@"+bot+">", " ", "<@!"+bot+">", " ").Replace(content)
	return strings.Join(strings.Fields(content), " ")
}
