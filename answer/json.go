package answer

import (
	"bytes"
	"encoding/json"
	"fmt"
	"time"

	"onrecord/news"
)

// MarshalJSON gives the answer in the shape of DESIGN "What onrecord ask
// --json prints", but for took_ms; see [Timed].
func (a Answer) MarshalJSON() ([]byte, error) {
	return plainJSON(struct {
		Question string      `json:"question"`
		Answered bool        `json:"answered"`
		Answer   string      `json:"answer"`
		Drafter  string      `json:"drafter"`
		Reason   Reason      `json:"reason"`
		Quotes   []quoteJSON `json:"quotes"`
		Nearest  []quoteJSON `json:"nearest"`
		Model    string      `json:"model,omitempty"`
		Prompt   string      `json:"prompt,omitempty"`
	}{a.question, a.answered, a.Prose(), a.drafter, a.reason, quotesJSON(a.quotes), quotesJSON(a.nearest), a.model, a.prompt})
}

// MarshalJSON gives the profile; speaker is null unless one was found.
func (p Profile) MarshalJSON() ([]byte, error) {
	out := struct {
		Name     string      `json:"name"`
		About    string      `json:"about"`
		Speaker  *cardJSON   `json:"speaker"`
		Quotes   []quoteJSON `json:"quotes"`
		CouldBe  []cardJSON  `json:"could_be"`
		Nearest  []cardJSON  `json:"nearest"`
		ElseSaid []quoteJSON `json:"else_said"`
	}{Name: p.name, About: p.about, Quotes: quotesJSON(p.quotes), CouldBe: cardsJSON(p.couldBe), Nearest: cardsJSON(p.nearest), ElseSaid: quotesJSON(p.elseSaid)}
	if p.card != nil {
		c := cardsJSON([]news.Card{*p.card})[0]
		out.Speaker = &c
	}
	return plainJSON(out)
}

// MarshalJSON gives the verdict.
func (v Verdict) MarshalJSON() ([]byte, error) {
	diff := make([]editJSON, 0, len(v.diff))
	for _, e := range v.diff {
		diff = append(diff, editJSON(e))
	}
	return plainJSON(struct {
		Words   string      `json:"words"`
		Finding Finding     `json:"finding"`
		Speaker string      `json:"speaker"`
		Quotes  []quoteJSON `json:"quotes"`
		Diff    []editJSON  `json:"diff"`
	}{v.words, v.finding, v.speaker, quotesJSON(v.quotes), diff})
}

// Cards is a list of speakers that marshals as `onrecord speakers --json` prints it.
type Cards []news.Card

// MarshalJSON gives the list, an empty one as [].
func (c Cards) MarshalJSON() ([]byte, error) { return plainJSON(cardsJSON(c)) }

// Timed adds took_ms, in whole milliseconds, to the end of an object's JSON.
func Timed(v any, took time.Duration) json.Marshaler { return timed{v, took} }

type timed struct {
	v    any
	took time.Duration
}

func (t timed) MarshalJSON() ([]byte, error) {
	b, err := plainJSON(t.v)
	if err != nil {
		return nil, err
	}
	if len(b) < 2 || b[len(b)-1] != '}' {
		return nil, fmt.Errorf("add took_ms to %T: it is not an object", t.v)
	}
	sep := ","
	if len(b) == 2 {
		sep = ""
	}
	return fmt.Appendf(b[:len(b)-1], "%s%q:%d}", sep, "took_ms", t.took.Milliseconds()), nil
}

type quoteJSON struct {
	Text      string      `json:"text"`
	Speaker   string      `json:"speaker"`
	Role      string      `json:"role"`
	Kind      news.Kind   `json:"kind"`
	Article   articleJSON `json:"article"`
	Paragraph int         `json:"paragraph"`
	Start     int         `json:"start"` // Unicode code points into the paragraph
	End       int         `json:"end"`
	Link      string      `json:"link"`
}

type articleJSON struct {
	ID        string `json:"id"`
	Title     string `json:"title"`
	URL       string `json:"url"`
	Published string `json:"published"` // 2006-01-02, "" if unknown
}

type cardJSON struct {
	ID       string           `json:"id"`
	Name     string           `json:"name"`
	Role     string           `json:"role"`
	Kind     news.SpeakerKind `json:"kind"`
	Aliases  []string         `json:"aliases"`
	Direct   int              `json:"direct"`
	Reported int              `json:"reported"`
	Articles int              `json:"articles"`
}

type editJSON struct {
	Op   EditOp `json:"op"`
	Text string `json:"text"`
}

// quotesJSON never returns nil, so that an empty list is [] and not null.
func quotesJSON(quotes []news.Quote) []quoteJSON {
	out := make([]quoteJSON, 0, len(quotes))
	for _, q := range quotes {
		start, end := q.Runes()
		info := q.Article()
		out = append(out, quoteJSON{
			Text: q.Text(), Speaker: q.Speaker().Name, Role: q.Speaker().Role, Kind: q.Kind(),
			Article:   infoJSON(info),
			Paragraph: q.Paragraph(), Start: start, End: end, Link: Link(q),
		})
	}
	return out
}

func infoJSON(i news.ArticleInfo) articleJSON { return articleJSON{i.ID, i.Title, i.URL, i.Date()} }

func cardsJSON(cards []news.Card) []cardJSON {
	out := make([]cardJSON, 0, len(cards))
	for _, c := range cards {
		j := cardJSON{c.ID, c.Name, c.Role, c.Kind, c.Aliases, c.Direct, c.Reported, c.Articles}
		if len(c.Roles) > 0 {
			j.Role = c.Roles[0].Role
		}
		if j.Aliases == nil {
			j.Aliases = []string{}
		}
		out = append(out, j)
	}
	return out
}

// plainJSON marshals without writing <, > and & as escapes.
func plainJSON(v any) ([]byte, error) {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return nil, err
	}
	return bytes.TrimRight(b.Bytes(), "\n"), nil
}
