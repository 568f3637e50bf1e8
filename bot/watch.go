package bot

import (
	"context"
	"strings"
	"time"

	"onrecord/news"
)

// watchCommand is everything about speakers whose new statements are sent.
func watchCommand(c Config) Command {
	return Command{
		Name:        "watch",
		Description: "Get what somebody has newly said, once a day",
		Subs:        []Command{watchSpeaker(c), listWatches(c), stopWatch(c)},
	}
}

// mostWatches bounds what one place may watch.
const mostWatches = 50

func watchSpeaker(c Config) Command {
	return Command{
		Name:        "speaker",
		Description: "Send new statements by somebody, to this channel or to you alone",
		Private:     true,
		Options: []Option{
			{Name: "name", Description: "Whom to watch", Required: true, Completes: true, MaxLength: 200},
			{Name: "private", Description: "Send them to me alone", Kind: optionSwitch},
		},
		Run: func(ctx context.Context, r Request) (Message, error) {
			if c.Feeds == nil {
				return Message{}, errNoFeeds
			}
			w := news.Watch{Library: r.Own, Speaker: strings.Join(strings.Fields(plain(r.Options["name"])), " "), Person: r.User}
			if r.Server != "" && !r.UserInstalled && r.Options["private"] != "true" {
				w.Channel = r.Channel
				if err := r.mayCurate(); err != nil { // others will read it
					return Message{}, err
				}
			}
			list, err := c.Feeds.Watches(ctx, r.Own)
			if err != nil {
				return Message{}, err
			}
			if len(list) >= mostWatches {
				return Message{}, excuse("I watch as many people here as I can. Stop watching one first.")
			}
			now := time.Now()
			w.ID, w.Since, w.Due = news.WatchID(w.Speaker, w.Channel, w.Person), now, now.Add(24*time.Hour)
			if err := c.Feeds.Watch(ctx, w); err != nil {
				return Message{}, err
			}
			l := newLayout(r.Tongue(), colourInfo, w.Speaker)
			if w.Channel != "" {
				l.assert("Once a day I post here what {speaker} has newly said.", clip(w.Speaker, 150))
			} else {
				l.assert("Once a day I send you what {speaker} has newly said.", clip(w.Speaker, 150))
			}
			return l.message(), nil
		},
		Complete: func(ctx context.Context, r Request) ([]Choice, error) { return completeName(ctx, c.Engine, r) },
	}
}

func listWatches(c Config) Command {
	return Command{
		Name:        "list",
		Description: "Who is watched here",
		Private:     true,
		Run: func(ctx context.Context, r Request) (Message, error) {
			if c.Feeds == nil {
				return Message{}, errNoFeeds
			}
			list, err := watchesOf(ctx, c.Feeds, r)
			if err != nil {
				return Message{}, err
			}
			return renderWatches(r.Tongue(), list), nil
		},
	}
}

func stopWatch(c Config) Command {
	return Command{
		Name:        "stop",
		Description: "Stop watching somebody",
		Private:     true,
		Options:     []Option{{Name: "name", Description: "Whom", Required: true, Completes: true, MaxLength: 200}},
		Run: func(ctx context.Context, r Request) (Message, error) {
			if c.Feeds == nil {
				return Message{}, errNoFeeds
			}
			list, err := watchesOf(ctx, c.Feeds, r)
			if err != nil {
				return Message{}, err
			}
			for _, w := range list {
				if !strings.EqualFold(w.Speaker, strings.TrimSpace(r.Options["name"])) && w.ID != r.Options["name"] {
					continue
				}
				if w.Channel != "" {
					if err := r.mayCurate(); err != nil {
						return Message{}, err
					}
				}
				if err := c.Feeds.Unwatch(ctx, r.Own, w.ID); err != nil {
					return Message{}, err
				}
				l := newLayout(r.Tongue(), colourInfo, w.Speaker)
				l.assert("I no longer watch {speaker}.", clip(w.Speaker, 150))
				return l.message(), nil
			}
			return Message{}, excuse("Nobody of that name is watched here.")
		},
		Complete: func(ctx context.Context, r Request) ([]Choice, error) {
			if c.Feeds == nil {
				return nil, nil
			}
			list, err := watchesOf(ctx, c.Feeds, r)
			var out []Choice
			for _, w := range list {
				if len(out) < maxChoices && strings.Contains(strings.ToLower(w.Speaker), strings.ToLower(r.Options[r.Typing])) {
					out = append(out, Choice{Name: clip(w.Speaker, 100), Value: w.ID})
				}
			}
			return out, err
		},
	}
}

// watchesOf lists a place's watches that the asker may see: those of channels,
// and their own.
func watchesOf(ctx context.Context, f Feeds, r Request) ([]news.Watch, error) {
	list, err := f.Watches(ctx, r.Own)
	var out []news.Watch
	for _, w := range list {
		if w.Channel != "" || w.Person == r.User {
			out = append(out, w)
		}
	}
	return out, err
}
