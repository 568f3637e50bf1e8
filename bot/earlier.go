package bot

import (
	"context"
	"errors"
	"regexp"
	"strings"

	"onrecord/answer"
	"onrecord/news"
)

// earlier is a message that a question may lean on, as an event brings it: an
// answer of the bot's, or what somebody else wrote.
type earlier struct {
	id      string
	own     bool     // the bot wrote it
	private bool     // only one person sees it
	title   string   // of its first card
	colour  int      // of that card
	content string   // its words, or those of its card
	links   []string // the addresses of its cards
	buttons []string // their IDs
}

// cardEvent is an embed as an event brings it.
type cardEvent struct {
	Title  string `json:"title"`
	Text   string `json:"description"`
	URL    string `json:"url"`
	Colour int    `json:"color"`
}

// earlier reads a message; self is the bot's user ID.
func (e *messageEvent) earlier(self string) *earlier {
	m := &earlier{id: e.ID, own: e.Author != nil && e.Author.ID == self, private: e.Flags&flagEphemeral != 0, content: e.Content}
	for i, c := range e.Cards {
		if i == 0 {
			m.title, m.colour = asShown(c.Title), c.Colour
		}
		if c.URL != "" {
			m.links = append(m.links, c.URL)
		}
		if m.content == "" {
			m.content = c.Text
		}
	}
	for _, p := range flat(e.Parts) {
		if p.CustomID != "" {
			m.buttons = append(m.buttons, p.CustomID)
		}
	}
	return m
}

// hidden tells that Discord has kept the message's words from the bot.
func (m *earlier) hidden() bool { return !m.own && m.content == "" && len(m.links) == 0 }

// asShown is text as Discord shows it: without the backslashes that keep it
// from being markdown.
func asShown(s string) string { return escaped.ReplaceAllString(s, "$1") }

var escaped = regexp.MustCompile(`\\([[:punct:]])`)

// button returns the arguments of the first of the buttons with one of the
// verbs.
func (m *earlier) button(verbs ...string) (args []string, ok bool) {
	for _, id := range m.buttons {
		verb, args := splitID(id)
		for _, v := range verbs {
			if v == verb {
				return args, true
			}
		}
	}
	return nil, false
}

// isAnswer tells whether the message is an answer of the bot's, or goes on from
// one.
func (m *earlier) isAnswer() bool {
	_, ok := m.button(verbFollow, verbForm)
	return m.own && ok
}

// before reads what a question may lean on, and the ID of the article that it is
// about, "" for none.
func (c *talker) before(ctx context.Context, r Request, m *earlier) (answer.Before, string, error) {
	if !m.own {
		return c.quotedBefore(ctx, r, m)
	}
	b := answer.Before{Question: m.title, Answered: m.colour == colourAnswer}
	var spans []string
	if args, ok := m.button(verbContext); ok {
		spans = args
	}
	in := ""
	if args, ok := m.button(verbFollow, verbForm); ok && len(args) > 0 {
		in = args[0]
		if len(spans) == 0 {
			spans = args[1:]
		}
	} else if words := marked.FindStringSubmatch(m.title); words != nil { // words that were checked
		b.Question, b.Words = "", strings.Join(words[1:], "")
	}
	q, found, err := c.quoteAt(ctx, r, spans)
	if err != nil {
		return b, "", err
	}
	if found {
		b.Speaker, b.Words = q.Speaker().Name, q.Text()
	}
	if in != "" {
		if in, err = c.still(ctx, r, in); err != nil {
			return b, "", err
		}
	}
	return b, in, nil
}

// quoteAt cuts the first of the spans out of its article again; found is false
// when that is gone.
func (c *talker) quoteAt(ctx context.Context, r Request, spans []string) (q news.Quote, found bool, err error) {
	at, err := parseSpans(spans[:min(len(spans), 1)])
	if err != nil || len(at) == 0 {
		return q, false, nil // a button of another version
	}
	a, reading, err := c.pages.Article(ctx, r.Library, at[0].Article)
	switch {
	case errors.Is(err, news.ErrNotFound):
		return q, false, nil
	case err != nil:
		return q, false, err
	}
	q, err = recut(a, reading, at[0])
	return q, err == nil, nil
}

// still returns an article's ID if the library has it yet, else "".
func (c *talker) still(ctx context.Context, r Request, id string) (string, error) {
	_, _, err := c.pages.Article(ctx, r.Library, news.Ref{ID: id})
	switch {
	case errors.Is(err, news.ErrNotFound):
		return "", nil
	case err != nil:
		return "", err
	}
	return id, nil
}

// pageAddress is an address in a message.
var pageAddress = regexp.MustCompile(`https?://[^\s<>|]+`)

// quotedBefore reads somebody's message: the words that it quotes, and the
// article that it links to.
func (c *talker) quotedBefore(ctx context.Context, r Request, m *earlier) (answer.Before, string, error) {
	links := m.links
	for _, at := range pageAddress.FindAllString(m.content, 5) {
		links = append(links, strings.TrimRight(at, ".,;:!?)'\"”’*_"))
	}
	b := answer.Before{Words: clip(quotedWords(pageAddress.ReplaceAllString(m.content, " ")), answer.MaxClaim)}
	if len(links) == 0 {
		return b, "", nil
	}
	infos, err := c.pages.Articles(ctx, r.Library)
	if err != nil {
		return b, "", err
	}
	for _, link := range links {
		for _, a := range infos {
			if answer.SamePage(a.URL, link) {
				return b, a.ID, nil
			}
		}
	}
	return b, "", nil
}
