package answer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/news"
	"onrecord/retrieval"
)

// wordSet holds the words that an answer's prose may use as names and numbers.
type wordSet map[string]bool

// knownWords are the words of the quotations and of what is shown beside them.
func knownWords(quotes []news.Quote) wordSet {
	set := wordSet{}
	for _, q := range quotes {
		set.add(q.Text())
		set.add(q.Speaker().Name)
		set.add(q.Speaker().Role)
		set.add(q.Article().Title)
		set.add(q.Article().Outlet)
		set.add(q.Article().Date())
	}
	return set
}

func (set wordSet) add(text string) {
	for _, w := range proseWords(text) {
		set[strings.ToLower(w)] = true
		for _, part := range strings.FieldsFunc(w, func(r rune) bool { return r == '-' || r == '–' }) {
			set[strings.ToLower(part)] = true
		}
	}
	for _, t := range retrieval.Terms(text) {
		set[t.Text] = true
	}
}

// addNamed adds the words of the cards that have a word among their names; it
// tells whether the word is known now.
func (set wordSet) addNamed(word string, cards []news.Card) bool {
	for _, c := range cards {
		if strings.Contains(c.Name, word) || strings.Contains(c.Role, word) {
			set.add(c.Name)
			set.add(c.Role)
		}
	}
	return set.has(word)
}

// strange returns the first name or number of prose that is not in the set,
// "" when all are. A word is a name when it begins with a capital, at the start
// of a sentence only when it is no common word.
func (set wordSet) strange(prose string) string {
	start := true
	for _, w := range proseWords(prose) {
		first, _ := utf8.DecodeRuneInString(w)
		checked := strings.IndexFunc(w, unicode.IsDigit) >= 0 ||
			unicode.IsUpper(first) && !(start && openers[strings.ToLower(w)])
		if checked && !set.has(w) {
			return w
		}
		at := strings.Index(prose, w)
		rest := prose[at+len(w):]
		prose = rest
		start = strings.HasPrefix(strings.TrimLeft(rest, `”"')`), ". ") || strings.HasPrefix(rest, ": ")
	}
	return ""
}

// has tells whether the word, or each part of a hyphenated one, is known.
func (set wordSet) has(w string) bool {
	if set[strings.ToLower(w)] {
		return true
	}
	terms := retrieval.Terms(w)
	for _, t := range terms {
		if !set[t.Text] {
			return false
		}
	}
	return len(terms) > 0
}

// openers are the common words with which a sentence of prose may begin.
var openers = set(`the this these those that it its in on at by of for from with without an a no nothing nobody none
	not some several two three four five both each every all most many one another other others
	he she they his her their we you your who what when where why how which whether
	yes something perhaps possibly according as after before while although because but and so also instead there here please ask`)

// proseWords cuts text into words, a possessive ending left off.
func proseWords(text string) []string {
	out := strings.FieldsFunc(text, func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune("'’-–.", r)
	})
	kept := out[:0]
	for _, w := range out {
		w = strings.Trim(w, "'’-–.")
		for _, s := range []string{"'s", "’s"} {
			w = strings.TrimSuffix(w, s)
		}
		if w != "" {
			kept = append(kept, w)
		}
	}
	return kept
}
