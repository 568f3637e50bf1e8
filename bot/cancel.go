package bot

import (
	"context"

	"onrecord/news"
)

// verbCancel is the button that cancels the adding of an article: y|JOB|ASKER.
const verbCancel = "y"

// errNotYours answers who presses the button of somebody else.
const errNotYours = excuse("Only whoever asked for this, or may change the articles here, can cancel it.")

// cancelPress cancels a job, whichever process has it. One that has ended already
// is told of as it ended.
func cancelPress(c Config) Press {
	return Press{Verb: verbCancel, Replaces: true, Run: func(ctx context.Context, r Request) (Message, error) {
		if len(r.Args) != 2 {
			return Message{}, errOldButton
		}
		if c.Intake == nil {
			return Message{}, errNoIntake
		}
		job, asker := r.Args[0], r.Args[1]
		if r.User != asker && r.mayCurate() != nil {
			return Message{}, errNotYours
		}
		what := ""
		if r.Before != nil {
			what = r.Before.title
		}
		cancelled, err := c.Intake.Cancel(ctx, r.Own, job)
		switch {
		case err != nil:
			return Message{}, err
		case cancelled:
			return renderCancelled(r.Tongue(), what), nil
		}
		a := adding{c, r, job, what}
		return a.ended(c.ending(ctx, r.Own, job))
	}}
}

// ending is how a job ended.
func (c Config) ending(ctx context.Context, library, job string) (news.Outcome, error) {
	return c.Intake.Follow(ctx, library, job, func(Step) {})
}
