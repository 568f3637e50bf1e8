package bot

import (
	"context"
	"strconv"

	"onrecord/answer"
)

// Settings are what a place has chosen. The zero value is the usual.
type Settings struct {
	// Boldness is nil for the program's own.
	Boldness *answer.Boldness
	// Role is that of members who may manage the articles besides managers, ""
	// for none.
	Role string
	// HidesShared keeps the articles that all servers share out of the answers.
	HidesShared bool
	// KeepsQuestions stores what is asked, for a while.
	KeepsQuestions bool
	// Language is that of what is said to nobody in particular and to whom nothing
	// tells the language of, as Discord writes it; "" for English.
	Language string
	// Article is the one that the channel asks unless another is named, "" for all.
	Article string
	// own is that of the channel by itself, whatever the one that it is in asks,
	// and some tells that a channel of the place may ask one article.
	own  string
	some bool
}

// The names of preferences in the store.
const (
	preferBoldness  = "boldness"
	preferRole      = "role"
	preferShared    = "shared articles"
	preferQuestions = "questions"
	preferLanguage  = "language"
	preferArticle   = "article in "          // and a channel
	preferSome      = "articles of channels" // whether there may be such a channel
)

const (
	hidden = "hidden" // shared articles
	kept   = "kept"   // questions
)

// settings reads what a place has chosen, for a channel of it.
func settings(ctx context.Context, s Servers, place, channel string) (Settings, error) {
	chosen, err := s.Preferences(ctx, place, preferBoldness, preferRole, preferShared, preferQuestions, preferLanguage, preferSome, preferArticle+channel)
	if err != nil {
		return Settings{}, err
	}
	out := Settings{
		Role:           chosen[preferRole],
		HidesShared:    chosen[preferShared] == hidden,
		KeepsQuestions: chosen[preferQuestions] == kept,
		Language:       chosen[preferLanguage],
		own:            chosen[preferArticle+channel],
		some:           chosen[preferSome] != "",
	}
	if out.own != allArticles {
		out.Article = out.own
	}
	if b, err := strconv.ParseFloat(chosen[preferBoldness], 64); err == nil {
		bold := answer.Boldness(b)
		out.Boldness = &bold
	}
	return out, nil
}
