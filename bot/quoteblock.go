package bot

import (
	"strings"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/phrases"
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
func quoteBlock(t phrases.Tongue, q news.Quote, number int, named bool) string {
	return credit(t, q, number) + "\n*" + kindMark(t, q) + "*\n" + wordsAndPlace(t, q, named)
}

// ownBlock is quoteBlock below a title that names the speaker and a line that
// tells the role: neither is said again.
func ownBlock(t phrases.Tongue, q news.Quote, number int, named bool, of news.Speaker) string {
	by := q.Speaker()
	if of.Name == "" || by.Name != of.Name || by.Role != "" && by.Role != of.Role {
		return quoteBlock(t, q, number, named)
	}
	line := "*" + kindMark(t, q) + "*"
	if number > 0 {
		line = "**" + t.Number(number) + "** · " + line
	}
	return line + "\n" + wordsAndPlace(t, q, named)
}

// wordsAndPlace are a quotation's words in a block quote, and where they stand.
func wordsAndPlace(t phrases.Tongue, q news.Quote, named bool) string {
	words, whole := quotedText(q, roomQuote)
	where := place(t, q, named)
	if !whole {
		where += " · " + t.Say("shortened here")
	}
	return "> " + words + "\n" + where
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
func credit(t phrases.Tongue, q news.Quote, number int) string {
	count := ""
	if number > 0 {
		count = t.Number(number) + " · "
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
		return "**" + count + t.Say("The article itself") + "**"
	}
	return "**" + count + t.Say("Somebody the article does not name") + "**"
}

// kindMark says in words how far the words are the speaker's own, and warns of
// a credit that is not sure.
func kindMark(t phrases.Tongue, q news.Quote) string {
	if q.Certainty() < news.Doubtful {
		return t.Say("{Manner}. Doubtful: the article leaves open who says this", answer.Manner(q))
	}
	return t.Say("{Manner}", answer.Manner(q))
}

// place says where the words stand.
func place(t phrases.Tongue, q news.Quote, named bool) string {
	line := t.Say("Paragraph {n}", q.Paragraph())
	if named {
		line = isolateWords(harmless(t.Say("Paragraph {n} of {article}", q.Paragraph(), source(t, q.Article(), roomRole))))
	}
	if at := link(q); at != "" {
		line += " · [" + t.Say("open the article there") + "](" + at + ")"
	}
	return line
}

// source names an article as text without markdown: title, outlet and date.
func source(t phrases.Tongue, a news.ArticleInfo, room int) string {
	out := clip(plain(a.Title), room)
	if !answer.HasMarks(out) { // a title that quotes has marks enough
		out = t.Say("“{title}”", out)
	}
	if a.Outlet != "" {
		out += ", " + clip(plain(a.Outlet), 60)
	}
	if !a.Published.IsZero() {
		out += ", " + t.Date(a.Published)
	}
	return out
}

// imprint is where and when an article appeared, for what has its title already;
// "" where that is not known.
func imprint(t phrases.Tongue, a news.ArticleInfo) string {
	out := clip(plain(a.Outlet), 60)
	if !a.Published.IsZero() {
		out = strings.TrimPrefix(out+", "+t.Date(a.Published), ", ")
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
