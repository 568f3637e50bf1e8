package store

import (
	"context"
	"errors"
	"slices"
	"strings"

	"onrecord/news"
)

// Entry is an article with its reading on the way into a library, in its stored
// form. It is made once and added once.
type Entry struct {
	library string
	row     *row
}

// Prepare puts an article with its reading into the form in which a library
// keeps it. It uses no database, so several can be prepared side by side while
// another goroutine adds them. Errors that people can mend wrap
// news.ErrBadInput.
func Prepare(library string, a *news.Article, r *news.Reading) (*Entry, error) {
	if err := checkArticle(a, r); err != nil {
		return nil, err
	}
	if err := checkLibrary(library); err != nil {
		return nil, err
	}
	row, err := makeRow(a, r)
	if err != nil {
		return nil, err
	}
	return &Entry{library, row}, nil
}

// Added is what became of an entry.
type Added struct {
	Ref   news.Ref // the version stored
	Added bool     // false: the same words were there already
}

// errNothingNew ends a transaction that has nothing to keep.
var errNothingNew = errors.New("the same words are there already")

// AddAll adds entries, also of several libraries, in one transaction: each as
// [Store.Add] does, and all of them or none. It answers in the order of the
// entries. Many small transactions cost more than one: each waits for the disk.
func (s *Store) AddAll(ctx context.Context, entries []*Entry) ([]Added, error) {
	if len(entries) == 0 {
		return nil, nil
	}
	// Libraries are held in the order of their names, so that two who add to the
	// same ones don't wait for each other for ever.
	order := make([]int, len(entries))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return strings.Compare(entries[a].library, entries[b].library) })
	out, err := s.addAll(ctx, entries, order)
	if errors.Is(err, errNothingNew) {
		return out, nil
	}
	if err != nil {
		what := "add article " + entries[0].row.id
		if len(entries) > 1 {
			what = "add articles"
		}
		return nil, s.failed(what, err)
	}
	return out, nil
}

func (s *Store) addAll(ctx context.Context, entries []*Entry, order []int) ([]Added, error) {
	hot, err := s.prepareHot(ctx)
	if err != nil {
		return nil, err
	}
	tx, end, err := s.begin(ctx)
	if err != nil {
		return nil, err
	}
	defer end()
	c := &change{ctx: ctx, tx: tx, d: s.d, hot: hot}
	out := make([]Added, len(entries))
	changed := false
	for len(order) > 0 {
		library := entries[order[0]].library
		if err := c.in(library, func() error {
			for len(order) > 0 && entries[order[0]].library == library {
				i := order[0]
				order = order[1:]
				var err error
				if out[i], err = c.add(entries[i].row); err != nil {
					return err
				}
				changed = changed || out[i].Added
			}
			return nil
		}); err != nil {
			return nil, err
		}
	}
	if !changed {
		return out, errNothingNew
	}
	err = tx.Commit()
	for _, e := range entries {
		s.wrote(e.library)
	}
	return out, err
}
