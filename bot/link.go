package bot

import (
	"net/url"
	"strings"

	"onrecord/news"
)

const (
	maxLink = 500
	// fragmentWords is how many words at either end of a long passage name it
	// in a link.
	fragmentWords = 6
)

// link is the address that opens the article at the quotation (a text fragment,
// as browsers read it), the article's own when that grows too long, "" when it
// has none that can be shown.
func link(q news.Quote) string {
	u, err := url.Parse(q.Article().URL)
	if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" || u.User != nil {
		return ""
	}
	u.Fragment, u.RawFragment = "", ""
	// Only these would end a masked link or break its line.
	address := strings.NewReplacer("(", "%28", ")", "%29", "<", "%3C", ">", "%3E", " ", "%20", `\`, "%5C", "|", "%7C", "*", "%2A").Replace(u.String())
	if at := address + "#:~:text=" + fragment(q.Text()); len(at) <= maxLink {
		return at
	}
	if len(address) > maxLink {
		return ""
	}
	return address
}

// fragment names a passage by its words, or by the first and last of many.
func fragment(text string) string {
	words := strings.Fields(text)
	if len(words) <= 2*fragmentWords {
		return escapeFragment(words)
	}
	return escapeFragment(words[:fragmentWords]) + "," + escapeFragment(words[len(words)-fragmentWords:])
}

// escapeFragment escapes words for a text directive, in which comma and hyphen
// mean something.
func escapeFragment(words []string) string {
	const hex = "0123456789ABCDEF"
	var b strings.Builder
	for _, c := range []byte(strings.Join(words, " ")) {
		switch {
		case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9', c == '.':
			b.WriteByte(c)
		default:
			b.Write([]byte{'%', hex[c>>4], hex[c&15]})
		}
	}
	return b.String()
}
