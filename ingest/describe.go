package ingest

import (
	"strings"
	"time"

	"onrecord/news"
)

// describe fills in what is known of the article beside its paragraphs: what
// the file says outright first, then what the page shows. It invents nothing.
func describe(a *news.Article, blocks []block, m matter) {
	a.Title, a.URL, a.Outlet, a.Authors, a.Language, a.Published = m.title, m.url, m.outlet, m.authors, m.language, m.date
	if a.Title == "" {
		a.Title = pageTitle(a.Paragraphs, blocks)
	}
	if a.Title == "" {
		a.Title, a.Untitled = "Untitled article (“"+firstWords(a)+"”)", true
	}
	if a.Published.IsZero() {
		a.Published = pageDate(a.Paragraphs)
	}
	for i, p := range a.Paragraphs {
		if p.Kind != news.Furniture {
			continue
		}
		if a.Authors == nil {
			a.Authors = bylineNames(p.Text)
		}
		if a.Authors == nil && strings.EqualFold(p.Text, "by") {
			a.Authors = namesBelow(a.Paragraphs[i+1:])
		}
		if a.Outlet == "" {
			a.Outlet = owner(p.Text)
		}
	}
	a.Language = languageOf(a, a.Language)
}

// pageDate is the publication date that the page shows: a line that says so
// anywhere before the comments, else a bare date near the top, else the date
// that opens the first paragraph of the body.
func pageDate(ps []news.Paragraph) time.Time {
	var bare time.Time
	body := 0
	for _, p := range ps {
		switch {
		case p.Kind == news.Body:
			if body++; body == 1 && bare.IsZero() {
				bare = datelineDate(p.Text)
			}
		case p.Kind != news.Furniture:
		case body > 0 && len(p.Text) < 80 && commentLabel().MatchString(p.Text):
			return bare
		default:
			at, ok := dateLine(p.Text)
			if !ok && isByline(p.Text) {
				at = firstPublished(p.Text, findDates(p.Text))
			}
			if !at.IsZero() && dateLabel().MatchString(p.Text) {
				return at
			}
			if bare.IsZero() && body < 3 {
				bare = at
			}
		}
	}
	return bare
}

// datelineDate reads the date of a dateline such as "OSLO, 3 May 2021 (Agency) — …".
func datelineDate(text string) time.Time {
	if len(text) > 80 {
		text = strings.ToValidUTF8(text[:80], "")
	}
	for _, dash := range []string{" — ", " – ", " -- ", " - "} {
		if head, _, ok := strings.Cut(text, dash); ok {
			place, _, _ := strings.Cut(head, ",")
			if place == strings.ToUpper(place) && hasLetter(place) {
				return firstPublished(head, findDates(head))
			}
		}
	}
	return time.Time{}
}
