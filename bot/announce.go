package bot

import (
	"context"
	"errors"
	"fmt"
	"strings"

	"onrecord/answer"
	"onrecord/news"
	"onrecord/phrases"
)

// Announce tells a feed's channel of an article that came: once where it is told
// again within the few minutes for which Discord remembers what was sent, as after
// a crash. Who may not be told (the channel is gone, or closed to the bot) is no
// error.
func (b *Bot) Announce(ctx context.Context, f news.Feed, a *news.Article, r *news.Reading) error {
	m := renderArrival(b.tongueOf(ctx, f.Library), a, r)
	return b.tell(ctx, f.Channel, m, fmt.Sprint("a", f.Library, a.ID, a.Version))
}

// SendDigest sends what is new of a speaker in the articles that came, nothing
// when that is nothing, and once where the same is sent again within a few minutes.
func (b *Bot) SendDigest(ctx context.Context, w news.Watch, came []news.Shelved) error {
	var quotes []news.Quote
	seen := map[string]bool{}
	for _, c := range came {
		found, err := b.config.Engine.Speaker(ctx, answer.LookUp{Library: w.Library, Name: w.Speaker, Article: c.Article.ID})
		if err != nil {
			return err
		}
		older := ""
		if c.Article.Version > 1 {
			if older, err = b.wordsOf(ctx, w.Library, news.Ref{ID: c.Article.ID, Version: c.Article.Version - 1}); err != nil {
				return err
			}
		}
		for _, q := range found.Quotes() {
			if !seen[q.Text()] && !strings.Contains(older, q.Text()) {
				seen[q.Text()] = true
				quotes = append(quotes, q)
			}
		}
	}
	if len(quotes) == 0 {
		return nil
	}
	channel := w.Channel
	if channel == "" {
		var err error
		if channel, err = b.direct(ctx, w.Person); err != nil {
			return err
		}
	}
	last := came[len(came)-1].Article
	return b.tell(ctx, channel, renderDigest(b.tongueOf(ctx, w.Library), w, quotes), fmt.Sprint("w", w.Library, w.ID, w.Since.UnixMilli(), last.ID, last.Version))
}

// wordsOf are an article version's paragraphs, "" when it is gone.
func (b *Bot) wordsOf(ctx context.Context, library string, ref news.Ref) (string, error) {
	a, _, err := b.config.Pages.Article(ctx, library, ref)
	if errors.Is(err, news.ErrNotFound) {
		return "", nil
	}
	if err != nil {
		return "", err
	}
	var text strings.Builder
	for _, p := range a.Citable() {
		text.WriteString(p.Text + "\n")
	}
	return text.String(), nil
}

// linesTold is how many speakers an announcement quotes.
const linesTold = 3

// renderArrival tells of an article that came: who said what in three lines.
func renderArrival(t phrases.Tongue, a *news.Article, r *news.Reading) Message {
	l := newLayout(t, colourInfo, a.Title)
	var lines []string
	for _, q := range telling(a, r) {
		name, _ := fit(q.Speaker().Name, 60)
		words, _ := quotedText(q, 220)
		line := "**" + name + "**: " + words
		if q.Kind() != news.Direct {
			line = "**" + name + "** · *" + kindMark(t, q) + "*: " + words
		}
		lines = append(lines, line)
	}
	l.add(strings.Join(lines, "\n"))
	if at := unmasking.Replace(a.URL); at != "" && len(at) <= maxLink {
		l.add("[" + harmless(t.Say("open the article")) + "](" + at + ")")
	}
	l.footer(imprint(t, a.Info()))
	return l.message()
}

// telling are the quotations that tell most of an article in little room: one a
// speaker, their own words before paraphrases, in the article's order.
func telling(a *news.Article, r *news.Reading) []news.Quote {
	byID := map[string]*news.Speaker{}
	for i := range r.Speakers {
		byID[r.Speakers[i].ID] = &r.Speakers[i]
	}
	best := map[string]news.Quote{}
	var order []string
	for i := range r.Statements {
		st := &r.Statements[i]
		by := byID[st.Speaker]
		if by == nil || by.Kind == news.Country || st.Certainty < news.Doubtful || st.Stance == news.Unsaid || st.Stance == news.Held || len(st.Content) == 0 {
			continue
		}
		at := st.Passage
		if st.Kind == news.Direct {
			at = st.Content[0]
		}
		q, err := news.Cut(a, at, st, by)
		if err != nil {
			continue
		}
		old, had := best[by.ID]
		if !had {
			order = append(order, by.ID)
		}
		if !had || rankOf(q) < rankOf(old) {
			best[by.ID] = q
		}
	}
	var out []news.Quote
	for _, id := range order[:min(len(order), linesTold)] {
		out = append(out, best[id])
	}
	return out
}

// rankOf puts a speaker's own words first.
func rankOf(q news.Quote) int {
	switch q.Kind() {
	case news.Direct:
		return 0
	case news.Mixed:
		return 1
	}
	return 2
}

// renderDigest shows what somebody newly said.
func renderDigest(t phrases.Tongue, w news.Watch, quotes []news.Quote) Message {
	l := newLayout(t, colourAnswer, t.Say("New from {speaker}", clip(w.Speaker, 150)))
	m, _ := l.quotes(quotes, false)
	return m
}
