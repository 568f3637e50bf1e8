package answer

import (
	"context"
	"fmt"
	"strings"

	"onrecord/news"
	"onrecord/phrases"
	"onrecord/retrieval"
)

// whoIs asks what a speaker is, not what was said.
var whoIs = match(`(?i)^who(?:'s|’s|s| is| was| are) (.+?)[?!. ]*$`)

// draftWhoIs answers "Who is John Kirby?" with the sentence in which an article
// first gives his role. It tells whether there is one.
func (e *Engine) draftWhoIs(ctx context.Context, in *inquiry) (Draft, bool, error) {
	m := whoIs.FindStringSubmatch(in.Text)
	if m == nil {
		return Draft{}, false, nil
	}
	by := in.roster.call(m[1])
	if len(by.Cards) != 1 || by.Guessed {
		return Draft{}, false, nil
	}
	card := by.Cards[0]
	in.topic = retrieval.NewTopic("")
	refs, err := e.lib.Credited(ctx, in.library, card.ID)
	if err != nil {
		return Draft{}, false, fmt.Errorf("find what %s is credited with: %w", card.Name, err)
	}
	if err := e.open(ctx, in, refs[:min(len(refs), maxArticles)]); err != nil {
		return Draft{}, false, err
	}
	for _, l := range in.lenses {
		s := l.speakers[card.ID]
		if s == nil || s.Role == "" {
			continue
		}
		if span, ok := l.introduces(s); ok {
			pick := Pick{Label: in.label(l, span.Paragraph, 1), Span: span}
			prose := phrases.Sentence("The article gives the role of {name} as {role}.", s.Name, s.Role)
			return Draft{Drafter: Extractive, Points: []Point{{Prose: prose, Picks: []Pick{pick}}}}, true, nil
		}
	}
	for _, l := range in.lenses {
		if s := l.speakers[card.ID]; s != nil {
			if span, ok := l.presents(s.Name); ok {
				pick := Pick{Label: in.label(l, span.Paragraph, 1), Span: span}
				prose := phrases.Sentence("This is how the article introduces {name}.", s.Name)
				return Draft{Drafter: Extractive, Points: []Point{{Prose: prose, Picks: []Pick{pick}}}}, true, nil
			}
		}
	}
	if card.Kind != news.Person { // "Who is Russia?" is answered by no passage
		return in.abstain(NothingFound, phrases.Sentence("The library does not say who or what that is."), nil), true, nil
	}
	return Draft{}, false, nil
}

// introduces finds the first sentence that has a speaker's name and role.
func (v *view) introduces(s *news.Speaker) (news.Span, bool) {
	for _, p := range v.citable {
		if !strings.Contains(p.Text, s.Role) || !strings.Contains(p.Text, s.Name) {
			continue
		}
		whole := news.Span{Article: v.article.Ref(), Paragraph: p.Number, End: len(p.Text)}
		for _, one := range v.sentences(whole) {
			text := p.Text[one.Start:one.End]
			if strings.Contains(text, s.Role) && strings.Contains(text, s.Name) {
				return one, true
			}
		}
	}
	return news.Span{}, false
}
