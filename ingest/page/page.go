// Package page finds the article on a web page: its paragraphs in their order,
// without what stands around them, and what the page says of it.
package page

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"

	readability "codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
)

// A Page is what was read from one web page.
type Page struct {
	About
	Parts []Part // in page order
}

// A Part is one block of the article.
type Part struct {
	Kind Kind
	Text string // one line, spaces squeezed, as the page shows it
	// Linked is the share of Text's letters that stand in links, from 0 to 1.
	Linked float64
}

// Kind is what the page makes of a part.
type Kind int

// The kinds of part.
const (
	Paragraph Kind = iota
	Item           // of a list
	Row            // of a table
	Heading
	Caption // of a picture
)

// The largest page that is read. Real ones have at most half of each; finding
// the article takes time that grows with the square of a page's paragraphs.
const (
	MaxBytes    = 6 << 20
	maxElements = 30_000
	maxTags     = 10 * maxElements
)

var errTooMany = fmt.Errorf("has more than %d elements, which no article needs", maxElements)

// Read finds the article on a page. charset is the character set that the
// server named, "" for none; address is the page's, "" if unknown. Errors are
// the rest of a sentence that begins with what the page is called.
func Read(data []byte, charset, address string) (*Page, error) {
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("is larger than %d MB; an article's page is far smaller", MaxBytes>>20)
	}
	// Before a tree is built, which takes a hundred times the memory.
	if bytes.Count(data, []byte("<")) > maxTags {
		return nil, errTooMany
	}
	doc, err := html.Parse(strings.NewReader(decode(data, charset)))
	if err != nil {
		return nil, errors.New("is not a page that can be read: its elements stand too deep in each other")
	}
	if tooMany(doc) {
		return nil, errTooMany
	}
	base, err := url.Parse(address)
	if err != nil {
		base = &url.URL{}
	}
	p := &Page{About: about(doc, base)}
	all := parts(doc)
	signs := signsOf(doc, all)
	withoutPictures(doc)
	parser := readability.NewParser()
	parser.KeepClasses = true // they tell boxes from prose
	found, err := parser.ParseAndMutate(doc, base)
	if err != nil {
		return nil, fmt.Errorf("can't be read as an article: %w", err)
	}
	if found.Node != nil {
		withoutBoxes(found.Node)
		p.Parts = withCaptions(parts(found.Node), all)
	}
	if err := judge(p.Parts, p.About, signs); err != nil {
		return nil, err
	}
	return p, nil
}

// tooMany tells whether a page has more elements than any that people read.
func tooMany(doc *html.Node) bool {
	elements := 0
	for n := range doc.Descendants() {
		if n.Type == html.ElementNode {
			elements++
		}
	}
	return elements > maxElements
}
