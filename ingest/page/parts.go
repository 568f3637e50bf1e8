package page

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// parts cuts what was found into blocks, as a browser would lay them out.
func parts(root *html.Node) []Part {
	var w walker
	w.walk(root, Paragraph)
	w.end(Paragraph)
	return w.parts
}

// walker collects the text of the block that it is in.
type walker struct {
	parts   []Part
	text    strings.Builder
	letters int  // of text
	linked  int  // of those, how many stand in links
	links   int  // open links
	broken  bool // nothing but space has come since a line break
}

func (w *walker) walk(n *html.Node, kind Kind) {
	switch n.Type {
	case html.TextNode:
		w.put(n.Data)
		return
	case html.ElementNode:
	default:
		if n.Type != html.DocumentNode {
			return
		}
	}
	switch tag(n) {
	case atom.Script, atom.Style, atom.Noscript, atom.Template, atom.Iframe, atom.Svg, atom.Button, atom.Select, atom.Textarea,
		atom.Rt, atom.Rp: // how a word of a ruby is read stands above it, not in the text
		return
	case atom.Br:
		if w.broken { // two of them are how old pages end a paragraph
			w.end(kind)
		}
		w.broken = true
		w.text.WriteByte('\n')
		return
	}
	inner, block := kindOf(n, kind)
	if block {
		w.end(kind)
	}
	if tag(n) == atom.A {
		w.links++
	}
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		w.walk(c, inner)
	}
	if tag(n) == atom.A {
		w.links--
	}
	if tag(n) == atom.Td || tag(n) == atom.Th {
		w.text.WriteString(" | ")
	}
	if block {
		w.end(inner)
	}
}

// kindOf is the kind of the blocks in an element, and whether it is one itself.
func kindOf(n *html.Node, outer Kind) (inner Kind, block bool) {
	if isCaption(n) {
		return Caption, true
	}
	switch tag(n) {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return Heading, true
	case atom.Li, atom.Dt, atom.Dd:
		return Item, true
	case atom.Tr:
		return Row, true
	case atom.P, atom.Div, atom.Section, atom.Article, atom.Main, atom.Blockquote, atom.Ul, atom.Ol, atom.Dl, atom.Table, atom.Figure, atom.Pre,
		atom.Header, atom.Footer, atom.Aside, atom.Address, atom.Hr, atom.Form, atom.Fieldset, atom.Details, atom.Summary, atom.Body, atom.Caption:
		return outer, true
	}
	return outer, false
}

func (w *walker) put(text string) {
	w.text.WriteString(text)
	w.broken = w.broken && strings.TrimSpace(text) == ""
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			w.letters++
			if w.links > 0 {
				w.linked++
			}
		}
	}
}

// end closes the block that is open, if it has any text.
func (w *walker) end(kind Kind) {
	text := strings.Join(strings.Fields(w.text.String()), " ")
	text = strings.TrimSuffix(text, " |")
	if w.letters > 0 {
		w.parts = append(w.parts, Part{Kind: kind, Text: text, Linked: float64(w.linked) / float64(w.letters)})
	}
	w.text.Reset()
	w.letters, w.linked = 0, 0
}

// wideIn counts the letters of scripts that are written without spaces.
func wideIn(text string) int {
	n := 0
	for _, r := range text {
		if r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai, unicode.Khmer, unicode.Lao, unicode.Myanmar) {
			n++
		}
	}
	return n
}

// tag is an element's name. Finding the article renames elements, and leaves
// the atom of the old name.
func tag(n *html.Node) atom.Atom { return atom.Lookup([]byte(n.Data)) }
