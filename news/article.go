package news

import "time"

// Article is one version of one page or file, read into paragraphs. It is
// written once: a page that changes becomes a new version with the same ID.
type Article struct {
	// ID is derived from the article's address, or from its words where it has
	// none, so that two databases agree on it. See [ArticleID].
	ID string
	// Version counts from 1; a changed text is the next one.
	Version int
	// Title is the page's own title or, where it has none, one that says so.
	Title string
	// Untitled tells that Title was made from the first words of the body.
	Untitled bool
	// URL is the canonical address, "" where the article has none.
	URL string
	// Outlet is the publication's name as the page gives it, "" if unknown.
	Outlet string
	// Authors are the by-lines in page order.
	Authors []string
	// Language is a BCP 47 tag such as "en", "" if unknown.
	Language string
	// Published is midnight UTC of the publication date, zero if unknown.
	Published time.Time
	// Paragraphs is everything on the page, in page order, furniture included:
	// what may be cited is decided once, when the page is read.
	Paragraphs []Paragraph
}

// Ref names one version of one article.
type Ref struct {
	ID      string
	Version int
}

// Ref returns the name of this version.
func (a *Article) Ref() Ref { return Ref{ID: a.ID, Version: a.Version} }

// Paragraph returns the citable paragraph with that number (counted from 1),
// or nil when the article has none such.
func (a *Article) Paragraph(number int) *Paragraph {
	if number < 1 {
		return nil
	}
	for i := range a.Paragraphs {
		if a.Paragraphs[i].Number == number {
			return &a.Paragraphs[i]
		}
	}
	return nil
}

// Citable returns the paragraphs that may be cited, in page order; the first
// has Number 1.
func (a *Article) Citable() []Paragraph {
	var out []Paragraph
	for _, p := range a.Paragraphs {
		if p.Number > 0 {
			out = append(out, p)
		}
	}
	return out
}

// Info returns what is shown of an article beside its words.
func (a *Article) Info() ArticleInfo {
	return ArticleInfo{Ref: a.Ref(), Title: a.Title, URL: a.URL, Outlet: a.Outlet, Published: a.Published}
}

// ArticleInfo is an article without its paragraphs: what lists and citations show.
type ArticleInfo struct {
	Ref
	Title     string
	URL       string
	Outlet    string
	Published time.Time
}

// Date returns the publication date as 2006-01-02, "" if unknown.
func (i ArticleInfo) Date() string {
	if i.Published.IsZero() {
		return ""
	}
	return i.Published.UTC().Format(time.DateOnly)
}

// ParagraphKind says what a paragraph is on its page.
type ParagraphKind string

// The kinds of paragraph. Only Body and Caption may be cited.
const (
	Body      ParagraphKind = "body"
	Caption   ParagraphKind = "caption"
	Heading   ParagraphKind = "heading"
	Related   ParagraphKind = "related"   // a headline of, or link to, another story
	Furniture ParagraphKind = "furniture" // navigation, dates, comment boxes
)

// Citable tells whether words of such a paragraph may be shown as the article's.
func (k ParagraphKind) Citable() bool { return k == Body || k == Caption }

// Paragraph is a stretch of a page as it was written.
type Paragraph struct {
	// Number counts the citable paragraphs from 1 in page order; 0 for the others.
	Number int
	Kind   ParagraphKind
	// Text is valid UTF-8 without line breaks, never changed after storing.
	Text string
}

// NumberParagraphs sets Number on every paragraph by its kind. Readers call it
// once, when the kinds are settled.
func NumberParagraphs(ps []Paragraph) {
	n := 0
	for i := range ps {
		ps[i].Number = 0
		if ps[i].Kind.Citable() {
			n++
			ps[i].Number = n
		}
	}
}
