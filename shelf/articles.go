package shelf

import (
	"context"
	"errors"
	"strings"

	"onrecord/news"
)

// list is a library's articles at one version of it. It is read-only once made.
type list struct {
	version int64
	infos   []news.ArticleInfo
	byID    map[string]*news.ArticleInfo
}

// list returns a library's articles, from memory while the library stays.
func (s *Shelf) list(ctx context.Context, library string) (*list, error) {
	version, err := s.store.Version(ctx, library) // before reading: what comes after is read again
	if err != nil {
		return nil, err
	}
	if l, ok := s.lists.Get(library); ok && l.version == version {
		return l, nil
	}
	infos, err := s.store.Articles(ctx, library)
	if err != nil {
		return nil, err
	}
	l := &list{version: version, infos: infos, byID: make(map[string]*news.ArticleInfo, len(infos))}
	for i := range infos {
		l.byID[infos[i].ID] = &infos[i]
	}
	s.lists.Add(library, l)
	return l, nil
}

// pair is two libraries at one moment.
type pair struct {
	own, shared *list
	twice       []string // the IDs of articles that are in both, in the order of own
}

// both returns the two libraries of a name as they are now.
func (s *Shelf) both(ctx context.Context, name, own, shared string) (*pair, error) {
	o, err := s.list(ctx, own)
	if err != nil {
		return nil, err
	}
	h, err := s.list(ctx, shared)
	if err != nil {
		return nil, err
	}
	if p, ok := s.pairs.Get(name); ok && p.own == o && p.shared == h {
		return p, nil
	}
	p := &pair{own: o, shared: h}
	for _, i := range o.infos {
		if h.byID[i.ID] != nil {
			p.twice = append(p.twice, i.ID)
		}
	}
	s.pairs.Add(name, p)
	return p, nil
}

// newer is the order of articles: newest publication first, unknown dates last,
// then by ID.
func newer(a, b *news.ArticleInfo) bool {
	if !a.Published.Equal(b.Published) {
		return a.Published.After(b.Published) // an unknown date is before all others
	}
	return a.ID < b.ID
}

// Articles implements answer.Library.
func (s *Shelf) Articles(ctx context.Context, library string) ([]news.ArticleInfo, error) {
	own, shared, ok := split(library)
	if !ok {
		return s.store.Articles(ctx, library)
	}
	p, err := s.both(ctx, library, own, shared)
	if err != nil {
		return nil, err
	}
	out := make([]news.ArticleInfo, 0, len(p.own.infos)+len(p.shared.infos))
	a, b := p.own.infos, p.shared.infos
	for len(a)+len(b) > 0 {
		switch {
		case len(b) > 0 && p.own.byID[b[0].ID] != nil:
			b = b[1:]
		case len(b) == 0 || len(a) > 0 && newer(&a[0], &b[0]):
			out, a = append(out, a[0]), a[1:]
		default:
			out, b = append(out, b[0]), b[1:]
		}
	}
	return out, nil
}

// Article implements answer.Library.
func (s *Shelf) Article(ctx context.Context, library string, ref news.Ref) (*news.Article, *news.Reading, error) {
	own, shared, ok := split(library)
	if !ok {
		return s.store.Article(ctx, library, ref)
	}
	a, r, err := s.store.Article(ctx, own, ref)
	if errors.Is(err, news.ErrNotFound) {
		return s.store.Article(ctx, shared, ref)
	}
	return a, r, err
}

// Credited implements answer.Library.
func (s *Shelf) Credited(ctx context.Context, library, speaker string) ([]news.Ref, error) {
	own, shared, ok := split(library)
	if !ok {
		return s.store.Credited(ctx, library, speaker)
	}
	a, err := s.store.Credited(ctx, own, speaker)
	if err != nil {
		return nil, err
	}
	b, err := s.store.Credited(ctx, shared, speaker)
	if err != nil || len(b) == 0 {
		return a, err
	}
	p, err := s.both(ctx, library, own, shared)
	if err != nil || len(a) == 0 && len(p.twice) == 0 {
		return b, err
	}
	out := make([]news.Ref, 0, len(a)+len(b))
	for len(a)+len(b) > 0 {
		switch {
		case len(b) > 0 && p.own.byID[b[0].ID] != nil:
			b = b[1:]
		case len(b) == 0 || len(a) > 0 && p.before(a[0], b[0]):
			out, a = append(out, a[0]), a[1:]
		default:
			out, b = append(out, b[0]), b[1:]
		}
	}
	return out, nil
}

// before is the order of articles for one of own and one of shared. One that came
// or went a moment ago has no date: there the ID decides.
func (p *pair) before(a, b news.Ref) bool {
	x, y := p.own.byID[a.ID], p.shared.byID[b.ID]
	if x == nil || y == nil {
		return strings.Compare(a.ID, b.ID) < 0
	}
	return newer(x, y)
}
