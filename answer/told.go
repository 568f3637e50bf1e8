package answer

import (
	"fmt"
	"slices"
	"strings"

	"onrecord/news"
	"onrecord/phrases"
)

// Told is a sentence of a model's prose with the passages that it leans on.
type Told struct {
	Text string
	From []Pick
}

// mostTold is how many sentences of a model's prose an answer shows.
const mostTold = 2

// tell returns the sentences of a model's prose that the guard lets pass, each
// leaning on quotations that are shown. The errors wrap [Objected].
func tell(told []Told, shown []news.Quote, ev []news.Evidence) (phrases.Text, []error) {
	var out phrases.Text
	var dropped []error
	seen := map[string]bool{}
	for _, t := range told {
		var leans []source
		for _, p := range t.From {
			if s, ok := sourceOf(p, shown, ev); ok {
				leans = append(leans, s)
			}
		}
		if o := guard(t.Text, leans); o != NoObjection {
			dropped = append(dropped, fmt.Errorf("a sentence of prose: %w", Objected{o}))
			continue
		}
		if len(out) < mostTold && !seen[t.Text] {
			seen[t.Text] = true
			out = append(out, phrases.Verbatim(t.Text))
		}
	}
	return out, dropped
}

// together puts what a model tells before the engine's sentence, which says how
// far the words are the speaker's; behind it where that one answers yes or no.
func (d Draft) together(told, own phrases.Text) phrases.Text {
	if len(d.Points) > 0 && len(d.Points[0].Prose) > 0 {
		return slices.Concat(own, told)
	}
	return slices.Concat(told, own)
}

// Objected says that a sentence of a model's prose is not shown, and why.
type Objected struct{ Objection Objection }

func (o Objected) Error() string { return "not shown: " + string(o.Objection) }

// sourceOf reads a pick as the guard needs it; ok is false for one that is not
// shown, or that is credited to nobody certain.
func sourceOf(p Pick, shown []news.Quote, ev []news.Evidence) (s source, ok bool) {
	q, err := cut(p, ev)
	if err != nil || !shows(shown, q) {
		return source{}, false
	}
	s = source{kind: q.Kind(), stance: q.Stance(), content: q.Text()}
	if p.Statement == nil {
		return s, true
	}
	if q.Speaker().Name == "" || q.Certainty() < news.Doubtful || q.Stance() == news.Unsaid {
		return source{}, false
	}
	e := labelled(p.Label, ev)
	s.names, s.role = namesOf(q.Speaker(), e.Reading), q.Speaker().Role
	s.cue, _ = e.Article.Text(p.Statement.Cue) // "" for none
	if s.kind != news.Direct {
		s.content = contentIn(p, e.Article)
	}
	return s, s.content != ""
}

func shows(shown []news.Quote, q news.Quote) bool {
	for _, s := range shown {
		if s.Span() == q.Span() && s.Speaker().ID == q.Speaker().ID {
			return true
		}
	}
	return false
}

// contentIn is what the pick's statement credits, as far as the pick shows it.
func contentIn(p Pick, a *news.Article) string {
	var parts []string
	for _, c := range p.Statement.Content {
		if !c.Overlaps(p.Span) {
			continue
		}
		c.Start, c.End = max(c.Start, p.Span.Start), min(c.End, p.Span.End)
		if text, err := a.Text(c); err == nil {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " — ")
}

// namesOf lists how prose may call a speaker: the full name, and its last word
// where nobody else in the article has that.
func namesOf(s news.Speaker, r *news.Reading) []string {
	names := []string{s.Name}
	words := strings.Fields(s.Name)
	if len(words) < 2 {
		return names
	}
	last := words[len(words)-1]
	for i := range r.Speakers {
		if other := &r.Speakers[i]; other.ID != s.ID && strings.Contains(" "+other.Name+" ", " "+last+" ") {
			return names
		}
	}
	if s.Kind == news.Person {
		names = append(names, last)
	}
	return names
}
