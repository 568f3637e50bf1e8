package bot

import (
	"strings"

	"onrecord/answer"
	"onrecord/news"
)

const maxLink = 500

// unmasking escapes what would end a masked link or break its line.
var unmasking = strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", " ", "%20", `\`, "%5C", "|", "%7C", "*", "%2A")

// link is the address that opens the article at the quotation, the article's
// own when that grows too long, "" when it has none that can be shown.
func link(q news.Quote) string {
	at := unmasking.Replace(answer.Link(q))
	if len(at) <= maxLink {
		return at
	}
	address, _, _ := strings.Cut(at, "#")
	if len(address) > maxLink {
		return ""
	}
	return address
}
