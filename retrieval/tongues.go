package retrieval

import (
	"context"
	"fmt"

	"onrecord/language"
)

// tonguesOf lists the languages other than English of a scope's documents,
// which a count of their marks has found to be there, sorted.
func tonguesOf(ctx context.Context, idx Index, in Scope) ([]string, error) {
	all := language.Foreign()
	var terms []string
	for _, l := range all {
		terms = append(terms, foreignMark+l)
	}
	c, err := idx.Counts(ctx, in, terms)
	if err != nil {
		return nil, fmt.Errorf("count the languages: %w", err)
	}
	var out []string
	for i, l := range all {
		if c.With[i] > 0 {
			out = append(out, l)
		}
	}
	return out, nil
}

// newTopicIn is [NewTopic] for a question that may be in one of those languages
// and is asked of documents in them: each word is looked for by its term in
// each. Words of an English question stay the topic's words.
func newTopicIn(text string, tongues []string) *Topic {
	t := NewTopic(text)
	t.tongues = tongues
	if asked := askedIn(text, tongues); asked != "" {
		t = foreignTopic(text, asked, t)
		t.tongues = tongues
		t.stand(text, Terms(text))
	}
	for _, l := range tongues {
		t.stand(text, TermsIn(l, text))
	}
	t.sortTerms()
	return t
}

// askedIn is the language of a question, "" for English: that of one script, or
// the one whose small words it has.
func askedIn(text string, tongues []string) string {
	found := language.Base(language.Detect(text))
	for _, l := range tongues {
		if l == found {
			return l
		}
	}
	return ""
}

// foreignTopic is a topic of the words that a language finds in a question.
func foreignTopic(text, tag string, english *Topic) *Topic {
	t := &Topic{alts: make(map[string][]alt), Seek: english.Seek}
	seen := make(map[string]bool)
	for _, term := range TermsIn(tag, text) {
		if seen[term.Text] {
			continue
		}
		seen[term.Text] = true
		kind := wordKind(text, term)
		t.Words = append(t.Words, TopicWord{Text: term.Text, Start: term.Start, End: term.End, Kind: kind, Weight: 1})
		t.count(term.Text, len(t.Words)-1, 1)
	}
	return t
}

// stand lets the terms of another language stand for the words at their places.
func (t *Topic) stand(text string, terms []Term) {
	for _, term := range terms {
		for i, w := range t.Words {
			if w.Start == term.Start {
				t.count(term.Text, i, 1)
			}
		}
	}
}
