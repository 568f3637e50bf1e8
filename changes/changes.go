// Package changes compares two versions of an article word by word, and tells
// what became of the quotations of the older one.
package changes

import (
	"strings"

	"onrecord/news"
)

// Op says what an edit does to the older words.
type Op string

// The kinds of edit.
const (
	Same    Op = "same"
	Deleted Op = "deleted" // only the older version has these words
	Added   Op = "added"   // only the newer one has
)

// Edit is a run of words.
type Edit struct {
	Op   Op     `json:"op"`
	Text string `json:"text"`
}

// Change is a paragraph that differs.
type Change struct {
	// Old and New are its numbers in the two versions, 0 where it has none.
	Old, New int
	Edits    []Edit
}

// Fate is what became of a quotation.
type Fate string

// The fates that are told; most quotations are kept, word for word.
const (
	Edited  Fate = "edited"  // its paragraph is there, with other words
	Dropped Fate = "dropped" // its words are nowhere
)

// QuoteChange is a quotation of the older version whose words are not in the
// newer one.
type QuoteChange struct {
	Statement int // its index in the older version's reading
	Fate      Fate
	// Quote is its words as the older version has them, Speaker the name of who
	// is credited, "" for nobody.
	Quote, Speaker string
	Kind           news.Kind
	Old, New       int // the paragraphs' numbers, New 0 for none
	Edits          []Edit
}

// Comparison is how two versions differ.
type Comparison struct {
	Title  []Edit // nil when it is the same
	Text   []Change
	Quotes []QuoteChange
	// Kept counts the quotations that are still there word for word.
	Kept int
}

// Words tells whether any words differ that may be cited, or the title's.
func (c Comparison) Words() bool { return c.Title != nil || len(c.Text) > 0 }

// Compare compares the citable words of two versions of an article. Paragraphs
// are matched in order: equal ones first, then those between that share most of
// their words. It takes time linear in the articles' length for what is equal,
// and bounded time for the rest.
func Compare(older *news.Article, reading *news.Reading, newer *news.Article) Comparison {
	var c Comparison
	if older.Title != newer.Title && !(older.Untitled && newer.Untitled) {
		c.Title = edits(strings.Fields(older.Title), strings.Fields(newer.Title))
	}
	a, b := older.Citable(), newer.Citable()
	matched := pair(a, b)
	partner := make([]int, len(a)) // index in b, -1 for none
	at := 0
	for i, j := range matched {
		partner[i] = j
		if j < 0 {
			c.Text = append(c.Text, Change{Old: a[i].Number, Edits: []Edit{{Deleted, a[i].Text}}})
			continue
		}
		for ; at < j; at++ {
			c.Text = append(c.Text, Change{New: b[at].Number, Edits: []Edit{{Added, b[at].Text}}})
		}
		at = j + 1
		if a[i].Text != b[j].Text {
			c.Text = append(c.Text, Change{Old: a[i].Number, New: b[j].Number, Edits: edits(strings.Fields(a[i].Text), strings.Fields(b[j].Text))})
		}
	}
	for ; at < len(b); at++ {
		c.Text = append(c.Text, Change{New: b[at].Number, Edits: []Edit{{Added, b[at].Text}}})
	}
	c.quotes(older, reading, b, partner)
	return c
}

// quotes tells what became of the older version's statements.
func (c *Comparison) quotes(older *news.Article, reading *news.Reading, b []news.Paragraph, partner []int) {
	names := map[string]string{}
	for _, s := range reading.Speakers {
		names[s.ID] = s.Name
	}
	whole := squeezed(b)
	for n, st := range reading.Statements {
		if st.Speaker == "" && st.Kind == news.Narration || len(st.Content) == 0 {
			continue
		}
		kept := true
		var changed *QuoteChange
		for _, span := range st.Content {
			text, err := older.Text(span)
			if err != nil || strings.Contains(whole, squeeze(text)) {
				continue
			}
			kept = false
			if changed == nil {
				changed = &QuoteChange{Statement: n, Fate: Dropped, Quote: quoted(older, st), Speaker: names[st.Speaker], Kind: st.Kind, Old: span.Paragraph}
			}
			p := older.Paragraph(span.Paragraph)
			j := partner[span.Paragraph-1]
			if j < 0 {
				changed.Edits = append(changed.Edits, Edit{Deleted, text})
				continue
			}
			within := window(p.Text, b[j].Text, span.Start, span.End)
			if anySame(within) {
				changed.Fate, changed.New = Edited, b[j].Number
			}
			changed.Edits = append(changed.Edits, within...)
		}
		if kept {
			c.Kept++
		} else {
			c.Quotes = append(c.Quotes, *changed)
		}
	}
}

// quoted is a statement's words, its parts joined.
func quoted(a *news.Article, st news.Statement) string {
	var parts []string
	for _, s := range st.Content {
		if text, err := a.Text(s); err == nil {
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " … ")
}

func anySame(list []Edit) bool {
	same, all := 0, 0
	for _, e := range list {
		n := len(strings.Fields(e.Text))
		if e.Op == Same {
			same += n
		}
		if e.Op != Added {
			all += n
		}
	}
	return same*3 >= all && same > 0
}

// squeezed is all paragraphs as one text with single spaces, a line each.
func squeezed(ps []news.Paragraph) string {
	var b strings.Builder
	for _, p := range ps {
		b.WriteString(squeeze(p.Text))
		b.WriteByte('\n')
	}
	return b.String()
}

func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }
