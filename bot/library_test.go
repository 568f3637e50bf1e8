package bot_test

import (
	"fmt"
	"strings"
	"testing"

	"onrecord/bot"
	"onrecord/bot/discordtest"
	"onrecord/news"
)

const (
	aboutCherries = "What did Bo Ansel say about the cherries?"
	aboutTram     = "What did Noor Haddad say about the tram?"
)

// TestServersKeepApart: two servers and a person ask their own articles and the
// shared one, never each other's, whichever way they ask.
func TestServersKeepApart(t *testing.T) {
	t.Parallel()
	d, s := serving(t, nil)
	d.adds(t, manager, "orchard.md", orchard)
	d.adds(t, elsewise, "tram.md", tram)
	mine := d.use(t, elsewise, "article list")

	for _, c := range []struct {
		name, question, want string
		use                  discordtest.Use
		there                bool
	}{
		{"own article", aboutCherries, "half of the cherries", manager, true},
		{"the other server's", aboutTram, "in spring", manager, false},
		{"the shared one", closure, "eighteen months", manager, true},
		{"own article, other server", aboutTram, "in spring", elsewise, true},
		{"the other server's, other server", aboutCherries, "half of the cherries", elsewise, false},
		{"the shared one, other server", closure, "eighteen months", elsewise, true},
		{"a server's, in direct messages", aboutCherries, "half of the cherries", direct, false},
		{"the shared one, in direct messages", closure, "eighteen months", direct, true},
		{"a server's, where the bot is only somebody's", aboutCherries, "half of the cherries", discordtest.Use{Own: true}, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			m := d.use(t, c.use, "ask", "question", c.question)
			if got := strings.Contains(m.Text(), c.want); got != c.there {
				t.Errorf("%q shown: %v\n%s", c.want, got, m.Text())
			}
		})
	}
	t.Run("by mention", func(t *testing.T) {
		wantText(t, d.Ask(discordtest.Post{Content: "@bot " + aboutTram, Server: otherServer}), "in spring")
		if m := d.Ask(discordtest.Post{Content: "@bot " + aboutTram}); strings.Contains(m.Text(), "in spring") {
			t.Errorf("the other server's article is shown:\n%s", m.Text())
		}
	})
	t.Run("completions", func(t *testing.T) {
		for _, c := range []struct{ option, typed, want string }{{"name", "a", "Bo Ansel"}, {"article", "", "cherries"}} {
			choices := fmt.Sprint(d.Complete("speaker", c.option, c.typed))
			if !strings.Contains(choices, c.want) || strings.Contains(choices, "Noor") || strings.Contains(choices, "Tram") {
				t.Errorf("%s: %s", c.option, choices)
			}
		}
	})
	t.Run("buttons that somebody carries over", func(t *testing.T) {
		m := d.use(t, elsewise, "ask", "question", aboutTram)
		at := manager
		at.Channel = discordtest.ChannelID // as if it stood in the first server
		wantText(t, d.press(t, at, m, "Context"), "no longer in the library")
	})
	t.Run("by ID", func(t *testing.T) {
		id := idIn(t, mine, "Tram line")
		wantText(t, d.use(t, manager, "ask", "question", aboutTram, "article", id), "No article here fits")
		wantText(t, d.use(t, manager, "article show", "article", id), "No article here fits")
		wantText(t, d.use(t, manager, "article remove", "article", id), "No article here fits")
	})
	t.Run("by an address that no article has", func(t *testing.T) {
		wantText(t, d.use(t, manager, "ask", "question", aboutTram, "article", "https://gazette.example/trams"), "/article add")
	})
	if infos, err := s.Articles(t.Context(), news.ServerLibrary(otherServer)); err != nil || len(infos) != 1 {
		t.Errorf("the other server has %v, %v", infos, err)
	}
}

// idIn finds an article's ID in a list: the line below its title.
func idIn(t *testing.T, list discordtest.Message, title string) string {
	t.Helper()
	_, after, found := strings.Cut(list.Text(), title)
	lines := strings.Split(after, "\n")
	if !found || len(lines) < 2 {
		t.Fatalf("%q is not in\n%s", title, list.Text())
	}
	return strings.Fields(lines[1])[0]
}

