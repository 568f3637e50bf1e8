package bot_test

import (
	"testing"
	"time"

	"onrecord/bot/discordtest"
)

// What people see where the bot lacks permissions: an answer that points at
// nothing, or a direct message that says what is missing, once.
func TestMissingPermissions(t *testing.T) {
	t.Parallel()
	d := run(t, nil)
	d.Lenient = true // Discord refuses, and that is the point
	t.Run("no history", func(t *testing.T) {
		d.SetChannel(discordtest.ChannelID, func(c *discordtest.Channel) { c.Permissions = discordtest.Usual &^ discordtest.ReadMessageHistory })
		before := len(d.BotMessages())
		d.Send(discordtest.Post{Content: "@bot " + closure})
		wantText(t, d.after(t, before), "eighteen months")
	})
	for _, c := range []struct {
		name   string
		lacks  int64
		thread bool
	}{
		{"may not write", discordtest.SendMessages, false},
		{"may not write in threads", discordtest.SendMessagesInThreads, true},
	} {
		t.Run(c.name, func(t *testing.T) {
			d.SetChannel(discordtest.ChannelID, func(c *discordtest.Channel) { c.Permissions = discordtest.Usual })
			at := d.AddChannel(discordtest.GuildID, "quiet")
			if c.thread {
				_, first := opened(t, d, d.Mention(closure))
				at = first.Channel
			}
			d.SetChannel(at, func(ch *discordtest.Channel) { ch.Permissions = discordtest.Usual &^ c.lacks })
			before := len(d.BotMessages())
			for range 2 {
				d.Send(discordtest.Post{Content: "@bot " + closure, Channel: at})
			}
			m := d.after(t, before)
			wantText(t, m, "I may not answer", "<#"+at+">", "Send Messages in Threads")
			if m.Channel != discordtest.DMChannelID {
				t.Errorf("it is told in %s", m.Channel)
			}
			wantText(t, d.DM(closure), "eighteen months") // comes after the second mention
			time.Sleep(50 * time.Millisecond)
			if n := len(d.BotMessages()) - before; n != 2 {
				t.Errorf("%d messages, want one that tells and one answer", n)
			}
		})
	}
}

// after waits for a message of the bot's beyond the first n.
func (r *running) after(t *testing.T, n int) discordtest.Message {
	t.Helper()
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		if all := r.BotMessages(); len(all) > n {
			return all[n]
		}
	}
	t.Fatal("the bot says nothing")
	return discordtest.Message{}
}
