package answer

import "onrecord/news"

// Manner says in words how far a quotation's words are the speaker's own, and
// what the speaker does with them where that is not simply saying. It begins
// with a small letter and ends without a full stop.
func Manner(q news.Quote) string { return ownness(q) + stanceWords[q.Stance()] }

func ownness(q news.Quote) string {
	var of string
	switch q.Kind() {
	case news.Direct:
		of = "direct quotation"
	case news.Mixed:
		of = "partly quoted: only the words in quotation marks are the speaker's own"
	case news.Reported:
		of = "paraphrase, not a direct quotation"
		if HasMarks(q.Text()) {
			of += ", except in quotation marks"
		}
	default:
		of = "the article's own words"
	}
	if q.Caption() {
		of += ", in a picture's caption"
	}
	return of
}

var stanceWords = map[news.Stance]string{
	news.Denied:   " (a denial)",
	news.Asked:    " (a question)",
	news.Demanded: " (a demand)",
	news.Unsaid:   " (reported as not said)",
	news.Held:     " (a view, not something said)",
}
