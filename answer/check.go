package answer

import (
	"context"
	"fmt"

	"onrecord/news"
	"onrecord/retrieval"
)

// MaxClaim is how long the words of a [Claim] may be, in characters.
const MaxClaim = 2 * MaxQuestion

// What checking words looks at, at most.
const (
	checkHits  = 40   // paragraphs compared
	checkWords = 300  // words of a claim
	pageWords  = 4000 // words of one paragraph that are aligned; word for word, all are
	checkShown = 5    // places shown
)

// Check tells whether words stand in the library and who is credited with
// them. Quotation marks, dashes, spacing, letter case, Unicode form and ellipses
// make no difference. Errors wrap news.ErrBadInput when there are no words to
// check.
func (e *Engine) Check(ctx context.Context, c Claim) (Verdict, error) {
	ctx = moment(ctx, e.lib)
	text, err := clean("quotation", c.Words, MaxClaim)
	if err != nil {
		return Verdict{}, err
	}
	claim := tokens(text)
	if len(claim) == 0 {
		return Verdict{}, badInput("There are no words to check; put the quotation after the command.")
	}
	if len(claim) > checkWords {
		return Verdict{}, badInput("The quotation is longer than {n} words; check it in parts.", checkWords)
	}
	name, err := clean("name", c.Speaker, 200)
	if err != nil {
		return Verdict{}, err
	}
	v := Verdict{words: text, speaker: name, finding: Absent}
	var by owners
	if name != "" {
		r, err := e.roster(ctx, c.Library, c.Article)
		if err != nil {
			return Verdict{}, err
		}
		found := r.call(name)
		by = r.owners(r.withKin(name, found.Cards))
		if len(found.Cards) == 1 {
			v.speaker = found.Cards[0].Name
		}
		v.stranger = len(found.Cards) == 0
	}
	places, err := e.places(ctx, c, text, claim)
	if err != nil {
		return Verdict{}, fmt.Errorf("check words: %w", err)
	}
	v.judge(places, by)
	return v, nil
}

// sighting is a place where the words stand, or nearly.
type sighting struct {
	*view
	span  news.Span
	st    *news.Statement // who is credited with them, nil for the article's voice
	own   bool            // they are the speaker's own, inside quotation marks
	exact bool
	match alignment
}

// places finds where a claim's words stand: exact places, or else near ones.
func (e *Engine) places(ctx context.Context, c Claim, text string, claim []token) ([]sighting, error) {
	if len(retrieval.Terms(text)) == 0 {
		return e.placesOfCommon(ctx, c, claim)
	}
	in := retrieval.Scope{Library: c.Library, Article: c.Article}
	hits, err := retrieval.Search(ctx, e.lib, e.lib, in, retrieval.Query{Text: text, Limit: checkHits})
	if err != nil {
		return nil, err
	}
	var exact, nearly []sighting
	for _, h := range hits {
		v, err := e.view(ctx, c.Library, h.Article)
		if err != nil {
			return nil, err
		}
		p := v.paragraph(h.Paragraph)
		if p == nil {
			continue
		}
		page := tokens(p.Text)
		if from, to, ok := verbatim(claim, page); ok {
			exact = append(exact, v.sight(p.Number, page[from].start, page[to-1].end))
			continue
		}
		page = page[:min(len(page), pageWords)]
		if m := align(claim, page); m.good() && len(exact) == 0 {
			s := v.sight(p.Number, page[m.from].start, page[m.to-1].end)
			s.exact, s.match = false, m
			nearly = append(nearly, s)
		}
	}
	if len(exact) > 0 {
		return exact, nil
	}
	best := nearly[:0]
	for _, s := range nearly {
		switch {
		case len(best) == 0 || s.match.likeness > best[0].match.likeness:
			best = append(best[:0], s)
		case s.match.likeness == best[0].match.likeness:
			best = append(best, s)
		}
	}
	return best, nil
}

