package bot

import (
	"context"
	"testing"

	"onrecord/news"
)

// shelfOf is a list of articles for what needs no more.
type shelfOf struct {
	Pages
	infos []news.ArticleInfo
}

func (s shelfOf) Articles(context.Context, string) ([]news.ArticleInfo, error) { return s.infos, nil }

// TestArticleByAddress holds that people may paste the address of an article of
// the library where its name is asked for.
func TestArticleByAddress(t *testing.T) {
	const address = "https://gazette.example/2026/trams"
	trams := &news.Article{Title: "Tram line to reach the harbour", URL: address, Version: 1}
	trams.ID = news.ArticleID(trams)
	p := shelfOf{infos: []news.ArticleInfo{trams.Info()}}
	for _, tt := range []struct {
		name, typed string
		found       bool
	}{
		{"the address", address, true},
		{"a place within it", address + "#comments", true},
		{"the title", "tram harbour", true},
		{"another address", "https://gazette.example/2026/ferries", false},
	} {
		t.Run(tt.name, func(t *testing.T) {
			id, err := article(t.Context(), p, Request{Options: map[string]string{articleOption.Name: tt.typed}})
			if tt.found != (err == nil) || tt.found && id != trams.ID {
				t.Errorf("%q, %v", id, err)
			}
		})
	}
}
