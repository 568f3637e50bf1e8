package answer

import (
	"regexp"

	"onrecord/news"
)

// presented is what follows a name where an article says who somebody is:
// "Ada Renn, who led the study", "Tom Dahl, of the traders' association", "Eva
// Orsk, 52, a teacher".
var presented = match(`^, (?:(?:\d{1,3}, )?(?:who|a|an|the|of|from|one of|whose|which|head|chief|director|co-?founder|founder|owner|author|editor|professor|president|chair(?:wo)?man|chair)\b)`)

// presents finds the first sentence that says who somebody is right behind the
// name.
func (v *view) presents(name string) (news.Span, bool) {
	if name == "" {
		return news.Span{}, false
	}
	at := regexp.MustCompile(`\b` + regexp.QuoteMeta(name))
	for _, p := range v.citable {
		for _, found := range at.FindAllStringIndex(p.Text, maxPresented) {
			if !presented.MatchString(p.Text[found[1]:]) {
				continue
			}
			whole := news.Span{Article: v.article.Ref(), Paragraph: p.Number, End: len(p.Text)}
			for _, one := range v.sentences(whole) {
				if one.Start <= found[0] && found[1] <= one.End {
					return one, true
				}
			}
		}
	}
	return news.Span{}, false
}

// maxPresented bounds the places of a name that are looked at in a paragraph.
const maxPresented = 20
