package answer

import (
	"onrecord/news"
	"onrecord/phrases"
)

// Manner says in words how far a quotation's words are the speaker's own, and
// what the speaker does with them where that is not simply saying. It begins
// with a small letter and ends without a full stop.
func Manner(q news.Quote) phrases.Phrase {
	m := ownness(q)
	if q.Caption() {
		m = phrases.Of("{manner}, in a picture's caption", m)
	}
	switch q.Stance() {
	case news.Denied:
		return phrases.Of("{manner} (a denial)", m)
	case news.Asked:
		return phrases.Of("{manner} (a question)", m)
	case news.Demanded:
		return phrases.Of("{manner} (a demand)", m)
	case news.Unsaid:
		return phrases.Of("{manner} (reported as not said)", m)
	case news.Held:
		return phrases.Of("{manner} (a view, not something said)", m)
	}
	return m
}

func ownness(q news.Quote) phrases.Phrase {
	switch {
	case q.Kind() == news.Direct:
		return phrases.Of("direct quotation")
	case q.Kind() == news.Mixed:
		return phrases.Of("partly quoted: only the words in quotation marks are the speaker's own")
	case q.Turn():
		return phrases.Of("printed as the speaker's words, without quotation marks")
	case q.Kind() == news.Reported && HasMarks(q.Text()):
		return phrases.Of("paraphrase, not a direct quotation, except in quotation marks")
	case q.Kind() == news.Reported:
		return phrases.Of("paraphrase, not a direct quotation")
	}
	return phrases.Of("the article's own words")
}
