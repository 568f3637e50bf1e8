package bot

import "context"

// allArticles is what a thread has chosen that asks all articles although the
// channel which it is in asks one.
const allArticles = "*"

// channelArticle is the article that the request's channel asks, "" for all: its
// own or, in a thread that has chosen nothing, that of the channel which the
// thread is in. Discord is asked what that is only where the event does not say,
// and where a channel of the place has an article.
func (b *Bot) channelArticle(ctx context.Context, s Servers, r Request) (string, error) {
	if r.Chosen.own != "" || !r.Chosen.some || r.Server == "" {
		return r.Chosen.Article, nil
	}
	within := r.Within
	if within == "" {
		var err error
		if within, err = b.talk.channels.within(ctx, r.Channel); err != nil {
			return "", err
		}
	}
	if within == r.Channel {
		return "", nil
	}
	around, err := settings(ctx, s, r.Own, within)
	return around.Article, err
}

// inThread tells whether a request comes from a thread, as far as its event says.
func (r *Request) inThread() bool { return r.Within != "" && r.Within != r.Channel }
