package news

import "errors"

// Errors that callers tell apart with errors.Is.
var (
	// ErrNotFound: the library holds nothing by that name.
	ErrNotFound = errors.New("not found")
	// ErrBadSpan: a place that is not in the article.
	ErrBadSpan = errors.New("span is not in the article")
	// ErrBadInput wraps every complaint about what a user gave; the text of
	// the error that carries it is a whole sentence, fit to be shown.
	ErrBadInput = errors.New("bad input")
	// ErrHost wraps complaints about the machine, its disk or its database, for
	// whoever runs the program: they name paths and hosts, and nobody else is to
	// see them.
	ErrHost = errors.New("the host is at fault")
)
