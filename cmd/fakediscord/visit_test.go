package main

import (
	"flag"
	"os"
	"testing"

	"onrecord/articles"
	"onrecord/bot/discordtest"
)

var update = flag.Bool("update", false, "take the README's picture anew")

// TestVisit goes through a whole visit: installing, asking, an honest no, a
// speaker, a check, the context, feedback. With -update it takes the picture of it
// that the README shows.
func TestVisit(t *testing.T) {
	t.Parallel()
	page, err := articles.Files.ReadFile("2016-09-29-russia-syria-aleppo.txt")
	if err != nil {
		t.Fatal(err)
	}
	web, discord := visit(t, "2016-09-29-russia-syria-aleppo.txt", page)
	here := discord.AddChannel(discordtest.GuildID, "the-news")
	say := func(words, answer string) message {
		t.Helper()
		do(t, web, action{Do: "send", Channel: here, Text: words})
		return until(t, web, answer)
	}
	press := func(m message, button, answer string) message {
		t.Helper()
		if status, why := do(t, web, action{Do: "press", Channel: here, Message: m.ID, Name: button}); status != 200 {
			t.Fatalf("%s: %s", button, why)
		}
		return until(t, web, answer)
	}
	slash := func(answer, name string, options ...string) message {
		t.Helper()
		if status, why := do(t, web, action{Do: "slash", Channel: here, Name: name, Options: options}); status != 200 {
			t.Fatalf("/%s: %s", name, why)
		}
		return until(t, web, answer)
	}
	discord.Send(discordtest.Post{Channel: here, Content: "I have just added On Record with its invite link. Let’s see."})
	asked := say("@bot What did Ryabkov say about a 48-hour ceasefire?", "48-hour ceasefire")
	press(asked, "Context", "Context: paragraph")
	say("@bot What did Kirby say about a 48-hour ceasefire?", "credits John Kirby")
	slash("de facto support for terrorism", "speaker", "name", "Ryabkov", "about", "terrorism")
	slash("thinly", "check", "words", "thinly disguised invitations", "speaker", "Kirby")
	press(asked, "👍 Helpful", "Thank you")
	b := browse(t, web.URL+"/?picture&look=dark&channel="+here, 860)
	b.Shows("Thank you")
	if *update {
		if err := os.WriteFile("../../docs/visit.png", b.Picture(true), 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
