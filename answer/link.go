package answer

import (
	"net/url"

	"onrecord/news"
)

// MaxLink is the longest link that [Link] returns, in bytes: a button of
// Discord takes 512.
const MaxLink = 500

// Link is the address that opens the article at the quotation: a text fragment
// that names no other place on the page. It is the plain address where no short
// enough one does, and "" where the article has no address on the web.
func Link(q news.Quote) string {
	u, err := url.Parse(q.Article().URL)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return ""
	}
	address := u.String()
	plain := address
	if u.Fragment == "" {
		address += "#"
	}
	address += ":~:text="
	page, span := q.Page(), q.Span()
	var text string
	for _, p := range page {
		if p.Number == span.Paragraph {
			text = p.Text
		}
	}
	t := newTarget(q.Article().Title, page, span.Paragraph, span.Start, span.End)
	for _, d := range directives(text, span.Start, span.End) {
		if link := address + d.String(); len(link) <= MaxLink && t.reached(d) {
			return link
		}
	}
	return plain
}
