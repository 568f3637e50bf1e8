package bot_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"onrecord/bot"
	"onrecord/bot/discordtest"
	"onrecord/changes"
	"onrecord/news"
)

// feeds is what a bot follows, in memory.
type feeds struct {
	list    []bot.FeedState
	watches []news.Watch
	report  changes.Report
	pinned  string
	kept    [2]int
}

func (f *feeds) Follow(_ context.Context, one news.Feed) (news.Feed, bool, error) {
	one.ID, one.Title = news.FeedID(one.Address), "The *Kelmar* Gazette @everyone"
	for i, old := range f.list {
		if old.ID == one.ID {
			f.list[i].Feed = one
			return one, true, nil
		}
	}
	f.list = append(f.list, bot.FeedState{Feed: one})
	return one, false, nil
}
func (f *feeds) Feeds(context.Context, string) ([]bot.FeedState, error) { return f.list, nil }
func (f *feeds) Unfollow(_ context.Context, _, id string) error {
	f.list = nil
	return nil
}
func (f *feeds) Keep(_ context.Context, _ string, articles, days int) error {
	if articles < 1 {
		return errors.Join(news.ErrBadInput)
	}
	f.kept = [2]int{articles, days}
	return nil
}
func (f *feeds) Watch(_ context.Context, w news.Watch) error {
	f.watches = append(f.watches, w)
	return nil
}
func (f *feeds) Watches(context.Context, string) ([]news.Watch, error) { return f.watches, nil }
func (f *feeds) Unwatch(_ context.Context, _, id string) error {
	f.watches = nil
	return nil
}
func (f *feeds) Check(context.Context, string, string) (changes.Report, error) { return f.report, nil }
func (f *feeds) Pin(_ context.Context, _, id string) error                     { f.pinned = id; return nil }

func TestFeedCommands(t *testing.T) {
	t.Parallel()
	f := &feeds{}
	d, _ := serving(t, func(c *bot.Config) { c.Feeds = f })
	address := []string{"address", "https://news.example/feed"}
	wantText(t, d.use(t, discordtest.Use{}, "feed add", address...), "Only members who may manage the server")
	m := d.use(t, manager, "feed add", append(address, "announce", "true", "word", "ferry")...)
	wantText(t, m, "from now on", "ferry", "post its new articles in this channel")
	if len(f.list) != 1 || f.list[0].Channel != discordtest.ChannelID || f.list[0].Word != "ferry" || !strings.HasPrefix(f.list[0].Library, "server-") {
		t.Fatalf("followed %+v", f.list)
	}
	wantText(t, d.use(t, manager, "feed add", address...), "already")
	f.list[0].Problem = "The site asks to be left alone."
	wantText(t, d.use(t, discordtest.Use{}, "feed list"), "Gazette", "asks to be left alone")
	wantText(t, d.use(t, manager, "feed keep", "articles", "many", "days", "3"), "as numbers")
	wantText(t, d.use(t, manager, "feed keep", "articles", "300", "days", "0"), "latest 300 articles")
	if f.kept != [2]int{300, 0} {
		t.Errorf("kept %v", f.kept)
	}
	wantText(t, d.use(t, manager, "feed remove", "feed", "https://none.example"), "not followed here")
	wantText(t, d.use(t, manager, "feed remove", "feed", f.list[0].ID), "no longer follow")
	wantText(t, d.use(t, manager, "feed list"), "Nothing is followed here")
}

func TestWatchCommands(t *testing.T) {
	t.Parallel()
	f := &feeds{}
	d, _ := serving(t, func(c *bot.Config) { c.Feeds = f })
	wantText(t, d.use(t, discordtest.Use{}, "watch speaker", "name", "Ilse Varga"), "Only members who may manage the server")
	wantText(t, d.use(t, discordtest.Use{}, "watch speaker", "name", "Ilse Varga", "private", "true"), "I send you")
	if w := f.watches[0]; w.Channel != "" || w.Person != discordtest.AdaID || time.Until(w.Due) < 23*time.Hour {
		t.Errorf("a private watch: %+v", w)
	}
	wantText(t, d.use(t, discordtest.Use{User: "42"}, "watch list"), "Nobody is watched here")
	wantText(t, d.use(t, discordtest.Use{}, "watch list"), "Ilse Varga", "to you alone")
	wantText(t, d.use(t, discordtest.Use{}, "watch stop", "name", "ilse varga"), "no longer watch")
	wantText(t, d.use(t, discordtest.Use{}, "watch stop", "name", "ilse varga"), "Nobody of that name")
}

