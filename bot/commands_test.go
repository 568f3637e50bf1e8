package bot_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/bot/discordtest"
	"onrecord/news"
)

const closure = "What did Varga say about the closure?"

func TestQuestions(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	said := []string{"Ilse Varga", "Paraphrase, not a direct quotation", "> Varga said the closure would last no longer than eighteen months.", "Paragraph 3", "Harbour city votes to close its old bridge", "14 March 2025"}

	t.Run("a mention gets a reply", func(t *testing.T) {
		asked := d.Send(discordtest.Post{Content: "@bot " + closure})
		m, err := d.Reply(t.Context(), asked.ID)
		if err != nil {
			t.Fatal(err)
		}
		wantText(t, m, said...)
		if len(m.Embeds) != 1 || m.Ephemeral() {
			t.Errorf("%d embeds, flags %d", len(m.Embeds), m.Flags)
		}
	})
	t.Run("ask", func(t *testing.T) {
		m := d.Slash("ask", "question", closure)
		wantText(t, m, said...)
		if m.Edits != 1 || m.Ephemeral() {
			t.Errorf("%d edits, flags %d; want a deferred public reply, edited once", m.Edits, m.Flags)
		}
	})
	t.Run("in a code block, and in bold", func(t *testing.T) {
		for _, m := range []discordtest.Message{d.Mention("```\n" + closure + "\n```"), d.Slash("ask", "question", "**"+closure+"**")} {
			wantAsked(t, m, closure)
		}
	})
	t.Run("a direct message needs no mention", func(t *testing.T) { wantText(t, d.DM(closure), said...) })
	t.Run("a reply to the bot", func(t *testing.T) {
		first := d.Mention(closure)
		wantText(t, d.Ask(discordtest.Post{Content: closure, ReplyTo: first.ID}), said...)
	})
	t.Run("a slash command in a direct message", func(t *testing.T) {
		p, err := d.Command(discordtest.Use{Direct: true}, "ask", "question", closure)
		if err != nil {
			t.Fatal(err)
		}
		wantText(t, d.Await(p), said...)
	})
	t.Run("a mention without words gets help", func(t *testing.T) { wantText(t, d.Mention(""), "/ask question", "/check words") })
	t.Run("an abstention looks different", func(t *testing.T) {
		m := d.Mention("What did Petra Oduya say about the ferry company?")
		wantText(t, m, "Nearest in the articles, but not an answer")
		if answered := d.Mention(closure); m.Embeds[0].Color == answered.Embeds[0].Color {
			t.Error("it has the colour of an answer")
		}
	})
	t.Run("words of a type newer than the library", func(t *testing.T) {
		m := d.Ask(discordtest.Post{Content: "@bot " + closure, Extra: map[string]any{
			"components": []any{map[string]any{"type": 20, "id": 1}, map[string]any{"type": 99}}}})
		wantText(t, m, said...)
	})
}

func TestSpeakers(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	t.Run("own words first", func(t *testing.T) {
		m := d.Slash("speaker", "name", "Varga")
		wantText(t, m, "“We will not wait for a girder to fall,”", "Direct quotation", "Paraphrase")
		if strings.Index(m.Text(), "Direct quotation") > strings.Index(m.Text(), "Paraphrase") {
			t.Error("the paraphrase comes first")
		}
	})
	t.Run("about", func(t *testing.T) {
		m := d.Slash("speaker", "name", "Varga", "about", "closure")
		wantText(t, m, "eighteen months")
	})
	t.Run("ambiguous", func(t *testing.T) {
		wantText(t, d.Slash("speaker", "name", "Tomas"), "could be", "Tomas Reil", "Tomas Lindqvist")
	})
	t.Run("unknown", func(t *testing.T) {
		wantText(t, d.Slash("speaker", "name", "Zebedee Krupp"), "Nobody called “Zebedee Krupp”")
	})
	t.Run("the list", func(t *testing.T) {
		wantText(t, d.Slash("speakers"), "**Ilse Varga**, Mayor", "Petra Oduya", "paraphrased")
	})
	t.Run("autocomplete", func(t *testing.T) {
		choices := d.Complete("speaker", "name", "var")
		if len(choices) != 1 || choices[0].Value != "Ilse Varga" || choices[0].Name != "Ilse Varga, Mayor" {
			t.Errorf("got %v", choices)
		}
		if all := d.Complete("check", "speaker", "tomas"); len(all) != 2 {
			t.Errorf("got %v", all)
		}
		if none := d.Complete("speaker", "name", "xyzzy"); len(none) != 0 {
			t.Errorf("got %v", none)
		}
	})
}

