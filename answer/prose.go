package answer

import (
	"fmt"
	"strings"

	"onrecord/news"
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
