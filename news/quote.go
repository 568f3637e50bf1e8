package news

import (
	"strings"
	"unicode/utf8"
)

// Quote is a passage of a stored article with everything shown beside it. Its
// fields are private so that [Cut] is the only way to one: whoever holds a
// Quote holds words that stand in the article.
type Quote struct {
	span       Span
	text       string
	start, end int // code points
	article    ArticleInfo
	page       *Article
	caption    bool
	speaker    Speaker
	kind       Kind
	stance     Stance
	certainty  float64
	rule, why  string
}

// Cut takes the words of s out of a and credits them: st is the statement that
// lies over them and by the speaker of it, or both nil for the article's own
// voice. It fails with [ErrBadSpan] when s is not in a, when st does not lie
// over s, or when by is not the speaker whom st credits.
func Cut(a *Article, s Span, st *Statement, by *Speaker) (Quote, error) {
	text, err := a.Text(s)
	if err != nil {
		return Quote{}, err
	}
	p := a.Paragraph(s.Paragraph)
	q := Quote{span: s, text: text, article: a.Info(), page: a, caption: p.Kind == Caption, kind: Narration, stance: Said, certainty: 1}
	q.start = utf8.RuneCountInString(p.Text[:s.Start])
	q.end = q.start + utf8.RuneCountInString(text)
	if st == nil {
		if by != nil {
			return Quote{}, ErrBadSpan
		}
		return q, nil
	}
	if !st.Covers(s) {
		return Quote{}, ErrBadSpan
	}
	q.kind, q.stance, q.certainty, q.rule, q.why = st.Kind, st.Stance, st.Certainty, st.Rule, st.Why
	if by != nil {
		if by.ID != st.Speaker {
			return Quote{}, ErrBadSpan
		}
		q.speaker = *by
	}
	return q, nil
}

// Covers tells whether the statement lies over s: shares words of its content
// with it, or is carried by the passage that s shows.
func (st *Statement) Covers(s Span) bool {
	for _, c := range st.Content {
		if c.Overlaps(s) {
			return true
		}
	}
	return st.Passage.Overlaps(s)
}

// Text is the quotation's words, exactly as the article has them.
func (q Quote) Text() string { return q.text }

// Span is the place the words were cut from.
func (q Quote) Span() Span { return q.span }

// Runes is that place in Unicode code points into the paragraph, half open.
func (q Quote) Runes() (start, end int) { return q.start, q.end }

// Article is the article that the words stand in.
func (q Quote) Article() ArticleInfo { return q.article }

// Page is everything on the article's page, in its order; it must not be changed.
func (q Quote) Page() []Paragraph {
	if q.page == nil {
		return nil
	}
	return q.page.Paragraphs
}

// Paragraph is the paragraph's number, counted from 1.
func (q Quote) Paragraph() int { return q.span.Paragraph }

// Caption tells whether the words are a picture's caption.
func (q Quote) Caption() bool { return q.caption }

// Speaker is who is credited; its Name is "" for the article's own voice and
// for words whose speaker could not be told.
func (q Quote) Speaker() Speaker { return q.speaker }

// Kind says how far the words are the speaker's own.
func (q Quote) Kind() Kind { return q.kind }

// Stance says what the cue makes of the words.
func (q Quote) Stance() Stance { return q.stance }

// Certainty is how sure the credit is, 0 to 1; below [Doubtful] it must be
// shown as doubtful.
func (q Quote) Certainty() float64 { return q.certainty }

// Rule and Why tell how the credit was made.
func (q Quote) Rule() string { return q.rule }

// Turn tells whether the words are a turn of a conversation that the article
// prints with the speakers' names before them and without quotation marks, as
// interviews are; a headline ("Moss: Bridge to close") is none.
func (q Quote) Turn() bool {
	return q.kind == Reported && q.rule == RuleTurn && strings.ContainsAny(q.text, ".!?")
}

// Why tells how the source became the speaker, "" where the name stands there.
func (q Quote) Why() string { return q.why }
