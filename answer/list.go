package answer

import (
	"context"
	"fmt"
	"slices"
	"sort"

	"onrecord/news"
	"onrecord/phrases"
	"onrecord/retrieval"
)

// draftList answers "What did X say?": the statements of X, own words first.
func (e *Engine) draftList(ctx context.Context, in *inquiry) (Draft, error) {
	by := in.by.Cards
	in.topic = retrieval.NewTopic("")
	var refs []news.Ref
	for _, c := range by {
		credited, err := e.lib.Credited(ctx, in.library, c.ID)
		if err != nil {
			return Draft{}, fmt.Errorf("find what %s is credited with: %w", c.Name, err)
		}
		credited = slices.DeleteFunc(slices.Clone(credited), func(r news.Ref) bool { return !in.means(r) })
		refs = append(refs, credited[:min(len(credited), maxArticles)]...)
	}
	if err := e.open(ctx, in, refs); err != nil {
		return Draft{}, err
	}
	mine, _ := in.split(in.candidates(), by)
	said := mine[:0]
	for _, c := range mine {
		if (c.st.Stance == news.Unsaid) == in.Unsaid && in.verbAsked(c.st) {
			said = append(said, c)
		}
	}
	if len(said) == 0 && in.Unsaid {
		return in.abstain(NotOnThisTopic, phrases.Sentence("Nothing in the library reports what {names} did not say.", anyOf(by)), nil), nil
	}
	if len(said) == 0 {
		return in.abstain(NotOnThisTopic, phrases.Sentence("Nothing in the library credits {names} with that.", anyOf(by)), nil), nil
	}
	inListOrder(said)
	p := Point{}
	for _, c := range said {
		if more := in.pick(c); len(p.Picks)+len(more) <= maxListed || len(p.Picks) == 0 {
			p.Picks = append(p.Picks, more...)
		}
	}
	return Draft{Drafter: Extractive, Points: []Point{p}}, nil
}

// draftVoices answers "Who is quoted?": the first statement, own words before
// paraphrases, of each of those who speak most.
func (e *Engine) draftVoices(ctx context.Context, in *inquiry) (Draft, error) {
	in.topic = retrieval.NewTopic("")
	by := in.by.Cards
	if len(by) == 0 {
		by = in.cards[:min(len(in.cards), maxListed)]
	}
	var p Point
	for _, c := range by {
		refs, err := e.lib.Credited(ctx, in.library, c.ID)
		if err != nil {
			return Draft{}, fmt.Errorf("find what %s is credited with: %w", c.Name, err)
		}
		if err := e.open(ctx, in, refs[:min(len(refs), 1)]); err != nil {
			return Draft{}, err
		}
		mine, _ := in.split(in.candidates(), []news.Card{c})
		inListOrder(mine)
		for _, one := range mine {
			if one.st.Stance != news.Unsaid {
				p.Picks = append(p.Picks, in.pick(one)[:1]...)
				break
			}
		}
	}
	if len(p.Picks) == 0 {
		return noQuestion(), nil
	}
	return Draft{Drafter: Extractive, Points: []Point{p}}, nil
}

// inListOrder sorts statements for a list: own words first, then newest
// article first, then as they stand on the page.
func inListOrder(cs []candidate) {
	sort.SliceStable(cs, func(i, j int) bool {
		a, b := cs[i], cs[j]
		if x, y := unspoken(a.st), unspoken(b.st); x != y {
			return x < y
		}
		if x, y := ownWords(a.st.Kind), ownWords(b.st.Kind); x != y {
			return x > y
		}
		if x, y := a.article.Published, b.article.Published; !x.Equal(y) {
			return x.After(y)
		}
		return a.rank < b.rank
	})
}
