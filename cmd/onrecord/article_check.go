package main

import (
	"context"
	"fmt"

	"onrecord/changes"
	"onrecord/news"
	"onrecord/terminal"
)

type articleCheckCommand struct {
	ID   string `arg:"" name:"ID" help:"The article's ID or the beginning of it."`
	JSON bool   `name:"json" help:"Print JSON."`
}

func (articleCheckCommand) Help() string {
	return `Fetches the article's page again and says whether it is still there, has changed, word by word, or is gone. A changed page becomes a new version; the older one keeps its words.

Example:

    onrecord article check f4wx`
}

// checkedJSON is what article check prints as JSON.
type checkedJSON struct {
	Article  articleJSON         `json:"article"`
	Standing string              `json:"standing"`          // still there, changed, gone, unreachable
	Problem  string              `json:"problem,omitempty"` // why it is gone or unreachable
	Version  int                 `json:"version,omitempty"` // the new one, when it has changed
	Kept     int                 `json:"kept"`              // quotations that are still there word for word
	Quotes   []changedQuoteJSON  `json:"quotes"`            // those that are not
	Title    []changes.Edit      `json:"title,omitempty"`
	Changes  []changedParagraphJ `json:"paragraphs"`
}

type changedQuoteJSON struct {
	Speaker   string         `json:"speaker"`
	Kind      string         `json:"kind"`
	Fate      string         `json:"fate"` // edited, dropped
	Text      string         `json:"text"`
	Paragraph int            `json:"paragraph"`
	Edits     []changes.Edit `json:"edits"`
}

type changedParagraphJ struct {
	Old   int            `json:"old"` // 0: there was none
	New   int            `json:"new"` // 0: there is none any more
	Edits []changes.Edit `json:"edits"`
}

func (c *articleCheckCommand) Run(ctx context.Context, p *program) error {
	lib, err := p.openLibrary(ctx)
	if err != nil {
		return err
	}
	defer lib.Close()
	id, err := lib.find(ctx, c.ID)
	if err != nil {
		return err
	}
	d, err := p.openDesk(ctx, lib)
	if err != nil {
		return err
	}
	defer d.close()
	r, err := d.Check(ctx, news.HomeLibrary, id)
	if err != nil {
		return err
	}
	if c.JSON {
		return p.printJSON(asCheckedJSON(r))
	}
	p.showChecked(r)
	return nil
}

func asCheckedJSON(r changes.Report) checkedJSON {
	out := checkedJSON{Article: asJSON(r.Article), Standing: string(r.Standing), Problem: r.Problem, Version: r.Newer.Version,
		Kept: r.Comparison.Kept, Title: r.Comparison.Title, Quotes: []changedQuoteJSON{}, Changes: []changedParagraphJ{}}
	if r.Standing == changes.StillThere {
		out.Kept = r.Quotes
	}
	for _, q := range r.Comparison.Quotes {
		out.Quotes = append(out.Quotes, changedQuoteJSON{q.Speaker, string(q.Kind), string(q.Fate), q.Quote, q.Old, q.Edits})
	}
	for _, t := range r.Comparison.Text {
		out.Changes = append(out.Changes, changedParagraphJ(t))
	}
	return out
}

// showChecked lays out what checking an article's page found.
func (p *program) showChecked(r changes.Report) {
	title := titled(r.Article.Title)
	switch r.Standing {
	case changes.StillThere:
		p.page.Para(terminal.In(terminal.Green, "Still there: "), terminal.Text(fmt.Sprintf("%s reads as it did, with %s.", title, all(r.Quotes))))
	case changes.Gone:
		p.page.Para(terminal.In(terminal.Red, "Gone: "), terminal.Text(fmt.Sprintf("%s The library keeps %s as it was.", r.Problem, title)))
	case changes.Unreachable:
		p.page.Para(terminal.In(terminal.Yellow, "Not reached: "), terminal.Text(r.Problem+" Nothing is known of changes."))
	case changes.Changed:
		p.page.Para(terminal.In(terminal.Yellow, "Changed: "), terminal.Text(fmt.Sprintf("%s is stored as version %d. What was quoted from version %d keeps its words.", title, r.Newer.Version, r.Article.Version)))
		p.showChanges(r)
	}
}

func (p *program) showChanges(r changes.Report) {
	c := r.Comparison
	p.page.Blank()
	if len(c.Quotes) == 0 {
		p.page.Para(terminal.In(terminal.Green, fmt.Sprintf("No quotation has changed: %s word for word.", there(c.Kept))))
	} else {
		p.page.Para(terminal.In(terminal.Red, fmt.Sprintf("%d of %s: no longer there word for word", len(c.Quotes), plural(len(c.Quotes)+c.Kept, "quotation", "quotations"))))
	}
	for _, q := range c.Quotes {
		p.page.Blank()
		p.page.Block(margin, edited(q.Edits)...)
		by := q.Speaker
		if by == "" {
			by = "nobody named"
		}
		p.page.Block(terminal.Text("    "), terminal.Text(by+", "), terminal.In(terminal.Faint, fmt.Sprintf("paragraph %d of version %d: %s", q.Old, r.Article.Version, fate(q))))
	}
	p.page.Blank()
	p.page.Para(terminal.In(terminal.Faint, "The whole difference: [-only in the older version-] {+only in the newer+}"))
	if c.Title != nil {
		p.page.Hang(terminal.Text("title "), terminal.Text("      "), edited(c.Title)...)
	}
	for _, t := range c.Text {
		at := t.New
		if at == 0 {
			at = t.Old
		}
		p.page.Hang(number(at), terminal.Text("     "), edited(t.Edits)...)
	}
}

// fate says what became of a quotation.
func fate(q changes.QuoteChange) string {
	switch {
	case q.Fate == changes.Dropped:
		return "its words are nowhere on the page now"
	case q.Kind == news.Direct:
		return "a direct quotation, edited"
	}
	return "edited"
}

// edited are edits as they are shown, with marks that need no colours.
func edited(list []changes.Edit) []terminal.Run {
	var runs []terminal.Run
	for i, e := range list {
		if i > 0 {
			runs = append(runs, terminal.Text(" "))
		}
		switch e.Op {
		case changes.Deleted:
			runs = append(runs, terminal.In(terminal.Red, "[-"+e.Text+"-]"))
		case changes.Added:
			runs = append(runs, terminal.In(terminal.Green, "{+"+e.Text+"+}"))
		default:
			runs = append(runs, terminal.Text(e.Text))
		}
	}
	return runs
}

func all(quotes int) string {
	if quotes == 1 {
		return "its quotation"
	}
	return "all of its " + plural(quotes, "quotation", "quotations")
}

func there(kept int) string {
	if kept == 1 {
		return "the one is there"
	}
	return fmt.Sprintf("all %d are there", kept)
}
