package bot_test

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"onrecord/bot"
	"onrecord/bot/discordtest"
	"onrecord/news"
)

// TestClaimsThatFail: twice is better than never.
func TestClaimsThatFail(t *testing.T) {
	t.Parallel()
	for name, claim := range map[string]claiming{
		"an error": func(context.Context, string) (news.Claim, error) { return news.Claim{}, errors.New("the disk is full") },
		"no answer": func(ctx context.Context, _ string) (news.Claim, error) {
			<-ctx.Done()
			return news.Claim{}, ctx.Err()
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			d := run(t, func(c *bot.Config) { c.Claims, c.ClaimTime = claim, 100*time.Millisecond })
			wantText(t, d.Slash("ask", "question", closure), "eighteen months")
			wantText(t, d.Mention(closure), "eighteen months")
			if log := d.log.String(); !strings.Contains(log, "could not be claimed") {
				t.Errorf("nothing is logged:\n%s", log)
			}
		})
	}
	t.Run("taken by another process", func(t *testing.T) {
		t.Parallel()
		d := run(t, func(c *bot.Config) {
			c.Claims = claiming(func(context.Context, string) (news.Claim, error) { return news.Claim{}, nil })
		})
		post := d.Send(discordtest.Post{Content: "@bot " + closure})
		ctx, cancel := context.WithTimeout(t.Context(), 300*time.Millisecond)
		defer cancel()
		if m, err := d.Reply(ctx, post.ID); err == nil {
			t.Errorf("answered what is another's:\n%s", m.Text())
		}
	})
}

// claiming is claims that nothing is remembered of.
type claiming func(ctx context.Context, event string) (news.Claim, error)

func (f claiming) Claim(ctx context.Context, event, _ string, _ time.Duration, _ time.Time) (news.Claim, error) {
	return f(ctx, event)
}

func (claiming) RenewClaims(_ context.Context, _ string, events []string, _ time.Duration) ([]string, error) {
	return events, nil
}

func (claiming) FinishClaims(context.Context, string, []string, time.Time) error { return nil }

// lost are servers whose store can't be reached.
type lost struct{ bot.Servers }

func (lost) Preferences(context.Context, string, ...string) (map[string]string, error) {
	return nil, errors.New("the store is gone")
}

// TestServersOutOfReach: without knowing what a place has chosen nothing is
// answered, since the place may hide what would be shown.
func TestServersOutOfReach(t *testing.T) {
	t.Parallel()
	d := run(t, func(c *bot.Config) { c.Servers = lost{} })
	m := d.Slash("ask", "question", closure)
	wantText(t, m, "Something went wrong on my side")
	if !m.Ephemeral() {
		t.Error("others see it")
	}
	if choices := d.Complete("speaker", "name", "Va"); len(choices) > 0 {
		t.Errorf("completed to %v", choices)
	}
}
