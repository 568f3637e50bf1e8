package retrieval

import (
	"cmp"
	"context"
	"errors"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/news"
)

// What a long form's words count for its short form, each alone, and a short
// form for each of the words that it is short for.
const (
	shareOfLong  = 0.45
	shareOfShort = 0.9
)

// firstMentions is how many paragraphs with a short form are read to find out
// what it is short for: those that stand nearest to their articles' beginning.
const firstMentions = 12

// mostForms is how many short and long forms of a question are looked up: each
// takes reading of its own.
const mostForms = 4

// spellOut lets a short form in the question ("the KRPB") find what the scope's
// own articles spell it out as ("the Kelmar River Protection Board (KRPB)"), and
// the other way round. It tells whether it added anything.
func (t *Topic) spellOut(ctx context.Context, idx Index, texts Texts, in Scope, question string) (added bool, err error) {
	if !strings.ContainsFunc(question, unicode.IsLower) {
		return false, nil // in capitals all words look like short forms
	}
	looked := 0
	for i, w := range t.Words {
		short := question[w.Start:w.End]
		if w.with == 0 || !isShort(short) || looked == mostForms {
			continue
		}
		looked++
		long, err := longForm(ctx, idx, texts, in, short, w.Text)
		if err != nil {
			return false, err
		}
		for _, term := range Terms(long) {
			if term.Kind != Joined && term.Text != w.Text {
				t.count(term.Text, i, shareOfLong)
				added = true
			}
		}
	}
	for _, run := range t.namedInFull(question) {
		short := lettersOf(question[t.Words[run.from].Start:t.Words[run.to-1].End])
		terms := Terms(short)
		if len(terms) != 1 || looked == mostForms {
			continue
		}
		looked++
		long, err := longForm(ctx, idx, texts, in, short, terms[0].Text)
		if err != nil {
			return false, err
		}
		if long != "" {
			for i := run.from; i < run.to; i++ {
				t.count(terms[0].Text, i, shareOfShort)
			}
			added = true
		}
	}
	if added {
		t.sortTerms()
	}
	return added, nil
}

// isShort tells whether a word looks like initials: two to seven capitals.
func isShort(word string) bool {
	n := 0
	for _, r := range word {
		if !unicode.IsUpper(r) {
			return false
		}
		n++
	}
	return n >= 2 && n <= 7
}

// wordRun is the words from one up to another.
type wordRun struct{ from, to int }

// namedInFull finds the names of three words and more in a question, small words
// between them left out.
func (t *Topic) namedInFull(question string) []wordRun {
	var out []wordRun
	for i := 0; i < len(t.Words); {
		j := i
		for j < len(t.Words) && t.capital(question, j) && (j == i || onlySmall(question[t.Words[j-1].End:t.Words[j].Start])) {
			j++
		}
		if j-i >= 3 && j-i <= 7 {
			out = append(out, wordRun{i, j})
		}
		i = max(j, i+1)
	}
	return out
}

func (t *Topic) capital(question string, i int) bool {
	r, _ := utf8.DecodeRuneInString(question[t.Words[i].Start:])
	return unicode.IsUpper(r) && !isShort(question[t.Words[i].Start:t.Words[i].End])
}

// smallWords stand in names without giving them a letter.
var smallWords = map[string]bool{"of": true, "the": true, "and": true, "for": true, "in": true, "on": true, "to": true, "de": true, "la": true, "du": true, "des": true, "del": true, "&": true}

// onlySmall tells whether nothing but small words stands in a gap.
func onlySmall(gap string) bool {
	for _, w := range strings.Fields(gap) {
		if !smallWords[strings.ToLower(w)] {
			return false
		}
	}
	return true
}

// lettersOf are the first letters of a name's words, small ones left out.
func lettersOf(name string) string {
	var b strings.Builder
	for _, w := range strings.Fields(name) {
		if r, _ := utf8.DecodeRuneInString(w); !smallWords[strings.ToLower(w)] {
			b.WriteRune(unicode.ToUpper(r))
		}
	}
	return b.String()
}

// longForm finds what a short form is short for in the scope, "" if that is
// nowhere spelled out near where it is first mentioned.
func longForm(ctx context.Context, idx Index, texts Texts, in Scope, short, term string) (string, error) {
	type place struct {
		article   news.Ref
		paragraph int
	}
	earlier := func(a, b place) int {
		return cmp.Or(cmp.Compare(a.paragraph, b.paragraph), cmp.Compare(a.article.ID, b.article.ID))
	}
	var first []place // in order, at most firstMentions
	if err := idx.Candidates(ctx, in, Match{Terms: []string{term}}, func(c *Candidate) {
		if c.Paragraph == 0 || len(c.Counts) == 0 || c.Counts[0] == 0 {
			return
		}
		p := place{c.Article, c.Paragraph}
		at, _ := slices.BinarySearchFunc(first, p, earlier)
		if at < firstMentions {
			first = slices.Insert(first, at, p)
			first = first[:min(len(first), firstMentions)]
		}
	}); err != nil {
		return "", err
	}
	for _, p := range first {
		a, _, err := texts.Article(ctx, in.Library, p.article)
		if errors.Is(err, news.ErrNotFound) {
			continue // removed a moment ago
		}
		if err != nil {
			return "", err
		}
		if one := a.Paragraph(p.paragraph); one != nil {
			if long := spelledOut(one.Text, short); long != "" {
				return long, nil
			}
		}
	}
	return "", nil
}

// spelledOut returns the words before "(SHORT)", or in the parentheses behind
// SHORT, that begin with its letters; "" for none. The method is that of
// Schwartz and Hearst, "A Simple Algorithm for Identifying Abbreviation
// Definitions in Biomedical Text" (2003), held to first letters.
func spelledOut(text, short string) string {
	if at := strings.Index(text, "("+short+")"); at >= 0 {
		return endingIn(strings.TrimRight(text[:at], " "), short)
	}
	_, after, ok := strings.Cut(text, short+" (")
	if !ok {
		return ""
	}
	if inside, _, ok := strings.Cut(after, ")"); ok && lettersOf(inside) == short {
		return inside
	}
	return ""
}

// endingIn returns the end of a text whose words begin with the letters.
func endingIn(text, letters string) string {
	want := []rune(letters)
	end := len(text)
	for len(want) > 0 {
		start := strings.LastIndexByte(text[:end], ' ') + 1
		word := text[start:end]
		r, _ := utf8.DecodeRuneInString(word)
		switch {
		case unicode.ToUpper(r) == want[len(want)-1]:
			want = want[:len(want)-1]
		case !smallWords[strings.ToLower(word)]:
			return ""
		}
		if len(want) == 0 {
			return text[start:]
		}
		if start == 0 {
			return ""
		}
		end = start - 1
	}
	return ""
}
