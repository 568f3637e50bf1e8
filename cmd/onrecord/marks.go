package main

import (
	"strings"
	"unicode/utf8"

	"onrecord/news"
)

// shownWords are the words with marks that fit: a direct quotation stands in
// clean marks, whichever the article used; anything else keeps its own.
func shownWords(q news.Quote) string {
	if q.Kind() != news.Direct {
		return q.Text()
	}
	return directWords(q.Text())
}

const (
	opening = "“„«\""
	closing = "”“»\""
)

// directWords replaces the marks around text. Where a mark inside shows that
// the outer ones are not a pair (“a” and “b”), text stays as it is.
func directWords(text string) string {
	inner := strings.TrimSpace(text)
	if r, n := utf8.DecodeRuneInString(inner); n > 0 && strings.ContainsRune(opening, r) {
		inner = inner[n:]
	}
	if r, n := utf8.DecodeLastRuneInString(inner); n > 0 && strings.ContainsRune(closing, r) {
		inner = inner[:len(inner)-n]
	}
	if strings.ContainsAny(inner, "\"”“„«»") {
		return text
	}
	return inMarks(inner)
}

func inMarks(s string) string { return "“" + s + "”" }

// titled is a title as it stands in a sentence: in marks, unless it has its own.
func titled(title string) string {
	if strings.ContainsAny(title, opening+closing) {
		return title
	}
	return inMarks(title)
}