func TestOneArticleOfMany(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	choices := d.Complete("ask", "article", "harbour")
	if len(choices) != 1 || !strings.Contains(choices[0].Name, "Harbour city") {
		t.Fatalf("got %v", choices)
	}
	harbour := fmt.Sprint(choices[0].Value)
	for _, article := range []string{harbour, "harbour CITY"} {
		wantText(t, d.Slash("speakers", "article", article), "Ilse Varga")
		if text := d.Slash("speakers", "article", article).Text(); strings.Contains(text, "Quint") {
			t.Errorf("a speaker of another article is listed:\n%s", text)
		}
	}
	wantText(t, d.Slash("ask", "question", closure, "article", harbour), "eighteen months")
	hostile := d.Complete("speaker", "article", "nitro")
	if len(hostile) != 1 {
		t.Fatalf("got %v", hostile)
	}
	if m := d.Slash("ask", "question", closure, "article", fmt.Sprint(hostile[0].Value)); strings.Contains(m.Text(), "eighteen months") {
		t.Errorf("another article answers:\n%s", m.Text())
	}
	m := d.Slash("speaker", "name", "Varga", "article", "no such thing")
	wantText(t, m, "No article here fits “no such thing”")
	if !m.Ephemeral() {
		t.Error("others see it")
	}
}

func TestWhoElse(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	m := d.Click(d.Mention(closure), "Who else?")
	wantText(t, m, "Only Ilse Varga speaks of this", "eighteen months")
	if !m.Ephemeral() {
		t.Error("others see who else")
	}
	if long := d.Mention(closure + strings.Repeat(" please", 20)); slices.Contains(long.Buttons(), "Who else?") {
		t.Error("a question too long for a button's ID is in one")
	}
}

func TestChecks(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	for _, c := range []struct{ words, speaker, want string }{
		{"We will not wait for a girder to fall", "Varga", "Verbatim: these words stand in the articles, credited to Ilse Varga."},
		{"We will not wait for the girder to fall", "", "Nearly"},
		{"a gift to the ferry company", "Varga", "Said, but not by Ilse Varga"},
		{"a present to the ferry company", "Varga", "Nearly said, but not by Ilse Varga"},
		{"voted on Thursday to close the Long Bridge", "Varga", "do not credit them to Ilse Varga"},
		{"We will not wait for a girder to fall", "Zebedee Krupp", "Nobody called “Zebedee Krupp” speaks in this library."},
		{"the moon is made of cheese", "", "That does not mean that it was never said."},
	} {
		t.Run(c.words, func(t *testing.T) {
			options := []string{"words", c.words}
			if c.speaker != "" {
				options = append(options, "speaker", c.speaker)
			}
			wantText(t, d.Slash("check", options...), c.want)
		})
	}
	t.Run("the menu of a message", func(t *testing.T) {
		said := d.Send(discordtest.Post{Content: "did she really say “we will not wait for a girder to fall”? lol"})
		m := d.MessageCommand("Check this quote", said)
		wantText(t, m, "Verbatim")
		if !m.Ephemeral() || m.VisibleTo != discordtest.AdaID {
			t.Error("others see it")
		}
		wantText(t, d.MessageCommand("Check this quote", d.Send(discordtest.Post{Content: " "})), "no text that I could check")
	})
}

func TestAskAbout(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	const menu = "Ask about this"
	t.Run("an answer keeps its article", func(t *testing.T) {
		answered := d.Mention("What did Mallory Quint say about the garden show?")
		p, err := d.Menu(discordtest.Use{}, menu, answered.ID)
		m := d.Fill(p, err, closure)
		if strings.Contains(m.Text(), "eighteen months") || m.Ephemeral() {
			t.Errorf("another article answered, or in private:\n%s", m.Text())
		}
	})
	t.Run("any message", func(t *testing.T) {
		p, err := d.Menu(discordtest.Use{}, menu, d.Send(discordtest.Post{Content: "what about the bridge?"}).ID)
		wantText(t, d.Fill(p, err, closure), "eighteen months")
	})
}

func TestHelp(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	m := d.Slash("help")
	wantText(t, m, "/ask question", "/speaker name", "/speakers", "/check words", "Check this quote")
	if !m.Ephemeral() {
		t.Error("others see it")
	}
	if m := d.Slash("privacy"); !m.Ephemeral() || !strings.Contains(m.Text(), "Nothing that you ask or write is stored") {
		t.Errorf("got %s", m.Text())
	}
}

