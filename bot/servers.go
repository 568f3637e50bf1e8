package bot

import (
	"context"
	"errors"

	"onrecord/news"
)

// Servers keeps what servers and people choose and say. A place is named like the
// library that is its own, whether that holds anything or not.
type Servers interface {
	// Library names what a place asks: its own library and, unless it is hidden,
	// the shared one.
	Library(ctx context.Context, place string, hidden bool) (string, error)
	// Preferences are what a place has chosen of the things named.
	Preferences(ctx context.Context, place string, names ...string) (map[string]string, error)
	// SetPreference keeps a choice; "" goes back to the usual.
	SetPreference(ctx context.Context, place, name, value string) error
	// Remove takes an article out of a library; it fails with news.ErrNotFound.
	Remove(ctx context.Context, library, id string) error
	// KeepVote keeps what somebody thinks of an answer, in place of what they
	// thought before.
	KeepVote(ctx context.Context, v news.Vote) error
	// KeepQuestion keeps a question for a while.
	KeepQuestion(ctx context.Context, q news.KeptQuestion) error
	// ForgetQuestions deletes the questions that a place has kept.
	ForgetQuestions(ctx context.Context, place string) error
	// ForgetPerson deletes all that is kept of a person and their own library.
	ForgetPerson(ctx context.Context, person, own string) (news.Forgotten, error)
}

// Source is what somebody wants in a library: a file with its name, or an
// address.
type Source struct {
	Name    string
	Data    []byte
	Address string
}

// Intake reads sources into libraries. What is given to it is a job, which goes on
// whatever becomes of this process.
type Intake interface {
	// Put takes a source on and returns the ID of its job in that library.
	Put(ctx context.Context, library string, s Source) (job string, err error)
	// Follow returns when the job has ended: with the article once it is stored, or
	// failing with a sentence for whoever gave the source, or with [ErrCancelled].
	// step is told from the same goroutine each time that the job has come further.
	// That ctx ends ends the waiting, not the job.
	Follow(ctx context.Context, library, job string, step func(Step)) (news.Outcome, error)
	// Cancel ends a job; false when it had ended.
	Cancel(ctx context.Context, library, job string) (bool, error)
}

// Step is how far a job has come.
type Step int

// The steps.
const (
	Waits   Step = iota // nobody works on it yet
	Fetches             // its page is on its way
	Reads               // and is being read
)

// ErrCancelled is how a job ends that somebody has cancelled.
var ErrCancelled = errors.New("the job was cancelled")

// own is the library that is the place's own. Where the bot is only somebody's,
// and in direct messages, it is that person's.
func (p Place) own() string {
	if p.Server == "" || p.UserInstalled {
		return news.UserLibrary(p.User)
	}
	return news.ServerLibrary(p.Server)
}

// personal tells whether the place's own library is one person's.
func (p Place) personal() bool { return p.Server == "" || p.UserInstalled }
