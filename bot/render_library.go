package bot

import (
	"strconv"
	"strings"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/phrases"
)

// renderAdded says what became of something added.
func renderAdded(t phrases.Tongue, o news.Outcome) Message {
	title := clip(plain(o.Title), 150)
	if !answer.HasMarks(title) {
		title = t.Say("“{title}”", title)
	}
	switch {
	case !o.Added:
		l := newLayout(t, colourInfo, t.Say("Nothing new"))
		l.assert("{article} is here already, word for word.", title)
		return l.message()
	case o.Article.Version > 1:
		l := newLayout(t, colourAnswer, t.Say("A new version"))
		l.assert("{article} has changed: this is version {n}.", title, o.Article.Version)
		return l.added(o)
	}
	l := newLayout(t, colourAnswer, t.Say("Added"))
	l.assert("{article} can be asked now.", title)
	return l.added(o)
}

// added tells what was read.
func (l *layout) added(o news.Outcome) Message {
	l.add(harmless(strings.Join([]string{
		l.Count(o.Paragraphs, "{n} paragraph", "{n} paragraphs"),
		l.Count(o.Speakers, "{n} speaker", "{n} speakers"),
		l.Count(o.Statements, "{n} statement", "{n} statements"),
	}, " · ")))
	l.footer(o.Article.ID)
	return l.message()
}

// perPage is how many articles a page of a list shows.
const perPage = 10

// renderArticles lists articles from the one with that index on.
func renderArticles(t phrases.Tongue, all []news.ArticleInfo, shared func(news.ArticleInfo) bool, from int) Message {
	if len(all) == 0 {
		l := newLayout(t, colourAbstain, t.Say("Articles"))
		l.assert("There are no articles here.")
		l.say("Those who may can add one: /article add")
		return l.message()
	}
	if from >= len(all) {
		from = 0
	}
	l := newLayout(t, colourInfo, t.Say("Articles"))
	to := min(from+perPage, len(all))
	for _, a := range all[from:to] {
		line := "**" + harmless(articleName(t, a)) + "**\n" + harmless(a.ID)
		if shared(a) {
			line += " · " + harmless(t.Say("shared by all servers"))
		}
		l.add(line)
	}
	l.footer(t.Say("{first} to {last} of {n}", from+1, to, len(all)))
	m := l.message()
	if id, ok := customID(verbArticles, strconv.Itoa(max(from-perPage, 0))); ok && from > 0 {
		m.addButtons(Button{t.Say("Back"), id})
	}
	if id, ok := customID(verbArticles, strconv.Itoa(to)); ok && to < len(all) {
		m.addButtons(Button{t.Say("Next"), id})
	}
	return m
}

// renderArticle shows what there is of an article.
func renderArticle(t phrases.Tongue, a *news.Article, r *news.Reading, cards []news.Card) Message {
	l := newLayout(t, colourInfo, a.Title)
	if a.URL != "" {
		l.add(harmless(clip(plain(a.URL), maxLink)))
	}
	l.add(harmless(strings.Join([]string{
		l.Count(len(a.Citable()), "{n} paragraph", "{n} paragraphs"),
		l.Count(len(cards), "{n} speaker", "{n} speakers"),
		l.Count(len(r.Statements), "{n} statement", "{n} statements"),
	}, " · ")))
	if len(cards) > 0 {
		l.say("Who speaks in it:")
		l.names(cards)
	}
	l.footer(strings.TrimPrefix(imprint(t, a.Info())+" · "+a.ID, " · "))
	return l.message()
}