func TestQuestionsAreNotLogged(t *testing.T) {
	t.Parallel()
	d := run(t, asking(func(context.Context, news.Question) (answer.Answer, error) {
		return answer.Answer{}, errors.New("broken")
	}))
	d.Mention("Where does the zanzibar grow?")
	d.Slash("ask", "question", "Where does the zanzibar grow?")
	if strings.Contains(d.log.String(), "zanzibar") {
		t.Errorf("the log holds a question:\n%s", d.log.String())
	}
}

func TestButtons(t *testing.T) {
	t.Parallel()
	d := run(t, own(t))
	m := d.Mention(closure)
	check := func(t *testing.T) {
		t.Helper()
		context := d.Click(m, "Context")
		wantText(t, context, "**Varga said the closure would last no longer than eighteen months.**", "Paragraph 2:", "Paragraph 4:")
		if !context.Ephemeral() {
			t.Error("others see the context")
		}
		wantText(t, d.Click(m, "More from Ilse Varga"), "“We will not wait for a girder to fall,”")
	}
	check(t)
	d.stop()
	if err := d.ended(t); err != nil {
		t.Fatal(err)
	}
	again := start(t, d.T, own(t))
	d.ReadyAgain(2)
	check(t)
	// The article goes, the button stays.
	lib := again.config.Engine.(library)
	infos, err := lib.Articles(t.Context(), news.HomeLibrary)
	if err != nil {
		t.Fatal(err)
	}
	for _, a := range infos {
		if err := lib.Remove(t.Context(), news.HomeLibrary, a.ID); err != nil {
			t.Fatal(err)
		}
	}
	wantText(t, d.Click(m, "Context"), "no longer in the library")
}

func TestNextAndPages(t *testing.T) {
	t.Parallel()
	d := run(t, own(t))
	var page strings.Builder
	page.WriteString("# Council hears the harbour master\n\nPublished 2 June 2025\n\nThe council met on Monday.\n\n")
	for _, what := range []string{"dredging", "cranes", "pilots", "fog", "lamps", "buoys", "ropes", "tides"} {
		fmt.Fprintf(&page, "\"The harbour needs new rules for %s before the winter comes,\" harbour master Odile Brandvold said.\n\n", what)
	}
	d.add(t, "master.md", page.String())
	m := d.Slash("speaker", "name", "Brandvold")
	wantText(t, m, "dredging", "fog")
	if strings.Contains(m.Text(), "tides") {
		t.Fatal("everything is on one page")
	}
	m = d.Click(m, "Next")
	wantText(t, m, "From number 5 of 8", "lamps", "tides")
	if slices.Contains(m.Buttons(), "Next") {
		t.Error("there is nothing after the last page")
	}
	m = d.Slash("ask", "question", "What did Brandvold say about rules for the winter?")
	if slices.Contains(m.Buttons(), "Next") {
		wantText(t, d.Click(m, "Next"), "before the winter comes")
	}
}

func TestFailuresAreToldPrivately(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		name string
		ask  func(ctx context.Context, q news.Question) (answer.Answer, error)
		want string
	}{
		{"fails", func(context.Context, news.Question) (answer.Answer, error) {
			return answer.Answer{}, errors.New("disk on fire at /secret/path")
		}, "Something went wrong"},
		{"panics", func(context.Context, news.Question) (answer.Answer, error) { panic("oh no") }, "Something went wrong"},
		{"times out", func(ctx context.Context, _ news.Question) (answer.Answer, error) {
			<-ctx.Done()
			return answer.Answer{}, ctx.Err()
		}, "took too long"},
		{"does not heed its context", func(ctx context.Context, _ news.Question) (answer.Answer, error) {
			<-t.Context().Done() // ends with the whole test
			return answer.Answer{}, nil
		}, "took too long"},
		{"bad input", func(context.Context, news.Question) (answer.Answer, error) {
			return answer.Answer{}, fmt.Errorf("%w: the question has no words", news.ErrBadInput)
		}, "the question has no words"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := run(t, func(cfg *bot.Config) {
				asking(c.ask)(cfg)
				if strings.Contains(c.want, "too long") {
					cfg.QuestionTime = 100 * time.Millisecond
				}
			})
			m := d.Slash("ask", "question", "Who?")
			wantText(t, m, c.want)
			if !m.Ephemeral() || strings.Contains(m.Text(), "secret") {
				t.Errorf("flags %d: %s", m.Flags, m.Text())
			}
			for _, m := range d.BotMessages() {
				if !m.Ephemeral() {
					t.Errorf("a public message is left: %q", m.Text())
				}
			}
			wantText(t, d.Mention("Who?"), c.want)
		})
	}
}

