package answer

import (
	"context"
	"fmt"
	"strings"

	"onrecord/news"
	"onrecord/phrases"
	"onrecord/retrieval"
)

var (
	// pageLink is an address in a question.
	pageLink = match(`(?i)\bhttps?://[^\s<>"“”]+`)
	// pageID is an article's ID, or the beginning of one behind the word.
	pageID = match(`(?i)(?:\b(?:in|from|of) )?(?:\b(?:the )?article (?:id )?#?([a-z2-7]{3,8})\b|\[([a-z2-7]{8})\])`)
	// pageBefore is "in the 29 September article", "from the ferry story".
	pageBefore = match(`(?i)(?:^|[ ,(])(?:in|from|by|of|per|according to) (?:the|that|this|an?) ([^,?!;]{1,80}?)(?:'s|’s|s')? (?:article|story|piece)\b`)
	// pageAfter is "in the article of 29 September", "in the story about the ferry".
	pageAfter = match(`(?i)(?:^|[ ,(])(?:in|from|of|per|according to) (?:the|that|this|an?) (?:article|story|piece) ((?:of|from|on|about|dated|published|by|in|titled|called|headlined|with the title) [^,?!;]{1,120}(?:, \d{4}\b)?)`)
	// pageTitle is "in the story “Ferry stays in port”".
	pageTitle = match(`(?i)(?:^|[ ,(])(?:in|from|of|per|according to)(?: (?:the|that|this) (?:article|story|piece))?(?: (?:titled|called|headlined))? [“"]([^”"]{3,150})[”"]`)
	// pageOutlet is "in the Esker Gazette": words of which the last is one that
	// newspapers, agencies and broadcasters are called by.
	pageOutlet = match(`(?:^|[ ,(])(?:[Ii]n|[Ff]rom|[Pp]er|[Aa]ccording to) ((?:[Tt]he )?(?:\p{Lu}[\pL.&'’-]* ){0,4}(?:Times|Post|News|Gazette|Herald|Tribune|Guardian|Journal|Chronicle|Telegraph|Mail|Star|Sun|Observer|Press|Daily|Courier|Mirror|Standard|Examiner|Independent|Register|Dispatch|Globe|Monitor|Review|Weekly|Today|Agency|Radio|Online|Reuters|BBC|CNN|AP|AFP|TASS|NPR|[A-Z][a-z]*\.(?:com|org|net)))\b`)
)

// hint is words of a question that say which article it means.
type hint struct {
	start, end int    // the words, as bytes of the question
	link       string // an address
	id         string // an ID or the beginning of one
	text       string // words of a date, an outlet or a title
	outlet     bool   // text is an outlet's name and nothing else
}

// hintIn finds what a question says of which article it means, nil when it says
// nothing.
func hintIn(text string) *hint {
	if at := pageLink.FindStringIndex(text); at != nil {
		link := strings.TrimRight(text[at[0]:at[1]], ".,;:!?)'’")
		return &hint{start: at[0], end: at[0] + len(link), link: link}
	}
	if at := pageID.FindStringSubmatchIndex(text); at != nil {
		group := 2
		if at[2] < 0 {
			group = 4
		}
		if id := strings.ToLower(text[at[group]:at[group+1]]); strings.ContainsAny(id, "234567") || len(id) == 8 {
			return &hint{start: at[0], end: at[1], id: id}
		}
	}
	for _, re := range []*pattern{pageTitle, pageAfter, pageBefore, pageOutlet} {
		if at := re.FindStringSubmatchIndex(text); at != nil {
			return &hint{start: at[0], end: at[1], text: text[at[2]:at[3]], outlet: re == pageOutlet}
		}
	}
	return nil
}

// which limits an inquiry to the article that its question names by address,
// ID, date, outlet or words of its title, and returns the question without those
// words. Several that fit are all asked. Where a date, an address or an ID fits
// none it is refused; other words may mean something else than an article.
func (e *Engine) which(ctx context.Context, in *inquiry, text string) (rest string, refusal *Draft, err error) {
	h := hintIn(text)
	if h == nil || in.article != "" {
		return text, nil, nil
	}
	infos, err := e.lib.Articles(ctx, in.library)
	if err != nil {
		return text, nil, fmt.Errorf("list the articles: %w", err)
	}
	found, certain := h.among(infos)
	rest = h.without(text)
	switch {
	case len(found) == 0 && certain:
		d := in.abstain(NothingFound, phrases.Sentence("There is no such article in the library."), nil)
		return text, &d, nil
	case len(found) == 0 || len(retrieval.Terms(rest)) == 0:
		return text, nil, nil
	case len(found) == 1:
		in.article = found[0].ID
	case len(found) < len(infos):
		in.only = make(map[string]bool, len(found))
		for _, i := range found {
			in.only[i.ID] = true
		}
	}
	return rest, nil, nil
}

// among lists the articles that the hint fits; certain tells that it can mean
// nothing but an article.
func (h *hint) among(infos []news.ArticleInfo) (found []news.ArticleInfo, certain bool) {
	fits := func(fit func(news.ArticleInfo) bool) {
		for _, i := range infos {
			if fit(i) {
				found = append(found, i)
			}
		}
	}
	switch {
	case h.link != "":
		fits(func(i news.ArticleInfo) bool { return SamePage(i.URL, h.link) })
		return found, true
	case h.id != "":
		fits(func(i news.ArticleInfo) bool { return strings.HasPrefix(i.ID, h.id) })
		return found, strings.ContainsAny(h.id, "234567")
	}
	day, rest := dayIn(h.text)
	words := retrieval.Terms(rest)
	if day.any() {
		fits(func(i news.ArticleInfo) bool { return day.is(i.Published) && namedBy(words, i, false) })
		if len(found) > 0 || len(words) == 0 {
			return found, true
		}
		words = retrieval.Terms(h.text) // "the march article": May and March are words too
	}
	if len(words) > 0 {
		fits(func(i news.ArticleInfo) bool { return namedBy(words, i, h.outlet) })
	}
	return found, false
}

// namedBy tells whether all the words stand in an article's outlet or title.
func namedBy(words []retrieval.Term, i news.ArticleInfo, outlet bool) bool {
	text := i.Outlet
	if !outlet {
		text += " . " + i.Title
	}
	have := map[string]bool{}
	for _, t := range retrieval.Terms(text) {
		have[t.Text] = true
	}
	for _, w := range words {
		if w.Kind != retrieval.Joined && !have[w.Text] {
			return false
		}
	}
	return true
}

// SamePage tells whether two addresses are one page's, whatever their scheme,
// "www.", last slash and fragment.
func SamePage(a, b string) bool { return a != "" && plainAddress(a) == plainAddress(b) }

func plainAddress(s string) string {
	s, _, _ = strings.Cut(s, "#")
	_, s, _ = strings.Cut(s, "://")
	host, path, _ := strings.Cut(s, "/")
	return strings.TrimPrefix(strings.ToLower(host), "www.") + "/" + strings.TrimRight(path, "/")
}

// without is the question without the hint's words.
func (h *hint) without(text string) string {
	before, after := strings.TrimRight(text[:h.start], " ,(["), strings.TrimLeft(text[h.end:], " ,)]")
	switch {
	case before == "":
		return after
	case after == "" || strings.IndexAny(after, "?.!,;:'’") == 0:
		return before + after
	}
	return before + " " + after
}
