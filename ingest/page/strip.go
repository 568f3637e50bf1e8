package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// strip takes out of a page what is never part of an article: pictures with
// what stands under them (their captions are found beforehand, see captions),
// and boxes whose markup says what they are.
func strip(doc *html.Node) {
	var gone []*html.Node
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && junk(c) {
				gone = append(gone, c)
				continue
			}
			walk(c)
		}
	}
	walk(doc)
	for _, n := range gone {
		n.Parent.RemoveChild(n)
	}
}

func junk(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html, atom.Body, atom.Main, atom.Article:
		return false
	case atom.Figure:
		return words(n, figureWords) < figureWords
	}
	return isCaption(n)
}

// figureWords is more than stands under any picture. A larger figure is an
// article's own part, such as a table.
const figureWords = 150

// isCaption tells whether an element is the caption of a picture.
func isCaption(n *html.Node) bool {
	if n.DataAtom == atom.Figcaption {
		return true
	}
	for name := range strings.FieldsSeq(strings.ToLower(attr(n, "class"))) {
		switch {
		case name == "caption", strings.HasSuffix(name, "-caption"), strings.HasSuffix(name, "_caption"), strings.HasSuffix(name, "caption-text"), strings.HasPrefix(name, "caption-"):
			return words(n, figureWords) < figureWords
		}
	}
	return false
}

// words counts the words in an element, up to a number that is enough.
func words(n *html.Node, enough int) int {
	count := 0
	for c := range n.Descendants() {
		if c.Type == html.TextNode {
			if count += len(strings.Fields(c.Data)); count >= enough {
				break
			}
		}
	}
	return count
}

// attr is the value of an element's attribute, "" for none.
func attr(n *html.Node, name string) string {
	for _, a := range n.Attr {
		if a.Key == name {
			return a.Val
		}
	}
	return ""
}