func TestWhatIsNotForTheBot(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	d.Send(discordtest.Post{Content: "nothing to see"})
	d.Send(discordtest.Post{Content: "@bot " + closure, ByBot: true})
	d.Send(discordtest.Post{Content: "@bot " + closure, User: discordtest.BotID})
	d.Send(discordtest.Post{Content: "@bot " + closure, Extra: map[string]any{"webhook_id": "9"}})
	d.Send(discordtest.Post{Content: "@bot pinned", Extra: map[string]any{"type": 6}})
	d.Dispatch("MESSAGE_CREATE", json.RawMessage(`{}`))
	d.Dispatch("MESSAGE_CREATE", json.RawMessage(`{"id":7,"author":"odd"}`))
	d.Dispatch("INTERACTION_CREATE", json.RawMessage(`{"type":2}`))
	d.Dispatch("SOMETHING_NEW", json.RawMessage(`[1]`))
	wantText(t, d.Mention(closure), "eighteen months")
	answers := slices.DeleteFunc(d.BotMessages(), func(m discordtest.Message) bool { return m.ReplyTo == "" })
	if len(answers) != 1 {
		t.Errorf("%d answers, want one", len(answers))
	}
}

func TestOnceEach(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	d.Ask(discordtest.Post{Content: "@bot " + closure, Times: 3})
	p, err := d.Command(discordtest.Use{Times: 3}, "ask", "question", closure)
	if err != nil {
		t.Fatal(err)
	}
	d.Await(p)
	d.Mention("") // what came before has been taken by now
	d.stop()
	if err := d.ended(t); err != nil {
		t.Fatal(err)
	}
	if n := len(d.BotMessages()); n != 3 {
		t.Errorf("%d messages, want 3", n)
	}
}

func TestStaleInteractionsAreDropped(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	if _, err := d.Command(discordtest.Use{Age: 5 * time.Minute}, "ask", "question", closure); err != nil {
		t.Fatal(err)
	}
	wantText(t, d.Slash("ask", "question", closure), "eighteen months")
	callbacks := 0
	for _, r := range d.Requests() {
		if strings.HasSuffix(r.Path, "/callback") {
			callbacks++
		}
	}
	if callbacks != 1 {
		t.Errorf("%d first replies were sent, want 1", callbacks)
	}
}

func TestSkewedClock(t *testing.T) {
	t.Parallel()
	for name, by := range map[string]time.Duration{"ours is slow": time.Hour, "ours is fast": -time.Hour} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			srv := discordtest.New(t)
			srv.Advance(by)
			d := start(t, srv, nil)
			d.Ready()
			wantText(t, d.Slash("ask", "question", closure), "eighteen months")
			if _, err := d.Command(discordtest.Use{Age: 5 * time.Minute}, "ask", "question", closure); err != nil {
				t.Fatal(err)
			}
			wantText(t, d.Slash("ask", "question", closure), "eighteen months")
			if n := len(d.BotMessages()); n != 2 {
				t.Errorf("%d messages, want 2: what is five minutes old is too late", n)
			}
		})
	}
}

func TestBusy(t *testing.T) {
	t.Parallel()
	entered, release := make(chan struct{}), make(chan struct{})
	d := run(t, func(c *bot.Config) {
		c.Questions = 1
		asking(func(ctx context.Context, q news.Question) (answer.Answer, error) {
			close(entered)
			<-release
			return answer.Answer{}, nil
		})(c)
	})
	first, err := d.Command(discordtest.Use{}, "ask", "question", "Who?")
	if err != nil {
		t.Fatal(err)
	}
	<-entered
	m := d.Slash("ask", "question", "And who else?")
	wantText(t, m, "as many questions as I can handle")
	if !m.Ephemeral() {
		t.Error("others see it")
	}
	wantText(t, d.Mention("And who else?"), "as many questions as I can handle")
	close(release)
	wantText(t, d.Await(first), "do not say")
}

