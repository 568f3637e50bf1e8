package answer

import (
	"context"
	"fmt"

	"onrecord/news"
	"onrecord/retrieval"
)

var (
	// pictured asks about a picture.
	pictured = match(`(?i)\b(?:photo(?:graph)?s?|pictures?|pics?|images?|captions?|photographed|pictured)\b`)
	// aboutPicture are the words of such a question that a caption need not have.
	aboutPicture = match(`(?i)\b(?:the |this |that |a )?(?:photo(?:graph)?s?|pictures?|pics?|images?|captions?|photographed|pictured|taken|took|take|shot|snapped|shown?|shows?|seen|see|look(?:s|ing)?|speak(?:s|ing)?|talk(?:s|ing)?|stand(?:s|ing)?|doing|person|people|man|woman|guy|location|place|setting|date|year|day|city|country|where|when|who|whose|what|which|article|story|say|says|said|read|reads|describe|tell me|about|old)\b`)
)

// mostCaptions is how many captions an answer about no picture in particular shows.
const mostCaptions = 3

// draftCaption answers a question about a picture with its caption, when one
// has every word that the question names beside the picture. It tells whether
// there is one.
func (e *Engine) draftCaption(ctx context.Context, in *inquiry) (Draft, bool, error) {
	if in.Shape == WhoSaid && in.Verb == "say" || !pictured.MatchString(in.Text) {
		return Draft{}, false, nil
	}
	rest := aboutPicture.ReplaceAllString(in.Text, " ")
	other := *in
	other.lenses, other.ev, other.Topic = nil, nil, rest
	if len(retrieval.Terms(rest)) > 0 {
		if err := e.look(ctx, &other, nil); err != nil {
			return Draft{}, false, err
		}
	} else {
		other.topic = retrieval.NewTopic("")
		infos, err := e.lib.Articles(ctx, in.library)
		if err != nil {
			return Draft{}, false, fmt.Errorf("list the articles: %w", err)
		}
		var refs []news.Ref
		for _, i := range infos {
			if in.means(i.Ref) && len(refs) < maxArticles {
				refs = append(refs, i.Ref)
			}
		}
		if err := e.open(ctx, &other, refs); err != nil {
			return Draft{}, false, err
		}
	}
	var picks []Pick
	for _, l := range other.lenses {
		for n, p := range l.citable {
			if p.Kind == news.Caption && l.names(n) && len(picks) < mostCaptions {
				span := news.Span{Article: l.article.Ref(), Paragraph: p.Number, End: len(p.Text)}
				picks = append(picks, Pick{Label: other.label(l, p.Number, 1), Span: span})
			}
		}
	}
	if len(picks) == 0 {
		return Draft{}, false, nil
	}
	*in = other
	return Draft{Drafter: Extractive, Points: []Point{{Picks: picks}}}, true, nil
}

// names tells whether the n-th citable paragraph has every word of the topic,
// or one that may stand for it.
func (l *lens) names(n int) bool {
	for _, f := range l.found[n] {
		if f == 0 {
			return false
		}
	}
	return true
}
