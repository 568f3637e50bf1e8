package bot

import (
	"context"
	"errors"
	"log/slog"
	"time"

	"onrecord/news"
	"onrecord/phrases"
)

// addWithin is how long whoever adds an article waits to be told how that ended
// before being shown how far it has come. No worker is kept meanwhile: a slow
// page must not hold up questions.
const addWithin = 2 * time.Second

// add puts a source in the queue of the place's own library and says what became
// of it or, where that takes a while, how far it has come: then the message says
// the end later and has a button that cancels.
func (c Config) add(ctx context.Context, r Request, s Source) (Message, error) {
	have, err := c.Pages.Articles(ctx, r.Own)
	if err != nil {
		return Message{}, err
	}
	if len(have) >= maxOwn {
		return Message{}, phrases.Complain(news.ErrBadInput, "There are {n} articles here already, as many as I keep for one place. Remove some first.", len(have))
	}
	job, err := c.Intake.Put(ctx, r.Own, s)
	if err != nil {
		return Message{}, err
	}
	a := adding{c, r, job, s.Name + s.Address}
	waiting, cancel := context.WithTimeout(ctx, addWithin)
	defer cancel()
	at := Waits
	o, err := c.Intake.Follow(waiting, r.Own, job, func(s Step) { at = s })
	if errors.Is(err, context.DeadlineExceeded) && ctx.Err() == nil {
		m := a.renderStep(at)
		m.Later = a.follow
		return m, nil
	}
	return a.ended(o, err)
}

// adding is a job that somebody has asked for and waits for.
type adding struct {
	config Config
	asked  Request
	job    string
	what   string // the file's name or the address
}

// follow shows how far the job comes, and returns how it ended; or that it goes
// on, when time is up.
func (a adding) follow(ctx context.Context) (Message, error) {
	o, err := a.config.Intake.Follow(ctx, a.asked.Own, a.job, func(s Step) {
		if a.asked.Tell != nil {
			a.asked.Tell(a.renderStep(s))
		}
	})
	if ctx.Err() != nil {
		return a.renderGoesOn(), nil
	}
	m, err := a.ended(o, err)
	if err == nil {
		return m, nil
	}
	m, expected := sorry(a.asked.Tongue(), err)
	if !expected && a.config.Logger != nil {
		a.config.Logger.Error("what became of an article could not be told", "question", slog.StringValue(a.asked.ID), "error", scrub(err.Error(), a.config.Token))
	}
	return m, nil
}

// ended says how the job ended.
func (a adding) ended(o news.Outcome, err error) (Message, error) {
	switch {
	case errors.Is(err, ErrCancelled):
		return renderCancelled(a.asked.Tongue(), a.what), nil
	case err != nil:
		return Message{}, err
	}
	return renderAdded(a.asked.Tongue(), o), nil
}

// renderStep shows how far the job has come.
func (a adding) renderStep(s Step) Message {
	l := newLayout(a.asked.Tongue(), colourInfo, clip(plain(a.what), roomWhat))
	switch s {
	case Waits:
		l.assert("Waiting for its turn …")
	case Fetches:
		l.assert("Fetching the page …")
	default:
		l.assert("Reading …")
	}
	return a.cancellable(l)
}

// renderGoesOn says that nobody waits for the job any more.
func (a adding) renderGoesOn() Message {
	l := newLayout(a.asked.Tongue(), colourInfo, clip(plain(a.what), roomWhat))
	l.assert("That takes long. I go on with it: /article list shows it when it is there.")
	return a.cancellable(l)
}

// roomWhat bounds a file's name or an address in a title, in code points.
const roomWhat = 120

// cancellable is a message with a button that cancels the job.
func (a adding) cancellable(l *layout) Message {
	m := l.message()
	if id, ok := customID(verbCancel, a.job, a.asked.User); ok {
		m.addButtons(Button{l.Say("Cancel"), id})
	}
	return m
}

// renderCancelled says that nothing was added.
func renderCancelled(t phrases.Tongue, what string) Message {
	l := newLayout(t, colourAbstain, clip(plain(what), roomWhat))
	l.assert("Cancelled. Nothing was added.")
	return l.message()
}
