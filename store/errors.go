package store

import (
	"errors"
	"fmt"

	"onrecord/news"
)

// problem is a complaint in a whole sentence, fit to be shown as it is. It is
// news.ErrBadInput, and where something caused it that, and news.ErrHost.
type problem struct {
	text  string
	cause error
}

func sentence(text string, cause error) error { return &problem{text, cause} }

func (p *problem) Error() string { return p.text }

func (p *problem) Unwrap() []error {
	if p.cause == nil {
		return []error{news.ErrBadInput}
	}
	return []error{news.ErrBadInput, news.ErrHost, p.cause}
}

// failed turns an error of the database into one for callers: a sentence where
// the cause is one that people can mend, else the error with what was being
// done. nil stays nil.
func (s *Store) failed(doing string, err error) error {
	var p *problem
	switch {
	case err == nil:
		return nil
	case errors.As(err, &p), errors.Is(err, news.ErrNotFound), errors.Is(err, news.ErrBadSpan):
		return err
	}
	if text := s.d.explain(s.name, err); text != "" {
		return sentence(text, err)
	}
	return fmt.Errorf("%s: %w", doing, err)
}
