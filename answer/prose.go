package answer

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/news"
	"onrecord/retrieval"
)

// Prose says what the articles credit, never what is true. Each outcome has one
// plain sentence; the quotations below it carry the rest.

// usual is the sentence for quotations that a drafter left without one.
func usual(r Reason, quotes []news.Quote) string {
	switch r {
	case Answered:
		return credits(quotes)
	case NoQuestion:
		return "There is no question in this. Ask what somebody said about something, or who said it."
	case UnknownSpeaker:
		return "Nobody of that name speaks in the library."
	case NotByThisSpeaker:
		return "Nothing in the library credits them with that." + nearestProse(quotes)
	case NotOnThisTopic:
		return "Nothing in the library credits them with anything on that topic." + nearestProse(quotes)
	}
	return "Nothing in the library answers this." + nearestProse(quotes)
}

// credits says of quotations whose words they are.
func credits(quotes []news.Quote) string {
	if len(quotes) == 0 {
		return ""
	}
	first := quotes[0]
	same, kinds, speakers := true, true, map[string]bool{}
	for _, q := range quotes {
		same = same && q.Kind() == first.Kind() && q.Stance() == first.Stance()
		kinds = kinds && q.Kind() != news.Narration
		speakers[q.Speaker().ID] = true
	}
	if len(quotes) == 1 || same && len(speakers) == 1 {
		return creditsOne(first, len(quotes) > 1)
	}
	who, credit := listNames(quotes), "The article credits"
	for _, q := range quotes {
		if q.Article().Ref != first.Article().Ref {
			credit = "The articles credit"
		}
	}
	switch {
	case !kinds:
		return "The passages below bear on this; each is marked with whose words it gives."
	case len(speakers) > 1:
		return fmt.Sprintf("%s %s with this; each quotation is marked with how far the words are the speaker's own.", credit, who)
	}
	return fmt.Sprintf("%s %s with this, partly in the speaker's own words and partly in paraphrase; each quotation is marked.", credit, who)
}

// creditsOne says of one quotation, or of several of one kind, whose words they are.
func creditsOne(q news.Quote, several bool) string {
	if q.Kind() == news.Narration {
		if q.Caption() {
			return "The caption of a picture says this; it is credited to nobody."
		}
		return "The article says this in its own voice; it is credited to nobody."
	}
	who := naming(q.Speaker())
	if who == "" {
		who = "somebody the article does not name"
	}
	this := "this"
	if several {
		this = "these things"
	}
	var out string
	switch {
	case q.Stance() == news.Held && q.Kind() == news.Reported:
		verb := "is"
		if plural(q.Speaker()) {
			verb = "are"
		}
		return fmt.Sprintf("%s %s reported to think, want or show this; the article does not say that it was said.", upperFirst(who), verb)
	case q.Stance() == news.Unsaid:
		return fmt.Sprintf("The article reports that %s did not say this.", who)
	case q.Certainty() < news.Doubtful:
		return fmt.Sprintf("The article seems to credit %s with this, but leaves it open who speaks.", who)
	case q.Kind() == news.Direct:
		out = fmt.Sprintf("The article quotes %s directly", who)
		switch q.Stance() {
		case news.Denied:
			out += ", disputing this"
		case news.Asked:
			out += ", asking this"
		case news.Demanded:
			out += ", demanding this"
		}
	case q.Kind() == news.Mixed:
		out = fmt.Sprintf("The article credits %s with %s, only partly in the speaker's own words", who, this)
		switch q.Stance() {
		case news.Denied:
			out = fmt.Sprintf("The article reports that %s disputed this, partly in the speaker's own words", who)
		case news.Asked:
			out = fmt.Sprintf("The article reports that %s asked this, partly in the speaker's own words", who)
		case news.Demanded:
			out = fmt.Sprintf("The article reports that %s demanded this, partly in the speaker's own words", who)
		}
	default:
		as := map[news.Stance]string{news.Said: "saying ", news.Denied: "disputing ", news.Asked: "asking ", news.Demanded: "demanding "}[q.Stance()]
		if as == "" {
			as = "saying "
		}
		out = fmt.Sprintf("%s is paraphrased as %s%s; the article gives no direct quotation", upperFirst(who), as, this)
		if plural(q.Speaker()) {
			out = strings.Replace(out, " is paraphrased", " are paraphrased", 1)
		}
	}
	if q.Caption() {
		out += " (in the caption of a picture)"
	}
	return out + "."
}

// plural tells whether a speaker takes a plural verb.
func plural(s news.Speaker) bool {
	return s.Kind == news.Group && strings.HasSuffix(strings.ToLower(s.Name), "s")
}

// naming gives a speaker with the role in brackets.
func naming(s news.Speaker) string {
	if s.Role == "" || strings.Contains(s.Name, s.Role) {
		return withArticle(s)
	}
	return s.Name + " (" + s.Role + ")"
}

// withArticle puts "the" before the countries that take it.
func withArticle(s news.Speaker) string {
	if s.Kind == news.Country && (strings.HasPrefix(s.Name, "United ") || s.Name == "Netherlands" || s.Name == "Philippines") {
		return "the " + s.Name
	}
	return s.Name
}

// listNames lists the speakers of quotations, each once, in their order.
func listNames(quotes []news.Quote) string {
	var names []string
	seen := map[string]bool{}
	for _, q := range quotes {
		name := naming(q.Speaker())
		if name == "" {
			name = "somebody who is not named"
		}
		if !seen[name] {
			seen[name] = true
			names = append(names, name)
		}
	}
	return inList(names, "and")
}

// inList joins names as English does: "A", "A and B", "A, B and C".
func inList(names []string, word string) string {
	switch len(names) {
	case 0:
		return ""
	case 1:
		return names[0]
	}
	return strings.Join(names[:len(names)-1], ", ") + " " + word + " " + names[len(names)-1]
}

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

func possessive(name string) string {
	if strings.HasSuffix(name, "s") {
		return name + "'"
	}
	return name + "'s"
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

// contradicts says of a statement that it denies what the question asks.
func (in *inquiry) contradicts(c candidate) string {
	s := c.speakers[c.st.Speaker]
	if s == nil {
		return ""
	}
	if c.st.Kind == news.Direct {
		return fmt.Sprintf("No, rather the contrary: the article quotes %s directly.", naming(*s))
	}
	return fmt.Sprintf("No, rather the contrary: this is what the article credits to %s.", naming(*s))
}

// yes answers whether something was said: yes only where the statement has all
// that was asked.
func (in *inquiry) yes(best candidate, d Draft) string {
	quotes, _ := cutAll(d.Points[0].Picks, in.ev)
	if len(quotes) == 0 {
		return ""
	}
	if best.fit.Sentence < 0.95 || quotes[0].Certainty() < news.Doubtful {
		return "Something near it. " + credits(quotes)
	}
	return "Yes. " + credits(quotes)
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
	asked := in.Topic[w.Start:w.End]
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
	terms := l.terms[paragraph-1]
	for i := 1; i < len(terms); i++ {
		if terms[i].Text == unit && terms[i-1].Kind == retrieval.Number && terms[i].Start-terms[i-1].End <= 2 {
			return p.Text[terms[i-1].Start:terms[i].End]
		}
	}
	return ""
}

func upperFirst(s string) string {
	r, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[n:]
}
