package intake

import (
	"context"
	"errors"
	"fmt"

	"onrecord/changes"
	"onrecord/ingest"
	"onrecord/ingest/fetch"
	"onrecord/news"
	"onrecord/quotes"
)

// ErrNoAddress: an article that came from a file can't be checked.
var ErrNoAddress error = problem("This article came from a file and has no address, so there is no page to compare it with.")

// Check gets an article's page once more and compares it with the newest stored
// version. A changed page is stored as the next version: what was quoted from
// the older one keeps its words. Nothing is ever removed.
func (d *Desk) Check(ctx context.Context, library, id string) (changes.Report, error) {
	older, reading, err := d.c.Store.Article(ctx, library, news.Ref{ID: id})
	if err != nil {
		return changes.Report{}, err
	}
	r := changes.Report{Article: older.Info(), Quotes: credited(reading)}
	if older.URL == "" {
		return r, ErrNoAddress
	}
	b, _, err := d.c.Store.Shelved(ctx, library, id)
	if err != nil {
		return r, err
	}
	got, err := d.c.Getter.Again(ctx, ingest.Source{Address: older.URL}, b.ETag, b.Modified)
	var refused *fetch.Error
	switch {
	case errors.As(err, &refused) && refused.Kind == fetch.Gone:
		r.Standing, r.Problem = changes.Gone, err.Error()
		return r, nil
	case err != nil && ctx.Err() == nil && errors.Is(err, news.ErrBadInput):
		r.Standing, r.Problem = changes.Unreachable, err.Error()
		return r, nil
	case err != nil:
		return r, fmt.Errorf("check article %s: %w", id, err)
	case got == nil:
		r.Standing = changes.StillThere
		return r, nil
	}
	newer := got.Article
	// A page may name another canonical address by now; it is the same article.
	newer.ID, newer.URL = older.ID, older.URL
	r.Comparison = changes.Compare(older, reading, newer)
	if !r.Comparison.Words() {
		r.Standing = changes.StillThere
		return r, nil
	}
	r.Standing = changes.Changed
	ref, added, err := d.c.Store.Add(ctx, library, newer, quotes.Read(newer))
	if err != nil {
		return r, err
	}
	if added {
		r.Newer = ref
	}
	b.Article, b.Came, b.ETag, b.Modified = ref, d.c.Now(), got.ETag, got.LastModified
	return r, d.c.Store.Shelve(ctx, library, b)
}

// credited counts the statements that a comparison looks at.
func credited(r *news.Reading) int {
	n := 0
	for _, st := range r.Statements {
		if st.Speaker != "" || st.Kind != news.Narration {
			n++
		}
	}
	return n
}
