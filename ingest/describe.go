package ingest

import (
	"strings"
	"time"
	"unicode/utf8"

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
		a.Title, a.Untitled = "Untitled article (“"+opening(a)+"”)", true
	}
	if a.Published.IsZero() {
		a.Published = pageDate(a.Paragraphs)
	}
	for _, p := range a.Paragraphs {
		if p.Kind != news.Furniture {
			continue
		}
		if a.Authors == nil {
			a.Authors = bylineNames(p.Text)
		}
		if a.Outlet == "" {
			a.Outlet = owner(p.Text)
		}
	}
	if a.Language == "" && looksEnglish(a) {
		a.Language = "en"
	}
}

// pageTitle is the page's headline: what Markdown or a "Title:" line marks as
// one, else the first heading above the body that is long enough for one.
func pageTitle(ps []news.Paragraph, blocks []block) string {
	short := ""
	for i, p := range ps {
		switch {
		case blocks[i].mark == title:
			return p.Text
		case p.Kind == news.Body:
			return short
		case p.Kind != news.Heading:
		case len(strings.Fields(p.Text)) >= 5:
			return p.Text
		case short == "":
			short = p.Text
		}
	}
	return short
}

// opening is the beginning of the first paragraph of the body, cut at a word.
func opening(a *news.Article) string {
	const most = 50
	text := ""
	for _, p := range a.Citable() {
		if text == "" || p.Kind == news.Body {
			text = p.Text
		}
		if p.Kind == news.Body {
			break
		}
	}
	text = strings.Trim(text, "\"“”«»„'‘ ")
	if utf8.RuneCountInString(text) <= most {
		return text
	}
	cut := string([]rune(text)[:most+1])
	if space := strings.LastIndexByte(cut, ' '); space > most/2 {
		cut = cut[:space]
	}
	return strings.TrimRight(cut, " ,;:–—-.") + "…"
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
