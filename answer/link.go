package answer

import (
	"net/url"
	"strings"

	"onrecord/news"
)

// longFragment is how many words of a passage a link repeats in full; of a
// longer one it names the first and the last few.
const longFragment = 12

// Link is the address that opens the article at the quotation: a text fragment
// as browsers read it (WICG, URL Fragment Text Directives). It is "" where the
// article has no address on the web.
func Link(q news.Quote) string {
	u, err := url.Parse(q.Article().URL)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return ""
	}
	address := u.String()
	if u.Fragment == "" {
		address += "#"
	}
	return address + ":~:text=" + fragment(q.Text())
}

// fragment names a passage by its words, or by its ends.
func fragment(text string) string {
	words := strings.Fields(text)
	if len(words) <= longFragment {
		return escapeFragment(words)
	}
	const ends = longFragment / 2
	return escapeFragment(words[:ends]) + "," + escapeFragment(words[len(words)-ends:])
}

// escapeFragment writes words as a text directive's value, in which comma,
// hyphen and ampersand mean something.
func escapeFragment(words []string) string {
	return strings.NewReplacer("+", "%20", "-", "%2D").Replace(url.QueryEscape(strings.Join(words, " ")))
}
