package ingest

import (
	"strings"

	"onrecord/news"
)

var languageTag = pattern(`^[a-z]{2,3}(-[a-z0-9]{2,8})*$`)

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
