package bot

import (
	"context"
	"slices"

	"onrecord/phrases"
)

// Tongue is the language to answer in: the asker's, for a public answer too.
// Messages don't tell theirs and are answered in the language that the place has
// set, else in English.
func (r Request) Tongue() phrases.Tongue { return phrases.For(r.Locale) }

// tongueOf is the language that a library's place has set, for what nobody there
// has just asked.
func (b *Bot) tongueOf(ctx context.Context, library string) phrases.Tongue {
	if b.config.Servers == nil {
		return phrases.Tongue{}
	}
	chosen, err := b.config.Servers.Preferences(ctx, library, preferLanguage)
	if err != nil {
		b.log.WarnContext(ctx, "the language of a place could not be read", "error", err)
	}
	return phrases.For(chosen[preferLanguage])
}

// languages are those that a place may set, each called as it calls itself, which
// needs no translation.
var languages = []Choice{
	{Name: "English", Value: "en-US"},
	{Name: "Español", Value: "es-ES"},
	{Name: "Français", Value: "fr"},
	{Name: "Deutsch", Value: "de"},
	{Name: "Português (Brasil)", Value: "pt-BR"},
	{Name: "Русский", Value: "ru"},
	{Name: "Українська", Value: "uk"},
}

// languageName is what a language calls itself; English is the usual one.
func languageName(locale string) string {
	i := slices.IndexFunc(languages, func(c Choice) bool { return c.Value == locale })
	return languages[max(i, 0)].Name
}