// placesOfCommon finds a claim that has only words too common for the index
// ("I would do it again") in the newest articles, word for word.
func (e *Engine) placesOfCommon(ctx context.Context, c Claim, claim []token) ([]sighting, error) {
	infos, err := e.lib.Articles(ctx, c.Library)
	if err != nil {
		return nil, err
	}
	var out []sighting
	for _, info := range infos[:min(len(infos), checkHits)] {
		if c.Article != "" && info.ID != c.Article {
			continue
		}
		v, err := e.view(ctx, c.Library, info.Ref)
		if err != nil {
			return nil, err
		}
		for _, p := range v.citable {
			page := tokens(p.Text)
			if from, to, ok := verbatim(claim, page); ok {
				out = append(out, v.sight(p.Number, page[from].start, page[to-1].end))
			}
		}
	}
	return out, nil
}

// sight says of a stretch of a paragraph who is credited with it.
func (v *view) sight(paragraph, start, end int) sighting {
	s := sighting{view: v, exact: true, span: news.Span{Article: v.article.Ref(), Paragraph: paragraph, Start: start, End: end}}
	here := v.said()[paragraph]
	for _, st := range here {
		if st.Certainty < news.Doubtful {
			continue
		}
		for _, c := range st.Content {
			if c.Contains(s.span) && (s.st == nil || ownWords(st.Kind) > ownWords(s.st.Kind)) {
				s.st = st
			}
		}
	}
	if s.st == nil { // the words run over the cue: '"…," she said. "…"'
		for _, st := range here {
			if st.Certainty >= news.Doubtful && within(st, s.span) {
				s.st = st
				break
			}
		}
	}
	s.own = s.st != nil && (s.st.Kind == news.Direct || quoted(v.paragraph(paragraph).Text, start, end))
	return s
}

// judge settles the finding from the places and who was named: the named
// speaker's own words first, then the reporter's account of them, then others'.
func (v *Verdict) judge(places []sighting, by owners) {
	var ranked [3][]sighting
	for _, s := range places {
		credited := s.st != nil && by.own(s.view, s.st.Speaker)
		switch {
		case v.speaker == "" || credited && s.own:
			ranked[0] = append(ranked[0], s)
		case credited:
			ranked[1] = append(ranked[1], s)
		default:
			ranked[2] = append(ranked[2], s)
		}
	}
	for rank, found := range ranked {
		if len(found) == 0 {
			continue
		}
		v.finding = [...]Finding{Verbatim, Paraphrase, Other}[rank]
		if !found[0].exact {
			v.diff = found[0].match.edits
			if v.finding != Other {
				v.finding = Nearly
			}
		}
		for _, s := range found {
			if len(v.quotes) == checkShown {
				break
			}
			if q, ok := s.quote(); ok {
				v.quotes = append(v.quotes, q)
			}
		}
		break
	}
	if len(v.quotes) == 0 {
		v.finding, v.diff = Absent, nil
	}
}

// quote shows a place: the sentence or sentences that the words stand in, as
// far as they are the statement's.
func (s sighting) quote() (news.Quote, bool) {
	shown := s.span
	for _, one := range s.sentences(s.whole()) {
		if one.Overlaps(s.span) {
			shown.Start, shown.End = min(shown.Start, one.Start), max(shown.End, one.End)
		}
	}
	if shown.Len() > longest && s.span.Len() <= longest {
		shown = s.span
	}
	quotes, _ := cutAll([]Pick{{Label: 1, Span: shown, Statement: s.st}}, []news.Evidence{{Label: 1, Article: s.article, Reading: s.reading, Paragraph: shown.Paragraph}})
	if len(quotes) == 0 {
		return news.Quote{}, false
	}
	return quotes[0], true
}

// whole is the stretch that a sighting may be widened to.
func (s sighting) whole() news.Span {
	if s.st == nil {
		return news.Span{Article: s.span.Article, Paragraph: s.span.Paragraph, End: len(s.paragraph(s.span.Paragraph).Text)}
	}
	if s.st.Kind == news.Direct {
		for _, c := range s.st.Content {
			if c.Contains(s.span) {
				return c
			}
		}
	}
	if s.st.Passage.Contains(s.span) {
		return s.st.Passage
	}
	return s.span
}
