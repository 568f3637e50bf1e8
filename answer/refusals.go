package answer

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/news"
	"onrecord/retrieval"
)

// nearestProse points from a refusal to the nearest evidence.
func nearestProse(quotes []news.Quote) string {
	if len(quotes) == 0 {
		return ""
	}
	s := quotes[0].Speaker()
	if s.Name == "" {
		return " The nearest passage is shown below."
	}
	return " The nearest is " + possessive(s.Name) + "."
}

// creditsNothing says that the speakers are credited with nothing on the topic.
func (in *inquiry) creditsNothing(by []news.Card) string {
	var names []string
	for _, c := range by[:min(len(by), 2)] {
		names = append(names, withArticle(c.Speaker))
	}
	about := in.topicProse()
	switch {
	case in.Shape == DidSay:
		return fmt.Sprintf("Nothing in the library credits %s with saying so.", inList(names, "or"))
	case about == "" || !in.Named:
		return fmt.Sprintf("Nothing in the library credits %s with that.", inList(names, "or"))
	}
	return fmt.Sprintf("Nothing in the library credits %s with anything about %s.", inList(names, "or"), about)
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
func (in *inquiry) withoutNot(c candidate) string {
	s := c.speakers[c.st.Speaker]
	if s == nil {
		return ""
	}
	return fmt.Sprintf("Not as the question puts it: what the article credits to %s has no such “not” in it.", naming(*s))
}

// unsaidProse says that the article reports a silence.
func unsaidProse(c *candidate) string {
	if s := c.speakers[c.st.Speaker]; s != nil {
		return fmt.Sprintf("The article reports that %s did not say.", naming(*s))
	}
	return ""
}

// contrast sets the question's figure against the article's: "You asked about
// 72; the article says 48-hour."
func (in *inquiry) contrast(c candidate) string {
	wrong := in.contrary(c)
	if len(wrong) == 0 {
		return ""
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
	if printed == "" {
		return fmt.Sprintf("You asked about %s; the article does not have that figure.", asked)
	}
	return fmt.Sprintf("You asked about %s; the article says %s.", asked, printed)
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
