package answer

// NamesArticle tells whether a question says which article it means: by address,
// ID, date, outlet or words of its title.
func NamesArticle(question string) bool { return hintIn(question) != nil }
