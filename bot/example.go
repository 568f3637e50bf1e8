package bot

import (
	"context"
	"regexp"
	"slices"
	"strings"
	"time"

	"onrecord/answer"
	"onrecord/news"
)

// example is what can be asked of a library: somebody, what they speak of, and
// words of theirs ("" for none).
type example struct{ speaker, topic, words string }

// builtIn is the example of the article that comes with the program.
var builtIn = example{"Ryabkov", "a 48-hour ceasefire", "thinly disguised invitations"}

// question asks for it as people would.
func (x example) question() string {
	return "What did " + x.speaker + " say about " + x.topic + "?"
}

// How far an example is looked for, so that help comes at once.
const (
	exampleTime     = 1500 * time.Millisecond
	exampleSpeakers = 3
	exampleAsked    = 6
)

// findExample finds a question that the library answers: about one of those who
// are quoted most and a thing they name. Where there is none it is the built-in
// article's.
func findExample(ctx context.Context, e Engine, library string) example {
	ctx, cancel := context.WithTimeout(ctx, exampleTime)
	defer cancel()
	cards, err := e.Speakers(ctx, library, "")
	if err != nil {
		return builtIn
	}
	var found []example
	for _, c := range cards[:min(len(cards), exampleSpeakers)] {
		p, err := e.Speaker(ctx, answer.LookUp{Library: library, Name: c.Name})
		if err != nil || p.Card() == nil {
			continue
		}
		words := firstWords(p.Quotes())
		for _, q := range p.Quotes() {
			if topic := topicOf(q); topic != "" {
				found = append(found, example{clip(plain(c.Name), 60), topic, words})
			}
		}
	}
	slices.SortStableFunc(found, func(a, b example) int { return a.vague() - b.vague() })
	for _, x := range found[:min(len(found), exampleAsked)] {
		if a, err := e.Ask(ctx, news.Question{Text: x.question(), Library: library}); err == nil && answeredBy(a, x.speaker) {
			return x
		}
	}
	return builtIn
}

// vague is 0 for "the bridge", which the talk is about, 1 for "a girder".
func (x example) vague() int {
	if strings.HasPrefix(x.topic, "the ") {
		return 0
	}
	return 1
}

func answeredBy(a answer.Answer, name string) bool {
	return a.Answered() && a.Quotes()[0].Speaker().Name == name
}

// thing matches a noun: what stands between an article and a word that can't
// be part of its name.
var thing = regexp.MustCompile(`\b(the|a|an|this) ((?:\d[\d-]*\p{Ll}+ )?\p{Ll}[\p{Ll}-]{4,})(?:[.,;:”"!?]|$| (?:of|in|on|for|to|and|or|is|was|were|are|would|will|could|has|had|have|by|at|with|from|that|who|which)\b)`)

// topicOf is a thing that a quotation names, "" for none.
func topicOf(q news.Quote) string {
	m := thing.FindStringSubmatch(q.Text())
	switch {
	case m == nil:
		return ""
	case m[1] == "a" || m[1] == "an":
		return m[1] + " " + m[2]
	}
	return "the " + m[2]
}

// firstWords are the first words of a direct quotation, "" when there is none of
// more than a few.
func firstWords(quotes []news.Quote) string {
	const few = 6
	for _, q := range quotes {
		inner, ok := answer.Unmarked(q.Text())
		if words := strings.Fields(plain(inner)); ok && q.Kind() == news.Direct && len(words) > few {
			words = words[:few]
			for len(words) > 3 && len(words[len(words)-1]) < 4 { // "for a"
				words = words[:len(words)-1]
			}
			return strings.TrimRight(strings.Join(words, " "), ",;:.")
		}
	}
	return ""
}
