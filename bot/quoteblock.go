package bot

import (
	"fmt"
	"strings"

	"onrecord/answer"
	"onrecord/news"
)

// Rooms for the parts of a quotation's block, in code points.
const (
	roomQuote = 900
	roomName  = 120
	roomRole  = 160
)

// quoteBlock shows one quotation: whose words and what kind, the words in a
// block quote, and where they stand. number counts several, 0 for a single
// one. named adds the article's name, for lists from more than one article.
func quoteBlock(q news.Quote, number int, named bool) string {
	words, whole := quotedText(q, roomQuote)
	lines := []string{credit(q, number), "*" + kindMark(q) + "*", "> " + words, place(q, named)}
	if !whole {
		lines[3] += " · shortened here"
	}
	return strings.Join(lines, "\n")
}

// quotedText is the quotation's words as they are shown: a direct quotation in
// clean marks, everything else as the article has it.
func quotedText(q news.Quote, room int) (string, bool) {
	if q.Kind() == news.Direct {
		if inner, ok := answer.Unmarked(q.Text()); ok {
			shown, whole := fit(inner, room-2)
			return "“" + shown + "”", whole
		}
	}
	return fit(q.Text(), room)
}

// credit names the speaker with the role, or the article.
func credit(q news.Quote, number int) string {
	count := ""
	if number > 0 {
		count = fmt.Sprintf("%d · ", number)
	}
	by := q.Speaker()
	switch {
	case by.Name != "":
		name, _ := fit(by.Name, roomName)
		line := "**" + count + name + "**"
		if role, _ := fit(by.Role, roomRole); role != "" {
			line += ", " + role
		}
		return line
	case q.Kind() == news.Narration:
		return "**" + count + "The article itself**"
	}
	return "**" + count + "Somebody the article does not name**"
}

// kindMark says in words how far the words are the speaker's own, and warns of
// a credit that is not sure.
func kindMark(q news.Quote) string {
	manner := answer.Manner(q)
	mark := strings.ToUpper(manner[:1]) + manner[1:]
	if q.Certainty() < news.Doubtful {
		mark += ". Doubtful: the article leaves open who says this"
	}
	return mark
}

// place says where the words stand.
func place(q news.Quote, named bool) string {
	line := fmt.Sprintf("Paragraph %d", q.Paragraph())
	if named {
		line += " of " + harmless(source(q.Article(), roomRole))
	}
	if at := link(q); at != "" {
		line += " · [open the article there](" + at + ")"
	}
	return line
}

// source names an article as text without markdown: title, outlet and date.
func source(a news.ArticleInfo, room int) string {
	out := clip(plain(a.Title), room)
	if !answer.HasMarks(out) { // a title that quotes has marks enough
		out = "“" + out + "”"
	}
	if a.Outlet != "" {
		out += ", " + clip(plain(a.Outlet), 60)
	}
	if !a.Published.IsZero() {
		out += ", " + a.Published.UTC().Format("2 January 2006")
	}
	return out
}

// oneArticle tells whether all quotations stand in the same article.
func oneArticle(quotes []news.Quote) bool {
	for _, q := range quotes {
		if q.Article().Ref != quotes[0].Article().Ref {
			return false
		}
	}
	return len(quotes) > 0
}
