package bot_test

import (
	"strings"
	"testing"

	"onrecord/bot/discordtest"
)

// TestVisits keeps how a whole visit reads in languages that differ as much as
// they can: with one plural and with three, with cases and with none.
func TestVisits(t *testing.T) {
	t.Parallel()
	for _, locale := range []string{"en-US", "es-419", "fr", "de", "pt-BR", "ru", "uk"} {
		t.Run(locale, func(t *testing.T) {
			t.Parallel()
			d := run(t, quarrel(t))
			var said transcript
			use := func(name string, options ...string) discordtest.Message {
				t.Helper()
				p, err := d.Command(discordtest.Use{Locale: locale}, name, options...)
				if err != nil {
					t.Fatal(err)
				}
				m := d.Await(p)
				said.add("Ada", "/"+strings.Join(append([]string{name}, options...), " "), m)
				return m
			}
			use("ask", "question", closure)
			use("ask", "question", "What did Petra Oduya say about the ferry company?")
			use("ask", "question", "What did Zebedee Krupp say?")
			use("speaker", "name", "Varga", "about", "girder")
			use("speaker", "name", "Tomas")
			use("speakers", "article", "harbour")
			use("timeline", "name", "Varga", "about", "quarry")
			use("sides", "topic", "quarry")
			use("sides", "topic", "volcanoes")
			use("check", "words", "We will never wait for a girder to fall", "speaker", "Varga")
			use("check", "words", "a gift to the ferry company", "speaker", "Varga")
			use("check", "words", "nobody ever said these words")
			use("speakers", "article", "no such thing")
			said.golden(t, "visit-"+locale)
		})
	}
}

// TestButtonsSpeakTheirPressersTongue: an answer in one language has a button
// that somebody else presses.
func TestButtonsSpeakTheirPressersTongue(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	m := d.Slash("ask", "question", closure)
	p, err := d.Press(discordtest.Use{Locale: "fr"}, m.ID, "Context")
	if err != nil {
		t.Fatal(err)
	}
	wantText(t, d.Await(p), "Contexte\u00a0: paragraphe", "Paraphrase, pas une citation directe")
}

// TestMentionsAreAnsweredInTheServersLanguage: a mention does not tell its
// author's language, so the server's counts; a command tells, and counts more.
func TestMentionsAreAnsweredInTheServersLanguage(t *testing.T) {
	t.Parallel()
	d, _ := serving(t, nil)
	wantText(t, d.Mention(closure), "Paraphrase, not a direct quotation")
	wantText(t, d.use(t, manager, "settings", "language", "fr"), "Language of answers to mentions", "Français")
	wantText(t, d.Mention(closure), "Paraphrase, pas une citation directe")
	wantText(t, d.Slash("ask", "question", closure), "Paraphrase, not a direct quotation")
}
