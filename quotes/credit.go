package quotes

import (
	"cmp"
	"slices"

	"onrecord/news"
	"onrecord/speakers"
)

// credit resolves every found statement's source to a speaker.
func credit(a *news.Article, cast *speakers.Cast, all []found) *news.Reading {
	r := &news.Reading{Speakers: slices.Clone(cast.Speakers()), Statements: make([]news.Statement, 0, len(all))}
	known := map[string]bool{}
	for _, s := range r.Speakers {
		known[s.ID] = true
	}
	marks := marksOf{article: a.Citable()}
	for _, f := range all {
		if len(f.content) == 0 {
			continue
		}
		s := news.Statement{Content: f.content, Stance: f.stance, Verb: f.verb, Certainty: f.certainty, Rule: f.rule}
		span := func(paragraph int, p place) news.Span {
			if p.none() {
				return news.Span{}
			}
			return news.Span{Article: a.Ref(), Paragraph: paragraph, Start: p.start, End: p.end}
		}
		s.Passage, s.Source, s.Cue = span(f.shown, f.passage), span(f.sourceParagraph(), f.source), span(f.paragraph, f.cue)
		s.Kind = marks.kind(f.content)
		whom := f.whom
		if whom.none() {
			whom = f.source
		}
		if whom := span(f.sourceParagraph(), whom); !whom.Zero() {
			who := cast.Who(whom)
			s.Speaker, s.Why = who.Speaker, f.why(marks.article, who)
			if who.Speaker != "" && !known[who.Speaker] {
				known[who.Speaker] = true
				r.Speakers = append(r.Speakers, who.Is)
			}
			if who.Certainty > 0 {
				s.Certainty *= who.Certainty
			}
		}
		r.Statements = append(r.Statements, s)
	}
	slices.SortStableFunc(r.Statements, func(a, b news.Statement) int {
		x, y := a.Content[0], b.Content[0]
		return cmp.Or(cmp.Compare(x.Paragraph, y.Paragraph), cmp.Compare(x.Start, y.Start))
	})
	return r
}

// why tells how the source became the speaker, beyond what the cast knows:
// "who" stands for the name before it, a floating quotation for whoever came
// last before it.
func (f *found) why(citable []news.Paragraph, who speakers.Who) string {
	switch {
	case who.Speaker == "" || who.Why != "" && f.rule != ruleFloating:
		return who.Why
	case f.rule == ruleFloating:
		return "nobody is named beside it; " + who.Is.Name + " comes last before it"
	case f.whom != f.source && f.source.end-f.source.start <= len("which") && !f.source.none():
		return citable[f.paragraph-1].Text[f.source.start:f.source.end] + " → " + who.Is.Name
	}
	return ""
}
