package bot

import (
	"context"
	"errors"
	"time"

	"onrecord/news"
	"onrecord/phrases"
)

// excuse is an error whose text is a sentence for the person who asked: a
// phrase's key. One with placeholders is made by phrases.Complain.
type excuse string

func (e excuse) Error() string { return string(e) }

const (
	errBusy     = excuse("I have as many questions as I can handle right now. Please ask again in a moment.")
	errUnknown  = excuse("I no longer have that command. Discord may need a minute to show the new ones.")
	errInternal = excuse("Something went wrong on my side, and it has been noted. Please try again.")
	errTooSlow  = excuse("That took too long, so I stopped. Please try again in a moment.")
	errStopping = excuse("I am being restarted. Please ask again in a minute.")
)

// tooFast answers who asks faster than allowed.
func tooFast(wait time.Duration) error {
	return &phrases.Complaint{Said: phrases.Counted(seconds(wait), "You are asking faster than I can read. Try again in {n} second.",
		"You are asking faster than I can read. Try again in {n} seconds.")}
}

// tooMany answers whoever asks in a server that asks too much.
func tooMany(wait time.Duration) error {
	return &phrases.Complaint{Said: phrases.Counted(seconds(wait), "This server is asking faster than I can read. Try again in {n} second.",
		"This server is asking faster than I can read. Try again in {n} seconds.")}
}

// seconds is a time in whole seconds, never too few.
func seconds(d time.Duration) int { return int((d + time.Second - 1) / time.Second) }

// sorry turns an error into a message for the person who asked; expected tells
// that there is nothing in it for the log.
func sorry(t phrases.Tongue, err error) (m Message, expected bool) {
	var e excuse
	var c *phrases.Complaint
	switch {
	case errors.As(err, &e):
		expected = true
	case errors.As(err, &c):
		e, expected = excuse(c.Said.In(t)), true
	case errors.Is(err, news.ErrHost):
		e = errInternal
	case errors.Is(err, news.ErrBadInput):
		e, expected = excuse(t.Translate(err.Error())), true
	case errors.Is(err, news.ErrNotFound):
		e, expected = errGone, true
	case errors.Is(err, context.DeadlineExceeded):
		e = errTooSlow
	case errors.Is(err, context.Canceled):
		e = errStopping
	default:
		e = errInternal
	}
	text, _ := fit(t.Say(string(e)), 500)
	return Message{Private: true, Cards: []Card{{Text: text, Colour: colourError}}}, expected
}
