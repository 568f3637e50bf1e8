package ingest

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"net/url"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"onrecord/ingest/page"
	"onrecord/news"
)

// MaxFile is the largest document that is read, in bytes. Of text, only
// [MaxBytes] are.
const MaxFile = 20 << 20

// CheckSize tells whether a file of that size is read at all, before it is.
func CheckSize(name string, size int64) error {
	if size > MaxFile {
		return complaint(fmt.Sprintf("%s is larger than %d MB; an article is far smaller, so please save only the article's text", shownName(name), MaxFile>>20))
	}
	return nil
}

// called is what errors call the document.
func (d Document) called() string {
	if u, err := url.Parse(d.Address); d.Address != "" && err == nil {
		return "The page at " + u.Hostname()
	}
	return shownName(d.Name)
}

// format is what a document is.
type format int

const (
	textFile format = iota // text or Markdown
	webPage
	pdfFile
	docxFile
)

// format tells what the document is: by its bytes where they show it, for a page
// also by what the server or the file's name says.
func (d Document) format() format {
	switch {
	case bytes.HasPrefix(d.Data, []byte("%PDF-")):
		return pdfFile
	case bytes.HasPrefix(d.Data, []byte("PK\x03\x04")):
		return docxFile
	case d.Type == "text/html", d.Type == "application/xhtml+xml", d.hasExtension(".html", ".htm", ".xhtml"), foreign(d.Data) == "a web page (HTML)":
		return webPage
	}
	return textFile
}

// IsText tells whether the document is read as text or Markdown.
func (d Document) IsText() bool { return d.format() == textFile }

func (d Document) article(ctx context.Context, cache string) (a *news.Article, err error) {
	switch d.format() {
	case webPage:
		return d.page()
	case pdfFile:
		a, err = d.pdf(ctx, cache)
	case docxFile:
		a, err = d.docx()
	default:
		a, err = read(d.Name, d.Data)
	}
	if err == nil && d.Address != "" {
		// Whatever address a file names: it was got from this one.
		a.URL = news.PlainAddress(d.Address)
		a.ID = news.ArticleID(a)
	}
	return a, err
}

func (d Document) hasExtension(list ...string) bool {
	return slices.Contains(list, strings.ToLower(filepath.Ext(d.Name)))
}

func (d Document) page() (*news.Article, error) {
	p, err := page.Read(d.Data, d.Charset, d.Address)
	if err != nil {
		return nil, err
	}
	var blocks []block
	var linked []float64
	for _, part := range p.Parts {
		b := block{text: squeeze(clean(part.Text))}
		if b.text == "" {
			continue
		}
		switch {
		case part.Kind == page.Heading:
			b.mark = heading
		case part.Kind == page.Item:
			b.mark = bullet
		case part.Kind == page.Row:
			b.mark = row
		case part.Kind == page.Caption:
			b.mark = legend
		}
		blocks = append(blocks, b)
		linked = append(linked, part.Linked)
	}
	if err := checkSizes(blocks); err != nil {
		return nil, err
	}
	kinds, said := pageKinds(blocks, linked), aboutPage(p.About)
	for i := 0; i < len(blocks) && said.date.IsZero() && kinds[i] != news.Body; i++ {
		said.date = firstPublished(blocks[i].text, findDates(blocks[i].text))
	}
	return assemble(blocks, kinds, said)
}

// aboutPage is what a page says of its article, read.
func aboutPage(said page.About) matter {
	m := matter{title: said.Title, url: said.Canonical, outlet: said.Outlet, authors: said.Authors}
	m.set("language", said.Language)
	for _, byline := range said.Bylines {
		if len(m.authors) == 0 {
			m.authors = bylineNames(byline)
		}
	}
	for _, d := range said.Dates {
		if m.date.IsZero() {
			m.date = machineDate(d)
		}
	}
	return m
}

// machineDate reads a date as pages write it for machines: the day as it was
// where the article was written, whatever the time zone.
func machineDate(text string) time.Time {
	if m := isoDay().FindStringSubmatch(text); m != nil {
		return date(m[1], number(m[2]), number(m[3]))
	}
	for _, d := range findDates(text) {
		if !d.at.IsZero() {
			return d.at
		}
	}
	return time.Time{}
}

var isoDay = pattern(`^\s*((?:19|20)\d\d)-?(\d\d)-?(\d\d)`)

// assemble makes an article of a document's blocks, what each of them is, and
// what the document says of itself.
func assemble(blocks []block, kinds []news.ParagraphKind, m matter) (*news.Article, error) {
	a := &news.Article{}
	for i, b := range blocks {
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: kinds[i], Text: b.text})
	}
	news.NumberParagraphs(a.Paragraphs)
	if len(a.Citable()) == 0 {
		return nil, errors.New("holds no paragraph of an article that could be cited; is it only a page's menu, or a list?")
	}
	describe(a, blocks, m)
	a.ID = news.ArticleID(a)
	return a, nil
}
