package main

import (
	"onrecord/answer"
	"onrecord/news"
)

// shownWords are the words with marks that fit: a direct quotation stands in
// clean marks, whichever the article used; anything else keeps its own.
func shownWords(q news.Quote) string {
	if q.Kind() == news.Direct {
		if inner, ok := answer.Unmarked(q.Text()); ok {
			return inMarks(inner)
		}
	}
	return q.Text()
}

func inMarks(s string) string { return "“" + s + "”" }

// titled is a title as it stands in a sentence: in marks, unless it has its own.
func titled(title string) string {
	if answer.HasMarks(title) {
		return title
	}
	return inMarks(title)
}
