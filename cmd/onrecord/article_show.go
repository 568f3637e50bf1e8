package main

import (
	"context"
	"strconv"
	"strings"

	"onrecord/news"
	"onrecord/terminal"
)

type articleShowCommand struct {
	ID   string `arg:"" name:"ID" help:"The article's ID or the beginning of it."`
	All  bool   `help:"Also what stands on the page but can't be cited."`
	JSON bool   `name:"json" help:"Print JSON."`
}

func (articleShowCommand) Help() string {
	return "The numbers are those that answers cite.\n\nExample:\n\n    onrecord article show f4wx --all"
}

// articlePageJSON is what article show prints as JSON.
type articlePageJSON struct {
	articleJSON
	Authors    []string        `json:"authors"`
	Language   string          `json:"language"`
	Paragraphs []paragraphJSON `json:"paragraphs"`
}

// paragraphJSON is a paragraph; its number is 0 where it can't be cited.
type paragraphJSON struct {
	Number int                `json:"number"`
	Kind   news.ParagraphKind `json:"kind"`
	Text   string             `json:"text"`
}

func (c *articleShowCommand) Run(ctx context.Context, p *program) error {
	lib, err := p.readLibrary(ctx)
	if err != nil {
		return err
	}
	defer lib.Close()
	a, err := lib.article(ctx, c.ID)
	if err != nil {
		return err
	}
	shown := a.Citable()
	if c.All {
		shown = a.Paragraphs
	}
	if c.JSON {
		page := articlePageJSON{articleJSON: asJSON(a.Info()), Authors: append([]string{}, a.Authors...), Language: a.Language, Paragraphs: []paragraphJSON{}}
		for _, s := range shown {
			page.Paragraphs = append(page.Paragraphs, paragraphJSON(s))
		}
		return p.printJSON(page)
	}
	p.showArticle(a, shown)
	return nil
}

func (p *program) showArticle(a *news.Article, shown []news.Paragraph) {
	p.page.Para(terminal.In(terminal.Bold, a.Title))
	p.page.Para(terminal.In(terminal.Faint, aboutArticle(a)))
	if a.URL != "" {
		p.page.Verbatim(terminal.In(terminal.Faint, a.URL))
	}
	for i, s := range shown {
		if i == 0 || s.Kind.Citable() || shown[i-1].Kind.Citable() {
			p.page.Blank() // what can't be cited stands close together
		}
		p.showParagraph(s)
	}
}

// showParagraph puts the number, or for what can't be cited the kind, before the text.
func (p *program) showParagraph(s news.Paragraph) {
	rest := terminal.Text("     ")
	switch {
	case !s.Kind.Citable():
		p.page.Hang(rest, rest, terminal.In(terminal.Faint, "["+string(s.Kind)+"] "+s.Text))
	case s.Kind == news.Caption:
		p.page.Hang(number(s.Number), rest, terminal.In(terminal.Faint, "[picture caption] "), terminal.Text(s.Text))
	default:
		p.page.Hang(number(s.Number), rest, terminal.Text(s.Text))
	}
}

// number is a paragraph's number, right-aligned in the margin.
func number(n int) terminal.Run {
	digits := strconv.Itoa(n)
	return terminal.In(terminal.Cyan, strings.Repeat(" ", max(0, 3-len(digits)))+digits+"  ")
}

// aboutArticle is one line with what is known of an article beside its words.
func aboutArticle(a *news.Article) string {
	parts := []string{a.ID}
	if a.Version > 1 {
		parts = append(parts, "version "+strconv.Itoa(a.Version))
	}
	for _, s := range []string{longDate(a.Info()), a.Outlet, strings.Join(a.Authors, ", ")} {
		if s != "" {
			parts = append(parts, s)
		}
	}
	return strings.Join(parts, " · ")
}
