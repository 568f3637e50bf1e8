package bot

import (
	"fmt"
	"strconv"
	"strings"

	"onrecord/news"
)

// A button's ID is its verb and what it needs to know, so that it works as long
// as the article is there, whatever has been restarted since.
const (
	verbContext = "c" // c|ARTICLE.VERSION.PARAGRAPH.START.END
	verbMore    = "m" // m|FROM|NAME
	verbNext    = "n" // n|SPAN|SPAN…
	verbWhoElse = "w" // w|QUESTION
	verbAsk     = "q" // q|ARTICLE|MESSAGE, a form
	verbFollow  = "o" // o|ARTICLE, under an answer
	verbForm    = "g" // g|ARTICLE|SPAN, where a conversation goes on
	verbTyped   = "h" // h|, a form
	verbAgain   = "r" // r|…, see again.go
	separator   = "|"

	maxCustomID = 100
)

// errOldButton answers a button that this version of the bot can't read.
const errOldButton = excuse("That button is from an older version of me. Please ask again.")

// customID joins a button's ID; ok is false when it would be too long.
func customID(verb string, args ...string) (id string, ok bool) {
	id = strings.Join(append([]string{verb}, args...), separator)
	return id, size(id) <= maxCustomID
}

// splitID is the reverse of customID.
func splitID(id string) (verb string, args []string) {
	parts := strings.Split(id, separator)
	return parts[0], parts[1:]
}

func spanID(s news.Span) string {
	return fmt.Sprintf("%s.%d.%d.%d.%d", s.Article.ID, s.Article.Version, s.Paragraph, s.Start, s.End)
}

// parseSpans reads what spanID wrote. Whether the spans lie in an article is
// for news.Cut to find out.
func parseSpans(args []string) ([]news.Span, error) {
	var out []news.Span
	for _, arg := range args {
		parts := strings.Split(arg, ".")
		if len(parts) < 5 {
			return nil, fmt.Errorf("%q does not name a place in an article", arg)
		}
		var n [4]int
		cut := len(parts) - len(n)
		for i, p := range parts[cut:] {
			v, err := strconv.Atoi(p)
			if err != nil {
				return nil, fmt.Errorf("%q does not name a place in an article: %w", arg, err)
			}
			n[i] = v
		}
		ref := news.Ref{ID: strings.Join(parts[:cut], "."), Version: n[0]}
		out = append(out, news.Span{Article: ref, Paragraph: n[1], Start: n[2], End: n[3]})
	}
	return out, nil
}
