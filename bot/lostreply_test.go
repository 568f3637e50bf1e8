package bot_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync/atomic"
	"testing"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/news"
)

// losing is a transport that hands requests on and loses the replies to the
// first of those that match: at once, or as late as the bot would wait.
type losing struct {
	http.RoundTripper
	method, path string
	late         bool
	left         *atomic.Int32
}

func (l losing) RoundTrip(r *http.Request) (*http.Response, error) {
	resp, err := l.RoundTripper.RoundTrip(r)
	if err != nil || r.Method != l.method || !strings.Contains(r.URL.Path, l.path) || l.left.Add(-1) < 0 {
		return resp, err
	}
	_ = resp.Body.Close()
	if l.late {
		<-r.Context().Done()
		return nil, r.Context().Err()
	}
	return nil, errors.New("connection reset")
}

func (l losing) between(c *bot.Config) {
	l.RoundTripper, l.left = c.HTTPClient.Transport, new(atomic.Int32)
	l.left.Store(1)
	c.HTTPClient = &http.Client{Transport: l}
}

// TestAnswersWhereDiscordsReplyIsLost holds the bot to finishing what Discord
// has taken, though it never heard so: people look at "thinking" otherwise.
func TestAnswersWhereDiscordsReplyIsLost(t *testing.T) {
	t.Parallel()
	failing := asking(func(context.Context, news.Question) (answer.Answer, error) {
		return answer.Answer{}, errors.New("the disk is on fire")
	})
	for _, c := range []struct {
		name   string
		losing losing
		change func(*bot.Config)
		want   string
		logs   bool // that it happened
	}{
		{"acknowledged, the reply late", losing{method: "POST", path: "/callback", late: true}, nil, "eighteen months", true},
		{"acknowledged, the reply lost", losing{method: "POST", path: "/callback"}, nil, "eighteen months", false},
		{"shown, the reply lost", losing{method: "PATCH", path: "/@original"}, nil, "eighteen months", false},
		{"withdrawn, the reply lost", losing{method: "DELETE", path: "/@original"}, failing, "Something went wrong", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			d := run(t, func(cfg *bot.Config) {
				c.losing.between(cfg)
				if c.change != nil {
					c.change(cfg)
				}
			})
			d.Lenient = true // what is sent again is refused
			wantText(t, d.Slash("ask", "question", closure), c.want)
			if n := len(d.BotMessages()); n != 1 {
				t.Errorf("%d messages, want one", n)
			}
			if got := strings.Contains(d.log.String(), "is not known"); got != c.logs {
				t.Errorf("logged that it is not known: %t, want %t", got, c.logs)
			}
		})
	}
}