func TestOwnArticles(t *testing.T) {
	t.Parallel()
	d, _ := serving(t, nil)
	t.Run("of a person, in direct messages", func(t *testing.T) {
		d.adds(t, direct, "orchard.md", orchard)
		wantText(t, d.use(t, direct, "ask", "question", aboutCherries), "half of the cherries")
		wantText(t, d.DM(aboutCherries), "half of the cherries")
		wantText(t, d.use(t, direct, "article list"), "Frost takes half", "Harbour city", "shared by all servers", "1 to 2 of 2")
		if m := d.use(t, discordtest.Use{Direct: true, User: bob}, "ask", "question", aboutCherries); strings.Contains(m.Text(), "half of the cherries") {
			t.Errorf("another person is shown it:\n%s", m.Text())
		}
		wantText(t, d.use(t, discordtest.Use{Own: true}, "ask", "question", aboutCherries), "half of the cherries")
		if m := d.use(t, manager, "ask", "question", aboutCherries); strings.Contains(m.Text(), "half of the cherries") {
			t.Errorf("a server that has the bot is shown it:\n%s", m.Text())
		}
	})
	t.Run("added twice, changed, and what is no article", func(t *testing.T) {
		d.adds(t, manager, "tram.md", tram)
		attach := func(name, text string) string { return d.Attach(name, "text/plain", []byte(text)).ID }
		wantText(t, d.use(t, manager, "article add", "file", attach("tram.md", tram)), "is here already, word for word")
		wantText(t, d.use(t, manager, "article add", "file", attach("empty.txt", " ")), `empty\.txt is empty`)
		wantText(t, d.use(t, manager, "article add"), "Attach a file")
		big := d.use(t, manager, "article add", "file", attach("big.txt", strings.Repeat("word ", 3<<20)))
		wantText(t, big, `“big\.txt” has 15 MB; I read files of up to 10 MB.`)
	})
	t.Run("shown", func(t *testing.T) {
		wantText(t, d.use(t, member, "article show", "article", "tram"), "Tram line to the airport is late again", "1 paragraph · 1 speaker · 1 statement", "Noor Haddad", "9 June 2025")
	})
	t.Run("completed by words and without accents", func(t *testing.T) {
		for typed, want := range map[string]int{"airp tram": 1, "TRÁM": 1, "harbour tram": 0, "": 2} {
			p, err := d.Type(manager, "article show", "article", typed)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := p.Choices(t.Context()); err != nil || len(got) != want {
				t.Errorf("%q completes to %v, %v; want %d", typed, got, err, want)
			}
		}
	})
}

func TestWhoMayManageArticles(t *testing.T) {
	t.Parallel()
	d, _ := serving(t, nil)
	file := d.Attach("tram.md", "text/plain", []byte(tram)).ID
	const refused = "Only members who may manage the server, or have the role"
	wantText(t, d.use(t, member, "article add", "file", file), refused)
	wantText(t, d.use(t, curator, "article add", "file", file), refused)
	wantText(t, d.use(t, manager, "settings", "role", curators), "<@&"+curators+">")
	wantText(t, d.use(t, member, "article add", "file", file), refused)
	wantText(t, d.use(t, curator, "article add", "file", file), "can be asked now")
	wantText(t, d.use(t, member, "article remove", "article", "tram"), refused)
	wantText(t, d.use(t, member, "article use", "article", "tram"), refused)
	asked := d.use(t, manager, "article remove", "article", "tram")
	wantText(t, d.press(t, member, asked, "Remove it"), refused)
	wantText(t, d.use(t, member, "article list"), "Tram line")

	wantText(t, d.use(t, manager, "settings", "role", discordtest.GuildID), "everybody")
	wantText(t, d.use(t, member, "article use"), "asked of all articles")
	wantText(t, d.use(t, manager, "settings", "reset", "role"), "only members who may manage the server")
	wantText(t, d.use(t, curator, "article use"), refused)
	if _, err := d.Command(member, "settings"); err == nil {
		t.Error("Discord shows /settings to members")
	}
	admin := discordtest.Use{Permissions: discordtest.Administrator}
	wantText(t, d.use(t, admin, "settings"), "How I work here")
}

func TestRemoveAsksFirst(t *testing.T) {
	t.Parallel()
	d, s := serving(t, nil)
	d.adds(t, manager, "tram.md", tram)
	answer := d.use(t, manager, "ask", "question", aboutTram)
	count := func() int {
		infos, err := s.Articles(t.Context(), news.ServerLibrary(discordtest.GuildID))
		if err != nil {
			t.Fatal(err)
		}
		return len(infos)
	}
	asked := d.use(t, manager, "article remove", "article", "tram")
	wantText(t, asked, "Remove “Tram line to the airport is late again”, 9 June 2025, with all its versions?")
	if !asked.Ephemeral() || count() != 1 {
		t.Errorf("others see the question, or it did not wait: %d articles", count())
	}
	kept := d.press(t, manager, asked, "Keep it")
	wantText(t, kept, "Nothing was deleted")
	if len(kept.Buttons()) != 0 || kept.ID != asked.ID {
		t.Errorf("the question stays beside its answer: %q", kept.Buttons())
	}
	gone := d.press(t, manager, d.use(t, manager, "article remove", "article", "tram"), "Remove it")
	wantText(t, gone, "is removed")
	if count() != 0 {
		t.Error("it is still there")
	}
	for _, label := range []string{"Context", "More from Noor Haddad"} {
		m := d.press(t, manager, answer, label)
		if !m.Ephemeral() || strings.Contains(m.Text(), "Something went wrong") {
			t.Errorf("%s of a removed article: %s", label, m.Text())
		}
	}
	wantText(t, d.press(t, manager, answer, "Context"), "That article is no longer in the library")
	wantText(t, d.use(t, manager, "article remove", "article", "harbour"), "is shared by all servers and can't be removed here")
}

