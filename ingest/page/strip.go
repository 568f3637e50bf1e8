package page

import (
	"regexp"
	"strings"
	"sync"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// withoutPictures takes the pictures out of a page, with what stands under
// them: their captions are found beforehand, see withCaptions.
func withoutPictures(doc *html.Node) { remove(doc, isPicture) }

// withoutBoxes takes out of what was found the boxes whose markup says that
// they stand beside the article, not in it.
func withoutBoxes(found *html.Node) {
	all := words(found, 100_000)
	remove(found, func(n *html.Node) bool { return isBox(n) && isAside(n, all) })
}

// remove takes the elements under root of which gone is true out of the tree.
func remove(root *html.Node, gone func(*html.Node) bool) {
	var found []*html.Node
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		for c := n.FirstChild; c != nil; c = c.NextSibling {
			if c.Type == html.ElementNode && gone(c) {
				found = append(found, c)
				continue
			}
			walk(c)
		}
	}
	walk(root)
	for _, n := range found {
		n.Parent.RemoveChild(n)
	}
}

// isAside tells whether a box with such a name can be beside the article: it
// holds a small part of the page's words, and nothing that marks the article.
func isAside(n *html.Node, all int) bool {
	if words(n, all/5+1) > all/5 {
		return false
	}
	for c := range n.Descendants() {
		if tag(c) == atom.H1 || tag(c) == atom.Article || tag(c) == atom.Main || strings.EqualFold(attr(c, "itemprop"), "articleBody") {
			return false
		}
	}
	return true
}

// isPicture tells whether an element is a picture with what belongs to it.
func isPicture(n *html.Node) bool {
	return tag(n) == atom.Figure && words(n, figureWords) < figureWords || isCaption(n)
}

// figureWords is more than stands under any picture. A larger figure is an
// article's own part, such as a table.
const figureWords = 150

// isCaption tells whether an element is the caption of a picture.
func isCaption(n *html.Node) bool {
	if tag(n) == atom.Figcaption {
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

// isBox tells whether an element says of itself that it is a box beside the
// article: a list of other stories, an offer, a dialogue, readers' comments.
func isBox(n *html.Node) bool {
	switch tag(n) {
	case atom.Html, atom.Body, atom.Main, atom.Article:
		return false
	case atom.Nav, atom.Dialog, atom.Aside:
		return true
	}
	switch strings.ToLower(attr(n, "role")) {
	case "dialog", "alertdialog", "navigation", "search", "complementary":
		return true
	}
	return boxName().MatchString(attr(n, "class")) || boxName().MatchString(attr(n, "id"))
}

// boxName matches the names that pages give to such boxes, as a whole word of a
// class or identifier. A box that holds the article as well is called otherwise.
var boxName = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`(?i)(^|[\s_-])(newsletter|cookies?|consent|gdpr|related|read-?more|more-?stories|most-?(read|popular|viewed)|trending|recommended|recommendations|comments?|disqus|respond|share|sharing|social|promo|advert(isement)?|subscri(be|ption)|signup|sign-up|paywall|breadcrumbs?|author-?(bio|box|info)|outbrain|taboola)([\s_-]|$)`)
})

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