// A digest goes to the person who asked, with what is new of the speaker; where
// that is nothing, nothing is sent.
func TestDigest(t *testing.T) {
	t.Parallel()
	started := make(chan *bot.Bot, 1)
	d := run(t, func(c *bot.Config) { c.Started = func(b *bot.Bot) { started <- b } })
	b := <-started
	infos, err := d.config.Pages.Articles(t.Context(), news.HomeLibrary)
	if err != nil {
		t.Fatal(err)
	}
	var came []news.Shelved
	for _, i := range infos {
		came = append(came, news.Shelved{Article: i.Ref})
	}
	before := len(d.BotMessages())
	for _, name := range []string{"Nobody Atall", "Ilse Varga"} {
		w := news.Watch{Library: news.HomeLibrary, ID: "w" + name, Speaker: name, Person: discordtest.AdaID}
		for range 2 { // sent twice: told once
			if err := b.SendDigest(t.Context(), w, came); err != nil {
				t.Fatal(err)
			}
		}
	}
	sent := d.BotMessages()[before:]
	if len(sent) != 1 || sent[0].Channel != discordtest.DMChannelID {
		t.Fatalf("%d messages were sent: %+v", len(sent), sent)
	}
	wantText(t, sent[0], "New from Ilse Varga", "“We will not wait for a girder to fall,”", "Direct quotation")
}

func TestCheckArticle(t *testing.T) {
	t.Parallel()
	f := &feeds{}
	d, _ := serving(t, func(c *bot.Config) { c.Feeds = f })
	d.adds(t, manager, "orchard.md", orchard)
	for _, c := range []struct {
		report changes.Report
		want   []string
	}{
		{changes.Report{Standing: changes.StillThere}, []string{"Still there"}},
		{changes.Report{Standing: changes.Gone}, []string{"taken the page down"}},
		{changes.Report{Standing: changes.Unreachable, Problem: "No *answer*."}, []string{"could not reach", `No \*answer\*`}},
		{changes.Report{Standing: changes.Changed, Comparison: changes.Comparison{Kept: 2, Text: []changes.Change{{Old: 1, New: 1, Edits: []changes.Edit{{Op: changes.Deleted, Text: "old"}, {Op: changes.Added, Text: "new"}}}}}},
			[]string{"Every quotation is still there", "~~old~~ **new**"}},
		{changes.Report{Standing: changes.Changed, Comparison: changes.Comparison{Quotes: []changes.QuoteChange{{Speaker: "Bo Ansel", Fate: changes.Dropped, Edits: []changes.Edit{{Op: changes.Deleted, Text: "all of it"}}}}}},
			[]string{"1 quotation is no longer there", "Bo Ansel", "gone from the page", "~~all of it~~"}},
	} {
		f.report = c.report
		wantText(t, d.use(t, discordtest.Use{}, "article check", "article", "cherries"), c.want...)
	}
	wantText(t, d.use(t, manager, "article pin", "article", "cherries"), "is kept")
	if f.pinned == "" {
		t.Error("nothing was pinned")
	}
}

// An article that is told twice, as after a crash, is announced once; another
// version of it is another announcement.
func TestAnnouncedOnce(t *testing.T) {
	t.Parallel()
	started := make(chan *bot.Bot, 1)
	d := run(t, func(c *bot.Config) { c.Started = func(b *bot.Bot) { started <- b } })
	b := <-started
	infos, err := d.config.Pages.Articles(t.Context(), news.HomeLibrary)
	if err != nil {
		t.Fatal(err)
	}
	a, r, err := d.config.Pages.Article(t.Context(), news.HomeLibrary, infos[0].Ref)
	if err != nil {
		t.Fatal(err)
	}
	before := len(d.BotMessages())
	for _, id := range []string{"one", "one", "another"} { // two feeds of a channel that name the same article
		if err := b.Announce(t.Context(), news.Feed{Library: news.HomeLibrary, ID: id, Channel: discordtest.ChannelID}, a, r); err != nil {
			t.Fatal(err)
		}
	}
	if n := len(d.BotMessages()) - before; n != 1 {
		t.Errorf("announced %d times", n)
	}
	newer := *a
	newer.Version++
	if err := b.Announce(t.Context(), news.Feed{Library: news.HomeLibrary, ID: "one", Channel: discordtest.ChannelID}, &newer, r); err != nil {
		t.Fatal(err)
	}
	if n := len(d.BotMessages()) - before; n != 2 {
		t.Errorf("%d announcements of two versions", n)
	}
}
