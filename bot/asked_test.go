package bot_test

import (
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"onrecord/bot"
	"onrecord/bot/discordtest"
)

// TestAsked: whoever counts questions is told of each, where and how it ended.
func TestAsked(t *testing.T) {
	t.Parallel()
	var mu sync.Mutex
	var told []string
	d := run(t, func(c *bot.Config) {
		flaky(1, errStore)(c)
		c.Asked = func(server, outcome string) {
			mu.Lock()
			defer mu.Unlock()
			told = append(told, server+" "+outcome)
		}
	})
	d.Mention(closure)
	d.Mention(closure)
	d.Mention("What did Tomas Nobody say about the closure?")
	d.Ask(discordtest.Post{Content: closure, Direct: true})
	d.Slash("speakers") // asks nothing
	want := []string{
		discordtest.GuildID + " " + bot.Failed, discordtest.GuildID + " answered",
		discordtest.GuildID + " unknown_speaker", " answered",
	}
	mu.Lock()
	defer mu.Unlock()
	slices.Sort(told)
	slices.Sort(want)
	if diff := cmp.Diff(want, told); diff != "" {
		t.Error(diff)
	}
}

// TestStatus: a shard's status tells since when it is connected, and of how many
// servers it heard.
func TestStatus(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	var st bot.Status
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(time.Millisecond) {
		if st = d.bot.Status(); len(st.Shards) == 1 && st.Shards[0].Connected {
			break // the bot notes that a moment after Discord's greeting
		}
	}
	if st.App == "" || st.Process == "" || len(st.Shards) != 1 {
		t.Fatalf("the status is %+v", st)
	}
	if s := st.Shards[0]; !s.Connected || s.Since.IsZero() || s.Heard.IsZero() || s.Servers == 0 {
		t.Errorf("the shard's status is %+v", s)
	}
}
