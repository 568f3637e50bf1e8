package ingest

import (
	"strings"

	"onrecord/language"
	"onrecord/news"
)

var languageTag = pattern(`^[a-z]{2,3}(-[a-z0-9]{2,8})*$`)

// languageOf is the language that an article's own words are in; where they
// don't tell, the one that its page names. Pages often name that of their
// template.
func languageOf(a *news.Article, named string) string {
	if named == "" && looksEnglish(a) {
		return "en"
	}
	found := language.Detect(ownWords(a))
	switch {
	case found == "", found == language.Base(named), found == "no" && (strings.HasPrefix(named, "nb") || strings.HasPrefix(named, "nn")):
		return named
	}
	return found
}

// ownWords are as much of an article's own words as tells its language.
func ownWords(a *news.Article) string {
	const enough = 20_000
	var b strings.Builder
	for _, p := range a.Citable() {
		if b.Len() > enough {
			break
		}
		b.WriteString(p.Text)
		b.WriteByte('\n')
	}
	return b.String()
}

// looksEnglish tells whether at least one word in twelve of the article's
// first thousand is a function word that other languages do not have.
func looksEnglish(a *news.Article) bool {
	words, english := 0, 0
	for _, p := range a.Citable() {
		for word := range strings.FieldsSeq(p.Text) {
			words++
			switch strings.ToLower(word) {
			case "the", "of", "and", "to", "that", "with", "his", "her", "by", "from", "which", "this", "were", "has", "said":
				english++
			}
			if words == 1000 {
				return english*12 >= words
			}
		}
	}
	return words > 0 && english*12 >= words
}
