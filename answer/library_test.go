package answer

import (
	"context"
	"sort"
	"strings"
	"testing"

	"onrecord/news"
	"onrecord/retrieval"
	"onrecord/sentences"
)

// shelf is a Library in memory, for tests.
type shelf struct {
	retrieval.Memory
	articles []*news.Article
	readings []*news.Reading
}

func (s *shelf) add(a *news.Article, r *news.Reading) {
	s.Memory.Add(a, r)
	s.articles = append(s.articles, a)
	s.readings = append(s.readings, r)
}

func (s *shelf) Articles(context.Context, string) ([]news.ArticleInfo, error) {
	var out []news.ArticleInfo
	for _, a := range s.articles {
		out = append(out, a.Info())
	}
	sort.SliceStable(out, func(i, j int) bool { return out[i].Published.After(out[j].Published) })
	return out, nil
}

func (s *shelf) Cards(_ context.Context, _, article string) ([]news.Card, error) {
	var out []news.Card
	at := map[string]int{}
	for i, r := range s.readings {
		if article != "" && s.articles[i].ID != article {
			continue
		}
		for _, sp := range r.Speakers {
			direct, reported := 0, 0
			for _, st := range r.Statements {
				switch {
				case st.Speaker != sp.ID:
				case st.Kind == news.Reported:
					reported++
				default:
					direct++
				}
			}
			if direct+reported == 0 {
				continue
			}
			k, ok := at[sp.ID]
			if !ok {
				k = len(out)
				at[sp.ID] = k
				out = append(out, news.Card{Speaker: sp})
				if sp.Role != "" {
					out[k].Roles = []news.RoleAt{{Role: sp.Role, At: s.articles[i].Published}}
				}
			}
			out[k].Direct += direct
			out[k].Reported += reported
			out[k].Articles++
		}
	}
	sort.SliceStable(out, func(i, j int) bool {
		a, b := out[i], out[j]
		if x, y := a.Direct+a.Reported, b.Direct+b.Reported; x != y {
			return x > y
		}
		return a.ID < b.ID
	})
	return out, nil
}

func (s *shelf) Credited(_ context.Context, _, speaker string) ([]news.Ref, error) {
	var out []news.Ref
	for i, r := range s.readings {
		for _, st := range r.Statements {
			if st.Speaker == speaker {
				out = append(out, s.articles[i].Ref())
				break
			}
		}
	}
	return out, nil
}

// said credits words of an article to a speaker in a test.
type said struct {
	by    string // Speaker.ID
	kind  news.Kind
	verb  string
	words []string // the content, each found in the article
}

// credit makes a reading out of who said what.
func credit(t testing.TB, a *news.Article, speakers []news.Speaker, all []said) *news.Reading {
	t.Helper()
	r := &news.Reading{Speakers: speakers}
	for _, s := range all {
		st := news.Statement{Speaker: s.by, Kind: s.kind, Stance: news.Said, Verb: s.verb, Certainty: 1}
		for _, w := range s.words {
			st.Content = append(st.Content, find(t, a, w))
		}
		st.Passage = passage(a, st.Content[0])
		r.Statements = append(r.Statements, st)
	}
	return r
}

// find is the place of words in an article.
func find(t testing.TB, a *news.Article, words string) news.Span {
	t.Helper()
	for _, p := range a.Citable() {
		if i := strings.Index(p.Text, words); i >= 0 {
			return news.Span{Article: a.Ref(), Paragraph: p.Number, Start: i, End: i + len(words)}
		}
	}
	t.Fatalf("the article does not say %q", words)
	return news.Span{}
}

// passage is the sentence or sentences over a span.
func passage(a *news.Article, s news.Span) news.Span {
	out := s
	for _, one := range sentences.Split(a.Paragraph(s.Paragraph).Text) {
		if one.Start < s.End && s.Start < one.End {
			out.Start, out.End = min(out.Start, one.Start), max(out.End, one.End)
		}
	}
	return out
}
