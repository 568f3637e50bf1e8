package answer

import (
	"fmt"
	"slices"

	"onrecord/news"
	"onrecord/phrases"
)

// verify turns a draft into an answer: it cuts every pick out of the evidence,
// holds every sentence to the quotations below it, and drops what fails. It is
// a pure function, and the only place in which an Answer is filled. A refusal
// may name the library's speakers, an answer only those it quotes. The errors
// say what was dropped and why, for logs and evaluations.
func verify(question string, d Draft, ev []news.Evidence, cards []news.Card) (Answer, []error) {
	a := Answer{question: question, drafter: d.Drafter, reason: d.Reason, model: d.Model, prompt: d.Prompt}
	var dropped []error
	for i, p := range d.Points {
		quotes, errs := cutAll(p.Picks, ev)
		dropped = append(dropped, errs...)
		if d.Reason == Answered && len(quotes) == 0 {
			dropped = append(dropped, fmt.Errorf("point %d: no quotation is left of it", i+1))
			continue
		}
		prose := p.Prose
		if len(prose) > 0 {
			said := prose.String()
			known := knownWords(quotes)
			if d.Reason != Answered {
				known.add(question) // a refusal may repeat what it refuses
			}
			word := known.strange(said)
			for d.Reason != Answered && word != "" && known.addNamed(word, cards) {
				word = known.strange(said)
			}
			if word != "" {
				dropped = append(dropped, fmt.Errorf("point %d: %q stands in none of its quotations", i+1, word))
				prose = nil
			}
		}
		if len(prose) == 0 {
			prose = usual(d.Reason, quotes)
		}
		a.prose = joinProse(a.prose, prose)
		if d.Reason == Answered {
			a.quotes = appendQuotes(a.quotes, quotes)
		} else {
			a.nearest = appendQuotes(a.nearest, quotes)
		}
	}
	switch {
	case d.Reason == Answered && len(a.quotes) > 0:
		a.answered = true
		told, errs := tell(d.Told, a.quotes, ev)
		dropped = append(dropped, errs...)
		a.told, a.prose = told, d.together(told, a.prose)
	case d.Reason == Answered:
		a.reason = NothingFound
	}
	if len(a.prose) == 0 {
		a.prose = usual(a.reason, nil)
	}
	return a, dropped
}

// cutAll cuts the picks that stand in the evidence.
func cutAll(picks []Pick, ev []news.Evidence) ([]news.Quote, []error) {
	var quotes []news.Quote
	var errs []error
	for _, p := range picks {
		q, err := cut(p, ev)
		if err != nil {
			errs = append(errs, err)
			continue
		}
		quotes = appendQuotes(quotes, []news.Quote{q})
	}
	return quotes, errs
}

// cut makes the quotation that a pick proposes, if the evidence bears it out.
func cut(p Pick, ev []news.Evidence) (news.Quote, error) {
	e := labelled(p.Label, ev)
	if e == nil {
		return news.Quote{}, fmt.Errorf("pick [%d]: no evidence has that label", p.Label)
	}
	if p.Statement == nil {
		return wrapCut(p, e, nil)
	}
	st := ownStatement(e.Reading, p.Statement)
	if st == nil {
		return news.Quote{}, fmt.Errorf("pick [%d]: its statement is not one of the article's", p.Label)
	}
	if !within(st, p.Span) {
		return news.Quote{}, fmt.Errorf("pick [%d]: %w: it reaches outside its statement", p.Label, news.ErrBadSpan)
	}
	return wrapCut(p, e, st)
}

func wrapCut(p Pick, e *news.Evidence, st *news.Statement) (news.Quote, error) {
	var by *news.Speaker
	if st != nil && st.Speaker != "" {
		by = speakerByID(e.Reading, st.Speaker)
		if by == nil {
			return news.Quote{}, fmt.Errorf("pick [%d]: nobody in the article is %q", p.Label, st.Speaker)
		}
	}
	q, err := news.Cut(e.Article, p.Span, st, by)
	if err != nil {
		return news.Quote{}, fmt.Errorf("pick [%d]: %w", p.Label, err)
	}
	return q, nil
}

// labelled finds the evidence with a label, nil when none has it.
func labelled(label int, ev []news.Evidence) *news.Evidence {
	for i := range ev {
		if ev[i].Label == label && ev[i].Article != nil {
			return &ev[i]
		}
	}
	return nil
}

// ownStatement is the reading's statement that st points at or equals in
// place and credit; nil when the reading has none such.
func ownStatement(r *news.Reading, st *news.Statement) *news.Statement {
	if r == nil {
		return nil
	}
	for i := range r.Statements {
		own := &r.Statements[i]
		if own == st {
			return own
		}
		if own.Speaker == st.Speaker && own.Passage == st.Passage && own.Cue == st.Cue && sameSpans(own.Content, st.Content) {
			return own
		}
	}
	return nil
}

func sameSpans(a, b []news.Span) bool {
	if len(a) != len(b) {
		return false
	}
	for i := range a {
		if a[i] != b[i] {
			return false
		}
	}
	return true
}

// within tells whether s shows nothing but the statement: it lies in one of
// the spans of its content, or in the passage that carries it and touches the
// content.
func within(st *news.Statement, s news.Span) bool {
	touches := false
	for _, c := range st.Content {
		if c.Contains(s) {
			return true
		}
		touches = touches || c.Overlaps(s)
	}
	return touches && st.Passage.Contains(s)
}

func speakerByID(r *news.Reading, id string) *news.Speaker {
	for i := range r.Speakers {
		if r.Speakers[i].ID == id {
			return &r.Speakers[i]
		}
	}
	return nil
}

// appendQuotes adds the quotes that are not there already.
func appendQuotes(all, more []news.Quote) []news.Quote {
	for _, q := range more {
		seen := false
		for _, have := range all {
			seen = seen || have.Span() == q.Span() && have.Speaker().ID == q.Speaker().ID
		}
		if !seen {
			all = append(all, q)
		}
	}
	return all
}

// joinProse puts the sentences of two points one after the other, repeated ones
// once.
func joinProse(a, b phrases.Text) phrases.Text {
	if a.String() == b.String() {
		return b
	}
	return slices.Concat(a, b)
}
