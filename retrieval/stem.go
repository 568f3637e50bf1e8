package retrieval

import "github.com/kljensen/snowball/english"

// stem cuts an English word to its stem by the Snowball rules (Porter2). Words
// with other than the letters a to z are left alone.
func stem(word string) string {
	for i := 0; i < len(word); i++ {
		if word[i] < 'a' || word[i] > 'z' {
			return word
		}
	}
	return english.Stem(word, true)
}