func TestPaceOfAUser(t *testing.T) {
	t.Parallel()
	d := run(t, func(c *bot.Config) { c.PaceBurst, c.PaceEvery = 1, time.Hour })
	d.Slash("ask", "question", closure)
	wantText(t, d.Mention(closure), "faster than I can read")
	m := d.Slash("ask", "question", closure)
	wantText(t, m, "faster than I can read. Try again in")
	if !m.Ephemeral() {
		t.Error("others see it")
	}
	d.Send(discordtest.Post{Content: "@bot " + closure}) // not told again
	p, err := d.Command(discordtest.Use{User: "777777777777777777"}, "ask", "question", closure)
	if err != nil {
		t.Fatal(err)
	}
	wantText(t, d.Await(p), "eighteen months")
	d.stop()
	if err := d.ended(t); err != nil {
		t.Fatal(err)
	}
	if n := len(d.BotMessages()); n != 4 {
		t.Errorf("%d messages, want two answers, one refusal in the channel and one in private", n)
	}
}

func TestHostileArticlesAndQuestions(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	for _, m := range []discordtest.Message{
		d.Slash("speaker", "name", "Mallory Quint"),
		d.Mention("What did Mallory Quint say about the garden show?"),
		d.Slash("ask", "question", "@everyone <@555555555555555555> [x](https://evil.example) # who?"),
		d.Slash("check", "words", "||@here|| discord.gg/abcdef `x`"),
		d.Slash("speaker", "name", "<@&1> **bold**"),
	} {
		for _, bad := range []string{"<@", "](https://evil", "discord.gg/", "||now", "||@", "<t:", "<:ok", "\u202e", " @everyone", "**bold**", "`x`", "https://evil"} {
			if strings.Contains(m.Text(), bad) {
				t.Errorf("%q stands in\n%s", bad, m.Text())
			}
		}
	}
}

func TestLongQuestionsAndAnswers(t *testing.T) {
	t.Parallel()
	d := run(t, own(t))
	d.add(t, "long.md", "# Long\n\nPublished 3 May 2025\n\n\""+strings.Repeat("The orchard 🍎 of the valley *never* slept, 他说了, ", 120)+"and that is all,\" farmer Bo Ansel said.\n")
	m := d.Slash("ask", "question", "What did Bo Ansel say about the orchard?")
	wantText(t, m, "orchard", `\[…\]`, "shortened here")
	d.Slash("ask", "question", strings.TrimSpace(strings.Repeat("why? ", 200)))
	d.DM(strings.Repeat("🍎", 2000))
	wantText(t, d.Click(m, "Context"), "orchard")
}

func TestRequestsFailAndAreRepeated(t *testing.T) {
	t.Parallel()
	for _, f := range []discordtest.Fault{
		{Status: 429, RetryAfter: 0.05},
		{Status: 429, RetryAfter: 0.05, Global: true},
		{Status: 429, RetryAfter: 0.05, HTML: true},
		{Status: 500},
		{Status: 502},
		{Status: 503},
		{Status: 0},
	} {
		t.Run(fmt.Sprintf("%+v", f), func(t *testing.T) {
			t.Parallel()
			d := run(t, nil)
			for _, path := range []string{"/messages", "/callback", "/@original"} {
				f := f
				f.Path, f.Times = path, 1
				d.Fail(f)
			}
			wantText(t, d.Slash("ask", "question", closure), "eighteen months")
			wantText(t, d.Mention(closure), "eighteen months")
			if n := len(d.BotMessages()); n != 2 {
				t.Errorf("%d messages, want 2", n)
			}
		})
	}
}

func TestLibraryOfAServer(t *testing.T) {
	t.Parallel()
	asked := make(chan string, 3)
	d := run(t, func(c *bot.Config) {
		c.Servers = nowhere{}
		asking(func(_ context.Context, q news.Question) (answer.Answer, error) {
			asked <- q.Library
			return answer.Answer{}, nil
		})(c)
	})
	d.Mention("Who?")
	d.Slash("ask", "question", "Who?")
	d.DM("Who?")
	for _, want := range []string{"server-" + discordtest.GuildID, "server-" + discordtest.GuildID, "user-" + discordtest.AdaID} {
		if got := <-asked; got != want {
			t.Errorf("library %q, want %q", got, want)
		}
	}
}

func TestDescriptionIsUsed(t *testing.T) {
	if os.Getenv("DISCORD_OPENAPI") == "" {
		t.Skip("DISCORD_OPENAPI does not name Discord's OpenAPI description: requests are checked against the built-in limits only")
	}
}

// nowhere is a place that has chosen nothing and asks its own library alone.
type nowhere struct{ bot.Servers }

func (nowhere) Library(_ context.Context, place string, _ bool) (string, error) { return place, nil }

func (nowhere) Preferences(context.Context, string, ...string) (map[string]string, error) {
	return nil, nil
}
