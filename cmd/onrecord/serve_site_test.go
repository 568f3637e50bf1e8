package main

import (
	"context"
	"fmt"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"
	"time"

	"onrecord/bot/discordtest"
	"onrecord/store"
)

// TestSite is a visit from beginning to end: a page is posted and added, asked
// about and quoted with a link that lands, found edited; its outlet is followed
// and tells what is new; somebody is watched.
func TestSite(t *testing.T) {
	site := t.TempDir()
	for name, text := range sitePages {
		if err := os.WriteFile(filepath.Join(site, name), []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	pages := httptest.NewServer(serveFolder(site))
	t.Cleanup(pages.Close)
	srv := discordtest.New(t)
	db := filepath.Join(t.TempDir(), "library.db")
	env := map[string]string{"DISCORD_TOKEN": discordtest.Token, "ONRECORD_DB": db, "ONRECORD_FETCH_ALLOW": "127.0.0.1", "ONRECORD_LOG": "debug"}
	var out, log syncBuffer
	s, err := newSettings(func(name string) string { return env[name] })
	if err != nil {
		t.Fatal(err)
	}
	p := &program{console: console{in: strings.NewReader(""), out: &out, err: &log}, settings: s, home: s.home(), tick: 50 * time.Millisecond}
	ctx, stop := context.WithCancel(t.Context())
	done := make(chan error, 1)
	go func() { done <- (&serveCommand{client: srv.Client()}).Run(ctx, p) }()
	t.Cleanup(func() {
		stop()
		if err := <-done; err != nil {
			t.Error(err)
		}
		if t.Failed() {
			t.Log(log.String())
		}
	})
	srv.Ready()

	visit := &transcript{t: t, site: pages.URL}
	manager := discordtest.Use{Permissions: discordtest.ManageServer}
	asks := 0
	slash := func(command string, options ...string) discordtest.Message {
		t.Helper()
		asks++ // one person alone would be asking too fast
		by := manager
		by.User = fmt.Sprint(7000 + asks)
		pending, err := srv.Command(by, command, options...)
		if err != nil {
			t.Fatal(err)
		}
		m := ended(t, srv, srv.Await(pending))
		visit.add("/"+command+" "+strings.Join(options, " "), m)
		return m
	}

	posted := srv.Send(discordtest.Post{Content: "Have you read " + pages.URL + "/ferry.html, all of it?"})
	pending, err := srv.Menu(manager, "Add this article", posted.ID)
	if err != nil {
		t.Fatal(err)
	}
	visit.add("Add this article", ended(t, srv, srv.Await(pending)))
	asked := srv.Mention("What did Ilse Varga say about the bolts?")
	visit.add("What did Ilse Varga say about the bolts?", asked)
	landing := regexp.MustCompile(regexp.QuoteMeta(pages.URL) + `/ferry\.html#:~:text=[^)\s]+`).FindString(asked.Text())
	if landing == "" {
		t.Fatalf("no link that lands in the answer:\n%s", asked.Text())
	}
	if u, err := url.Parse(landing); err != nil || !strings.Contains(u.Fragment, "We%20have") && !strings.Contains(u.EscapedFragment(), "We%20have") {
		t.Errorf("the link does not land at the words: %s", landing)
	}

	if err := os.WriteFile(filepath.Join(site, "ferry.html"), []byte(strings.Replace(sitePages["ferry.html"], "every bolt that was worn", "nearly every bolt", 1)), 0o600); err != nil {
		t.Fatal(err)
	}
	slash("article check", "article", "Ferry to sail")
	slash("feed add", "address", pages.URL, "announce", "true", "speaker", "Oduya")
	slash("feed list")
	slash("watch speaker", "name", "Petra Oduya")
	slash("watch list")

	// The outlet has something new. Nobody waits half an hour for it here.
	if err := os.WriteFile(filepath.Join(site, "feed.xml"), []byte(siteNews), 0o600); err != nil {
		t.Fatal(err)
	}
	other, err := store.Open(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { other.Close() })
	if err := other.PollNow(t.Context(), "", time.Now()); err != nil {
		t.Fatal(err)
	}
	visit.add("(the feed)", waitFor(t, srv, "Clock runs late"))
	slash("feed keep", "articles", "300", "days", "30")
	slash("feed remove", "feed", pages.URL+"/feed.xml")
	visit.compare("testdata/site.golden")
}

// waitFor waits for a message of the bot's own accord with some words.
func waitFor(t *testing.T, srv *discordtest.T, words string) discordtest.Message {
	t.Helper()
	var found discordtest.Message
	becomes(t, func() bool {
		for _, m := range srv.Messages() {
			if m.Author.ID == discordtest.BotID && m.ReplyTo == "" && strings.Contains(m.Text(), words) {
				found = m
				return true
			}
		}
		return false
	})
	return found
}

// ended is a message when nothing goes on any more: what takes long on a slow
// machine is shown on its way, with a button that cancels it.
func ended(t *testing.T, srv *discordtest.T, m discordtest.Message) discordtest.Message {
	t.Helper()
	becomes(t, func() bool {
		for _, now := range srv.Messages() {
			if now.ID == m.ID {
				m = now
			}
		}
		return !slices.Contains(m.Buttons(), "Cancel")
	})
	return m
}

// transcript is what was asked and said, for comparison.
type transcript struct {
	t    *testing.T
	site string
	text strings.Builder
}

// articleIDs are lines that hold nothing else; they depend on the site's port.
var articleIDs = regexp.MustCompile(`(?m)^[a-z2-7]{8}$`)

func (v *transcript) add(asked string, m discordtest.Message) {
	text := strings.ReplaceAll(asked+"\n"+m.Text(), v.site, "SITE")
	text = strings.ReplaceAll(text, strings.TrimPrefix(v.site, "http://"), "SITE")
	text = articleIDs.ReplaceAllString(text, "ARTICLE")
	fmt.Fprintf(&v.text, "> %s\n\n", strings.ReplaceAll(text, "\n", "\n  "))
}

func (v *transcript) compare(golden string) {
	v.t.Helper()
	if *update {
		if err := os.WriteFile(golden, []byte(v.text.String()), 0o644); err != nil {
			v.t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		v.t.Fatal(err)
	}
	if string(want) != v.text.String() {
		v.t.Errorf("the visit differs from %s; got:\n%s", golden, v.text.String())
	}
}

const siteNews = `<?xml version="1.0"?><rss version="2.0"><channel><title>The Kelmar Gazette</title><link>SITE/</link>
<item><title>Clock runs late</title><link>SITE/late.html</link></item>
<item><title>Market moves indoors</title><link>SITE/market.html</link></item>
<item><title>Town hall keeps its clock</title><link>SITE/clock.html</link></item>
</channel></rss>`

// sitePages is a small outlet; SITE stands for its address.
var sitePages = map[string]string{
	"index.html": `<html><head><title>The Kelmar Gazette</title><link rel="alternate" type="application/rss+xml" href="/feed.xml"></head><body><p>News of Kelmar.</p></body></html>`,
	"feed.xml": `<?xml version="1.0"?><rss version="2.0"><channel><title>The Kelmar Gazette</title><link>SITE/</link>
<item><title>Market moves indoors</title><link>SITE/market.html</link></item>
<item><title>Town hall keeps its clock</title><link>SITE/clock.html</link></item></channel></rss>`,
	"ferry.html": siteArticle("Ferry to sail again from Monday",
		"The ferry between Kelmar and Vindholm will sail again from Monday, the harbour office announced after three weeks of repairs to the hull and to the engine of the ship.",
		"“We have replaced every bolt that was worn,” said Ilse Varga, the harbour master, who had ordered the ship into the dock after an inspection in the first days of March.",
		"Varga said that passengers would pay no more than before, and that the timetable would stay as it was through the winter and into the next spring."),
	"clock.html": siteArticle("Town hall keeps its clock",
		"The clock of the town hall will not be sold, the council of Kelmar decided on Wednesday evening after a debate that took longer than the clock had last run without a repair.",
		"“A town that sells its clock has no time left,” said Petra Oduya, the mayor, to the applause of the few people who were still sitting in the gallery at that hour.",
		"Oduya said the repair would be paid for by the people of the town, two crowns each, and that it would be finished before the first snow of the winter."),
	"late.html": siteArticle("Clock runs late",
		"The clock of the town hall runs nine minutes late since it was repaired, readers of this newspaper have noticed, and the trams of Kelmar with it, as their drivers go by it.",
		"“Nine minutes are nothing to a clock of that age,” said Petra Oduya, the mayor, when she was asked on the steps of the town hall whether it would be repaired once more.",
		"Bruno Castell, the clockmaker, said he would come again before the end of the year, and that nobody would have to pay another crown for what he had not done well enough."),
	"market.html": siteArticle("Market moves indoors",
		"The Saturday market of Kelmar moves into the old tram shed for the winter, its forty traders agreed, since wind from the harbour had overturned three stalls in November alone.",
		"“Nobody buys cheese in a storm,” said Lee Moss, who has sold it on the square for thirty years, and who was the first to put his name on the list of those in favour."),
}

func siteArticle(title string, paragraphs ...string) string {
	return `<html lang="en"><head><title>` + title + `</title><meta property="og:title" content="` + title + `"></head><body><nav><a href="/">Home</a></nav><article><h1>` + title +
		"</h1>\n<p>" + strings.Join(paragraphs, "</p>\n<p>") + "</p></article></body></html>"
}
