package bot

import (
	"context"
	"errors"
	"regexp"
	"strconv"
	"strings"

	"onrecord/changes"
	"onrecord/news"
)

// Feeds follows outlets and speakers for libraries, and looks after what came.
type Feeds interface {
	// Follow finds the feed at an address and lets a library follow it; known
	// tells that it did already, and has the new channel and filters.
	Follow(ctx context.Context, f news.Feed) (followed news.Feed, known bool, err error)
	// Feeds lists what a library follows, with what was wrong at the last try.
	Feeds(ctx context.Context, library string) ([]FeedState, error)
	// Unfollow fails with news.ErrNotFound.
	Unfollow(ctx context.Context, library, id string) error
	// Keep sets how many of the articles that feeds bring are kept, and for how
	// many days, 0 for however long.
	Keep(ctx context.Context, library string, articles, days int) error
	Watch(ctx context.Context, w news.Watch) error
	Watches(ctx context.Context, library string) ([]news.Watch, error)
	// Unwatch fails with news.ErrNotFound.
	Unwatch(ctx context.Context, library, id string) error
	// Check compares an article with its page as it is now.
	Check(ctx context.Context, library, id string) (changes.Report, error)
	// Pin keeps an article from leaving.
	Pin(ctx context.Context, library, id string) error
}

// FeedState is a feed and how polling it goes.
type FeedState struct {
	news.Feed
	Problem string // "" when it answered last
}

const errNoFeeds = excuse("Nothing can be followed here: whoever runs me has switched that off.")

func (c Config) mayFollow(r Request) error {
	if c.Feeds == nil {
		return errNoFeeds
	}
	return r.mayCurate()
}

// feedCommand is everything about the feeds of a place.
func feedCommand(c Config) Command {
	return Command{
		Name:        "feed",
		Description: "Follow outlets: their new articles come into the library by themselves",
		Subs:        []Command{addFeed(c), listFeeds(c), removeFeed(c), keepFeeds(c)},
	}
}

func addFeed(c Config) Command {
	return Command{
		Name:        "add",
		Description: "Follow an outlet",
		Private:     true,
		Options: []Option{
			{Name: "address", Description: "The address of the feed, or of the site", Required: true, MaxLength: 2000},
			{Name: "announce", Description: "Post its new articles in this channel", Kind: optionSwitch},
			{Name: "word", Description: "Only articles with these words", MaxLength: 100},
			{Name: "speaker", Description: "Only articles that credit this speaker", MaxLength: 100},
		},
		Run: func(ctx context.Context, r Request) (Message, error) {
			if err := c.mayFollow(r); err != nil {
				return Message{}, err
			}
			f := news.Feed{Library: r.Own, Address: strings.TrimSpace(r.Options["address"]), Word: strings.TrimSpace(r.Options["word"]), Speaker: strings.TrimSpace(r.Options["speaker"])}
			if r.Options["announce"] == "true" {
				f.Channel = r.Channel
			}
			f, known, err := c.Feeds.Follow(ctx, f)
			if err != nil {
				return Message{}, err
			}
			return renderFollowed(r.Tongue(), f, known), nil
		},
	}
}

func listFeeds(c Config) Command {
	return Command{
		Name:        "list",
		Description: "What is followed here",
		Private:     true,
		Run: func(ctx context.Context, r Request) (Message, error) {
			if c.Feeds == nil {
				return Message{}, errNoFeeds
			}
			list, err := c.Feeds.Feeds(ctx, r.Own)
			if err != nil {
				return Message{}, err
			}
			return renderFeeds(r.Tongue(), list), nil
		},
	}
}

func removeFeed(c Config) Command {
	return Command{
		Name:        "remove",
		Description: "Stop following an outlet; its articles stay",
		Private:     true,
		Options:     []Option{{Name: "feed", Description: "Which feed", Required: true, Completes: true, MaxLength: 200}},
		Run: func(ctx context.Context, r Request) (Message, error) {
			if err := c.mayFollow(r); err != nil {
				return Message{}, err
			}
			list, err := c.Feeds.Feeds(ctx, r.Own)
			if err != nil {
				return Message{}, err
			}
			typed := strings.TrimSpace(r.Options["feed"])
			for _, f := range list {
				if f.ID != typed && f.Address != typed {
					continue
				}
				if err := c.Feeds.Unfollow(ctx, r.Own, f.ID); err != nil {
					return Message{}, err
				}
				l := newLayout(r.Tongue(), colourInfo, f.Title)
				l.assert("I no longer follow {feed}.", clip(plain(f.Title), 150))
				return l.message(), nil
			}
			return Message{}, excuse("That feed is not followed here. Choose one from the list that shows while you type.")
		},
		Complete: func(ctx context.Context, r Request) ([]Choice, error) {
			if c.Feeds == nil {
				return nil, nil
			}
			list, err := c.Feeds.Feeds(ctx, r.Own)
			var out []Choice
			for _, f := range list {
				if typed := strings.ToLower(r.Options[r.Typing]); len(out) < maxChoices && strings.Contains(strings.ToLower(f.Title+" "+f.Address), typed) {
					out = append(out, Choice{Name: clip(plain(f.Title), 100), Value: f.ID})
				}
			}
			return out, err
		},
	}
}

func keepFeeds(c Config) Command {
	return Command{
		Name:        "keep",
		Description: "How much of what feeds bring is kept; what you add or pin stays",
		Private:     true,
		Options: []Option{
			{Name: "articles", Description: "How many of the latest articles", Required: true, MaxLength: 6},
			{Name: "days", Description: "For how many days; 0 for no limit", Required: true, MaxLength: 4},
		},
		Run: func(ctx context.Context, r Request) (Message, error) {
			if err := c.mayFollow(r); err != nil {
				return Message{}, err
			}
			articles, err := strconv.Atoi(strings.TrimSpace(r.Options["articles"]))
			days, also := strconv.Atoi(strings.TrimSpace(r.Options["days"]))
			if errors.Join(err, also) != nil {
				return Message{}, excuse("Give both as numbers, such as 500 articles and 90 days.")
			}
			if err := c.Feeds.Keep(ctx, r.Own, articles, days); err != nil {
				return Message{}, err
			}
			l := newLayout(r.Tongue(), colourInfo, r.Tongue().Say("Feeds"))
			if days == 0 {
				l.assert("I keep the latest {articles} articles that feeds bring.", articles)
			} else {
				l.assert("I keep the latest {articles} articles that feeds bring, each for {days} days.", articles, days)
			}
			return l.message(), nil
		},
	}
}

// addThisCommand adds the page that a message links to.
func addThisCommand(c Config) Command {
	return Command{
		Name: "Add this article",
		Menu: true,
		Run: func(ctx context.Context, r Request) (Message, error) {
			if c.Servers == nil || c.Intake == nil {
				return Message{}, errNoIntake
			}
			if err := r.mayCurate(); err != nil {
				return Message{}, err
			}
			address := firstLink(r.Text)
			if address == "" {
				return Message{}, excuse("That message has no link to an article.")
			}
			return c.add(ctx, r, Source{Address: address})
		},
	}
}

var linkInText = regexp.MustCompile(`https?://[^\s<>"]+`)

// firstLink is the first address that a message has, without what surrounds it.
func firstLink(text string) string {
	found := linkInText.FindString(text)
	found = strings.TrimRight(found, `.,;:!?'*_~|`)
	if strings.HasSuffix(found, ")") && !strings.Contains(found, "(") {
		found = strings.TrimRight(found, ")")
	}
	return found
}