func TestHiddenAndShown(t *testing.T) {
	t.Parallel()
	d, _ := serving(t, nil)
	wantText(t, d.use(t, manager, "settings", "shared", "false"), "Changed", "not used here")
	if m := d.use(t, manager, "ask", "question", closure); strings.Contains(m.Text(), "eighteen months") {
		t.Errorf("a hidden article is shown:\n%s", m.Text())
	}
	wantText(t, d.use(t, manager, "article list"), "There are no articles here")
	wantText(t, d.use(t, elsewise, "ask", "question", closure), "eighteen months")
	d.adds(t, manager, "tram.md", tram)
	wantText(t, d.use(t, manager, "ask", "question", aboutTram), "in spring")
	wantText(t, d.use(t, manager, "settings", "reset", "all"), "used here, too")
	wantText(t, d.use(t, manager, "ask", "question", closure), "eighteen months")
}

func TestArticleOfAChannel(t *testing.T) {
	t.Parallel()
	d, s := serving(t, nil)
	d.adds(t, manager, "tram.md", tram)
	channel := d.AddChannel(discordtest.GuildID, "trams")
	in := manager
	in.Channel = channel
	wantText(t, d.use(t, in, "article use", "article", "tram"), "Questions in this channel are asked of “Tram line")
	hidden := func(u discordtest.Use, question string, options ...string) bool {
		m := d.use(t, u, "ask", append([]string{"question", question}, options...)...)
		return !strings.Contains(m.Text(), "eighteen months")
	}
	for _, c := range []struct {
		name, question string
		use            discordtest.Use
		options        []string
		hidden         bool
	}{
		{"in the channel", closure, in, nil, true},
		{"in another channel", closure, manager, nil, false},
		{"another article by its option", closure, in, []string{"article", "harbour"}, false},
		{"another article in the question", "What did Varga say about the closure in the article about the harbour city?", in, nil, false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got := hidden(c.use, c.question, c.options...); got != c.hidden {
				t.Errorf("kept to the channel's article: %v, want %v", got, c.hidden)
			}
			m := d.use(t, c.use, "ask", append([]string{"question", c.question}, c.options...)...)
			if said := strings.Contains(m.Text(), "In this channel I ask only “Tram line"); said != c.hidden {
				t.Errorf("says that it is: %v, want %v\n%s", said, c.hidden, m.Text())
			}
		})
	}
	infos, err := s.Articles(t.Context(), news.ServerLibrary(discordtest.GuildID))
	if err != nil || len(infos) != 1 {
		t.Fatal(infos, err)
	}
	if err := s.Remove(t.Context(), news.ServerLibrary(discordtest.GuildID), infos[0].ID); err != nil {
		t.Fatal(err)
	}
	if hidden(in, closure) {
		t.Error("an article that is gone is still the only one asked")
	}
	wantText(t, d.use(t, in, "article use"), "asked of all articles")
}

func TestBoldnessOfAServer(t *testing.T) {
	t.Parallel()
	d, _ := serving(t, nil)
	wantText(t, d.use(t, manager, "settings"), "as usual", "not kept", "used here, too")
	wantText(t, d.use(t, manager, "settings", "boldness", "0.2"), "cautious: only when nearly certain")
	wantText(t, d.use(t, elsewise, "settings"), "as usual")
	wantText(t, d.use(t, manager, "ask", "question", closure), "eighteen months")
	wantText(t, d.use(t, manager, "settings", "reset", "boldness"), "as usual")
	wantText(t, d.use(t, direct, "settings", "role", curators), "There are no roles here")
	wantText(t, d.use(t, direct, "settings", "boldness", "0.8"), "bold: whenever something fits")
}

// TestListTurnsPages: lists of any length are shown a page at a time.
func TestListTurnsPages(t *testing.T) {
	t.Parallel()
	d, s := serving(t, nil)
	for n := range 23 {
		page := strings.Replace(tram, "Tram line", fmt.Sprintf("Tram line %02d", n), 1)
		if _, err := s.Add(t.Context(), news.ServerLibrary(discordtest.GuildID), bot.Source{Name: "tram.md", Data: []byte(page)}); err != nil {
			t.Fatal(err)
		}
	}
	m := d.use(t, member, "article list")
	wantText(t, m, "1 to 10 of 24")
	if got := strings.Join(m.Buttons(), " "); got != "Next" {
		t.Errorf("buttons %q", got)
	}
	m = d.press(t, member, m, "Next")
	wantText(t, m, "11 to 20 of 24")
	m = d.press(t, member, m, "Next")
	wantText(t, m, "21 to 24 of 24", "shared by all servers")
	if got := strings.Join(m.Buttons(), " "); got != "Back" {
		t.Errorf("buttons %q", got)
	}
	wantText(t, d.press(t, member, m, "Back"), "11 to 20 of 24")
}
