package ingest

import (
	"strings"

	"onrecord/news"
)

var (
	// "READ MORE: a headline", "Watch | a headline".
	relatedOpening = pattern(
		`^(watch|read( more| also| next| now)?|also read|related( story| stories| article| articles| coverage| video| reading)?|see also|see more` +
			`|more( (on|from|opinion)( [^:]{1,40})?)?|listen( now)?|videos?|(photo )?gallery|photos|(in )?pictures|explainer|explained|opinion|analysis|live( updates)?` +
			`|don['’]t miss|recommended|up next|from the archives?|editor['’]s pick|must read|in depth|podcast|quiz|you may (also )?like|further reading` +
			`|catch up|who['’]s who|interactive|fact check|sponsored|promoted) ?(:|\||–|—|>>|»|►|▶) ?\S`)
	// A label over links to other stories.
	relatedLabel = whole(
		`related( story| stories| articles?| coverage| content| links| reading| topics| news)?`, `read (more|also|next)`, `also read`, `see also`,
		`more (on this( story| topic)?|from [^:]{1,40}|stories|news|like this|coverage)`, `more in [^:]{1,40}`,
		`you (may|might) (also )?(like|be interested in)`, `recommended( for you| stories| reading)?`, `don['’]t miss`, `further reading`,
		`most (read|popular|viewed|shared)`, `trending( now)?`, `top stories`, `latest( news| stories| headlines)?`, `editor['’]s picks?`,
		`(today|this week)['’]s (top|best) .{1,30}`, `what to read next`, `people are also reading`, `up next`, `in other news`, `elsewhere`, `next up`, `also in the news`,
		`other (stories|news)`, `around the web`, `promoted stories`, `from the archives?`,
	)
	// A line over, or for, the readers' comments.
	commentLabel = whole(
		`((post|article|story) with )?(no|\d[\d,]*) comments?( yet| so far)?`, `(readers'? |reader |top |all |latest )?comments?( ?\(\d+\)| closed| \d+)?`,
		`(leave|post|write|add) (a|your) (comment|reply)`, `join the (conversation|discussion|debate)`, `have your say`,
		`what readers (say|think)`, `your (comments|views)`, `(view|show|read) (all )?(\d+ )?comments`,
	)
)

func isRelatedLabel(text string, s shape) bool {
	return s.words <= 8 && relatedLabel().MatchString(text)
}

// isRelatedLine tells whether a line announces another story by a label.
func isRelatedLine(text string, s shape) bool {
	return s.words <= 25 && relatedOpening().MatchString(text) && !speaks(text)
}

// markRelatedLists turns the lines under a label such as "Related stories" into
// related ones, up to the next prose.
func markRelatedLists(blocks []block, shapes []shape, kinds []news.ParagraphKind) {
	open := false
	for i, b := range blocks {
		s := shapes[i]
		switch {
		case isRelatedLabel(b.text, s):
			open = true
			if kinds[i] != news.Heading {
				kinds[i] = news.Furniture
			}
		case !open:
		case kinds[i] == news.Furniture:
		case kinds[i] == news.Caption, b.mark == title, b.mark == heading:
			open = false
		case b.mark == bullet || b.mark == link || kinds[i] == news.Related || s.words <= 18 && !tells(b.text, s):
			kinds[i] = news.Related
		default:
			open = false
		}
	}
}

// tells tells a short sentence of the article from a headline under a label:
// headlines may ask or exclaim, but do not end with a full stop.
func tells(text string, s shape) bool {
	return s.ends && !s.allTitle && !strings.HasSuffix(text, "?") && !strings.HasSuffix(text, "!")
}

// markComments turns everything under a comment label into furniture: readers
// write whole sentences, but not the article's. The label counts only once the
// article has been told, since some pages link to their comments at the top.
func markComments(blocks []block, kinds []news.ParagraphKind) {
	const enough = 2
	body, open := 0, false
	for i, b := range blocks {
		switch {
		case open:
			kinds[i] = news.Furniture
		case body >= enough && len(b.text) < 80 && commentLabel().MatchString(b.text):
			open = true
			kinds[i] = news.Furniture
		case kinds[i] == news.Body:
			body++
		}
	}
}
