package answer

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/news"
	"onrecord/phrases"
	"onrecord/retrieval"
)

// nearestProse points from a refusal to the nearest evidence.
func nearestProse(quotes []news.Quote) phrases.Text {
	if len(quotes) == 0 {
		return nil
	}
	if s := quotes[0].Speaker(); s.Name != "" {
		return nearestIs(s.Name)
	}
	return phrases.Sentence("The nearest passage is shown below.")
}

// nearestIs says whose words come nearest.
func nearestIs(name string) phrases.Text {
	return phrases.Sentence("The nearest is {whose}.", owning(name))
}

// creditsNothing says that the speakers are credited with nothing on the topic.
func (in *inquiry) creditsNothing(by []news.Card) phrases.Text {
	names := phrases.List{Or: true}
	for _, c := range by[:min(len(by), 2)] {
		names.Items = append(names.Items, withArticle(c.Speaker))
	}
	about := in.topicProse()
	switch {
	case in.Shape == DidSay:
		return phrases.Sentence("Nothing in the library credits {names} with saying so.", names)
	case about == "" || !in.Named:
		return phrases.Sentence("Nothing in the library credits {names} with that.", names)
	}
	return phrases.Sentence("Nothing in the library credits {names} with anything about {topic}.", names, about)
}

// longestTopic bounds the words of a stranger that prose repeats, in code points.
const longestTopic = 60

// topicProse is the topic as it was typed, "" when it is too long to repeat or
// is more than plain words.
func (in *inquiry) topicProse() string {
	t := in.Topic
	if utf8.RuneCountInString(t) > longestTopic {
		return ""
	}
	for _, r := range t {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r) && !strings.ContainsRune(" -–'’.,%$&“”\"", r) {
			return ""
		}
	}
	return t
}

// withoutNot says that the question denies what the statement says.
func (in *inquiry) withoutNot(c candidate) phrases.Text {
	s := c.speakers[c.st.Speaker]
	if s == nil {
		return nil
	}
	return phrases.Sentence("Not as the question puts it: what the article credits to {who} has no such “not” in it.", naming(*s))
}

// unsaidProse says that the article reports a silence.
func unsaidProse(c *candidate) phrases.Text {
	if s := c.speakers[c.st.Speaker]; s != nil {
		return phrases.Sentence("The article reports that {who} did not say.", naming(*s))
	}
	return nil
}

// contrast sets the question's figure against the article's: "You asked about
// 72; the article says 48-hour."
func (in *inquiry) contrast(c candidate) phrases.Text {
	wrong := in.contrary(c)
	if len(wrong) == 0 {
		return nil
	}
	w := in.topic.Words[wrong[0]]
	end := w.End
	if i := wrong[0] + 1; i < len(in.topic.Words) && in.topic.Words[i].Start-end <= 2 && in.topic.Words[i].Start >= end {
		end = in.topic.Words[i].End // with its unit
	}
	asked := in.Topic[w.Start:end]
	first, last := extent(c.st)
	printed := ""
	for n := first; n <= last && printed == ""; n++ {
		printed = in.figureLike(c.lens, n, wrong[0])
	}
	if printed == "" && c.hasWord(wrong[0]) {
		return nil // the article does, elsewhere
	}
	if printed == "" {
		return phrases.Sentence("You asked about {asked}; the article does not have that figure.", asked)
	}
	return phrases.Sentence("You asked about {asked}; the article says {printed}.", asked, printed)
}

// hasWord tells whether a paragraph of the article has a word of the topic.
func (l *lens) hasWord(i int) bool {
	for _, found := range l.found {
		if found[i] > 0 {
			return true
		}
	}
	return false
}

// figureLike finds in a paragraph a number before the word that the topic has
// after its own number, as the article prints it; "" when there is none.
func (in *inquiry) figureLike(l *lens, paragraph, word int) string {
	p := l.paragraph(paragraph)
	if p == nil || word+1 >= len(in.topic.Words) {
		return ""
	}
	unit := in.topic.Words[word+1].Text
	terms := l.passage(paragraph).Terms
	for i := 1; i < len(terms); i++ {
		if terms[i].Text == unit && terms[i-1].Kind == retrieval.Number && terms[i].Start-terms[i-1].End <= 2 {
			return p.Text[terms[i-1].Start:terms[i].End]
		}
	}
	return ""
}
