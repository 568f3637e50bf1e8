package main

import (
	"context"

	"onrecord/news"
	"onrecord/terminal"
)

type articleListCommand struct {
	JSON bool `name:"json" help:"Print JSON."`
}

func (articleListCommand) Help() string {
	return "Newest first.\n\nExample:\n\n    onrecord article list"
}

// articleJSON is an article as --json prints it.
type articleJSON struct {
	ID        string `json:"id"`
	Version   int    `json:"version"`
	Title     string `json:"title"`
	URL       string `json:"url"`
	Outlet    string `json:"outlet"`
	Published string `json:"published"`
}

func asJSON(i news.ArticleInfo) articleJSON {
	return articleJSON{ID: i.ID, Version: i.Version, Title: i.Title, URL: i.URL, Outlet: i.Outlet, Published: i.Date()}
}

func (c *articleListCommand) Run(ctx context.Context, p *program) error {
	lib, err := p.readLibrary(ctx)
	if err != nil {
		return err
	}
	defer lib.Close()
	infos, err := lib.Articles(ctx, news.HomeLibrary)
	if err != nil {
		return err
	}
	if c.JSON {
		list := []articleJSON{}
		for _, i := range infos {
			list = append(list, asJSON(i))
		}
		return p.printJSON(list)
	}
	if len(infos) == 0 {
		p.page.Para(terminal.Text("The library is empty. Add an article: onrecord article add FILE"))
		return nil
	}
	heading := func(s string) terminal.Run { return terminal.In(terminal.Faint, s) }
	rows := [][]terminal.Run{{heading("ID"), heading("published"), heading("title")}}
	for _, i := range infos {
		rows = append(rows, []terminal.Run{terminal.In(terminal.Bold, i.ID), terminal.Text(dateOrDash(i)), terminal.Text(i.Title)})
	}
	p.page.Table(rows)
	return nil
}

func dateOrDash(i news.ArticleInfo) string {
	if d := i.Date(); d != "" {
		return d
	}
	return "-"
}
