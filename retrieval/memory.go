package retrieval

import (
	"context"
	"fmt"
	"sort"

	"onrecord/news"
)

// Memory is an [Index] and [Texts] in memory: what tests use, and the reference
// that the databases are compared with. It knows one library and is not safe
// for use while it is being added to.
type Memory struct {
	articles []memoryArticle // by ID
}

type memoryArticle struct {
	article *news.Article
	reading *news.Reading
	docs    []Doc
}

// Add puts an article in, in place of an earlier version of it.
func (m *Memory) Add(a *news.Article, r *news.Reading) {
	one := memoryArticle{a, r, Docs(a, r)}
	i := sort.Search(len(m.articles), func(i int) bool { return m.articles[i].article.ID >= a.ID })
	if i < len(m.articles) && m.articles[i].article.ID == a.ID {
		m.articles[i] = one
		return
	}
	m.articles = append(m.articles, memoryArticle{})
	copy(m.articles[i+1:], m.articles[i:])
	m.articles[i] = one
}

// Counts implements [Index].
func (m *Memory) Counts(_ context.Context, in Scope, terms []string) (Counts, error) {
	c := Counts{With: make([]int, len(terms))}
	m.each(in, func(_ *news.Article, d *Doc) {
		if d.Paragraph == 0 {
			return
		}
		c.Docs++
		c.Length += int64(d.Length)
		for i, t := range terms {
			if d.count(t) > 0 {
				c.With[i]++
			}
		}
	})
	return c, nil
}

// Candidates implements [Index].
func (m *Memory) Candidates(_ context.Context, in Scope, match Match, visit func(*Candidate)) error {
	var found []Candidate // of one article
	leads := false
	flush := func() {
		for i := range found {
			if leads {
				visit(&found[i])
			}
		}
		found, leads = nil, false
	}
	var last *news.Article
	m.each(in, func(a *news.Article, d *Doc) {
		if a != last {
			flush()
			last = a
		}
		counts := make([]int, len(match.Terms))
		any, leading := false, false
		for i, t := range match.Terms {
			counts[i] = d.count(t)
			any = any || counts[i] > 0
			leading = leading || counts[i] > 0 && match.Leads(i)
		}
		leads = leads || leading
		if !leading && !(any && d.Paragraph == 0) {
			return
		}
		c := Candidate{Article: a.Ref(), Paragraph: d.Paragraph, Length: d.Length, Counts: counts}
		if !a.Published.IsZero() {
			c.Published = a.Published.Unix()
		}
		found = append(found, c)
	})
	flush()
	return nil
}

// Article implements [Texts].
func (m *Memory) Article(_ context.Context, _ string, ref news.Ref) (*news.Article, *news.Reading, error) {
	for _, one := range m.articles {
		if a := one.article; a.ID == ref.ID && (ref.Version == 0 || ref.Version == a.Version) {
			return a, one.reading, nil
		}
	}
	return nil, nil, fmt.Errorf("article %s: %w", ref.ID, news.ErrNotFound)
}

// each visits the documents of a scope, by article ID and paragraph.
func (m *Memory) each(in Scope, visit func(*news.Article, *Doc)) {
	for i := range m.articles {
		one := &m.articles[i]
		if in.Article != "" && one.article.ID != in.Article {
			continue
		}
		for j := range one.docs {
			visit(one.article, &one.docs[j])
		}
	}
}

// count is how often the document has a term.
func (d *Doc) count(term string) int {
	i := sort.Search(len(d.Terms), func(i int) bool { return d.Terms[i].Term >= term })
	if i < len(d.Terms) && d.Terms[i].Term == term {
		return d.Terms[i].Count
	}
	return 0
}
