package feeds

import (
	"context"
	"errors"
	"strings"

	"onrecord/news"
	"onrecord/retrieval"
)

// Accept tells whether an article that a feed brought passes the feed's
// filters. Of a feed that nobody follows any more nothing is taken.
func (f *Follower) Accept(ctx context.Context, j *news.Job, a *news.Article, r *news.Reading) (bool, error) {
	feed, err := f.c.Store.Feed(ctx, j.Library, j.Feed)
	if errors.Is(err, news.ErrNotFound) {
		return false, nil
	}
	if err != nil {
		return false, err
	}
	return passes(feed, a, r), nil
}

func passes(feed news.Feed, a *news.Article, r *news.Reading) bool {
	return (feed.Word == "" || mentions(a, feed.Word)) && (feed.Speaker == "" || credits(r, feed.Speaker))
}

// mentions tells whether an article has all of the words, in whatever form, in
// its title or in one of its paragraphs.
func mentions(a *news.Article, words string) bool {
	t := retrieval.NewTopic(words)
	if len(t.Words) == 0 { // only small words: as they stand
		words = strings.ToLower(words)
		for _, p := range a.Citable() {
			if strings.Contains(strings.ToLower(p.Text), words) {
				return true
			}
		}
		return strings.Contains(strings.ToLower(a.Title), words)
	}
	const all = 0.999
	if t.Cover(a.Title).Share >= all {
		return true
	}
	for _, p := range a.Citable() {
		if t.Cover(p.Text).Share >= all {
			return true
		}
	}
	return false
}

// credits tells whether somebody whose name has all of these words is credited
// with something.
func credits(r *news.Reading, name string) bool {
	speaks := map[string]bool{}
	for _, st := range r.Statements {
		speaks[st.Speaker] = true
	}
	for _, s := range r.Speakers {
		if !speaks[s.ID] {
			continue
		}
		for _, n := range append([]string{s.Name}, s.Aliases...) {
			if hasAll(n, name) {
				return true
			}
		}
	}
	return false
}

func hasAll(name, wanted string) bool {
	have := map[string]bool{}
	for _, w := range strings.Fields(name) {
		have[retrieval.Fold(w)] = true
	}
	any := false
	for _, w := range strings.Fields(wanted) {
		if w = retrieval.Fold(w); w == "" {
			continue
		}
		if !have[w] {
			return false
		}
		any = true
	}
	return any
}
