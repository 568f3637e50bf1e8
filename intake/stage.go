package intake

import (
	"context"
	"errors"
	"log/slog"
	"strings"

	"onrecord/ingest/fetch"
	"onrecord/news"
)

// about is what is told of a job: not its source, which somebody typed, nor whose
// library it is for when that is a person's.
func about(j *news.Job) []slog.Attr {
	library := j.Library
	if strings.HasPrefix(library, news.UserLibrary("")) {
		library = "a person's"
	}
	return []slog.Attr{
		slog.String("job", j.ID), slog.String("library", library), slog.String("kind", string(j.Kind)),
		slog.Bool("feed", j.Feed != ""), slog.Int("attempt", j.Attempts),
	}
}

// ended says in a word how a job ended that did not fail.
func ended(o news.Outcome) string {
	switch {
	case o.Skipped:
		return "skipped"
	case !o.Added:
		return "known"
	}
	return "added"
}

// reason says in a word what stood in a job's way, "" for nothing.
func reason(err error) string {
	var f *fetch.Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &f):
		return f.Kind.String()
	case errors.Is(err, context.DeadlineExceeded):
		return "slow"
	case errors.Is(err, context.Canceled):
		return "stopped"
	case errors.Is(err, news.ErrBadInput):
		return "not_readable"
	}
	return "error"
}
