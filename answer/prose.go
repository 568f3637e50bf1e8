package answer

import (
	"onrecord/news"
	"onrecord/phrases"
)

// Prose says what the articles credit, never what is true. Each outcome has one
// plain sentence; the quotations below it carry the rest.

// usual is the sentence for quotations that a drafter left without one.
func usual(r Reason, quotes []news.Quote) phrases.Text {
	var why phrases.Text
	switch r {
	case Answered:
		return credits(quotes)
	case NoQuestion:
		return phrases.Text{phrases.Of("There is no question in this."), phrases.Of("Ask what somebody said about something, or who said it.")}
	case UnknownSpeaker:
		return phrases.Sentence("Nobody of that name speaks in the library.")
	case NotByThisSpeaker:
		why = phrases.Sentence("Nothing in the library credits them with that.")
	case NotOnThisTopic:
		why = phrases.Sentence("Nothing in the library credits them with anything on that topic.")
	default:
		why = phrases.Sentence("Nothing in the library answers this.")
	}
	return append(why, nearestProse(quotes)...)
}

// credits says of quotations whose words they are.
func credits(quotes []news.Quote) phrases.Text {
	if len(quotes) == 0 {
		return nil
	}
	first := quotes[0]
	same, kinds, speakers, articles := true, true, map[string]bool{}, map[news.Ref]bool{}
	for _, q := range quotes {
		same = same && q.Kind() == first.Kind() && q.Stance() == first.Stance()
		kinds = kinds && q.Kind() != news.Narration
		speakers[q.Speaker().ID] = true
		articles[q.Article().Ref] = true
	}
	who := listNames(quotes)
	switch {
	case len(quotes) == 1 || same && len(speakers) == 1:
		return phrases.Text{creditsOne(first, len(quotes))}
	case !kinds:
		return phrases.Sentence("The passages below bear on this; each is marked with whose words it gives.")
	case len(speakers) > 1:
		return phrases.Text{phrases.Counted(len(articles),
			"The article credits {who} with this; each quotation is marked with how far the words are the speaker's own.",
			"The articles credit {who} with this; each quotation is marked with how far the words are the speaker's own.", who)}
	}
	return phrases.Text{phrases.Counted(len(articles),
		"The article credits {who} with this, partly in the speaker's own words and partly in paraphrase; each quotation is marked.",
		"The articles credit {who} with this, partly in the speaker's own words and partly in paraphrase; each quotation is marked.", who)}
}

// creditsOne says of one quotation, or of several of one kind, whose words they are.
func creditsOne(q news.Quote, several int) phrases.Phrase {
	if q.Kind() == news.Narration {
		if q.Caption() {
			return phrases.Of("The caption of a picture says this; it is credited to nobody.")
		}
		return phrases.Of("The article says this in its own voice; it is credited to nobody.")
	}
	who := naming(q.Speaker())
	if who.IsZero() {
		who = phrases.Of("somebody the article does not name")
	}
	verb := 1 // how many speak, for the verb
	if plural(q.Speaker()) {
		verb = 2
	}
	switch {
	case q.Stance() == news.Held && q.Kind() == news.Reported:
		return phrases.Counted(verb, "{Who} is reported to think, want or show this; the article does not say that it was said.",
			"{Who} are reported to think, want or show this; the article does not say that it was said.", who)
	case q.Stance() == news.Unsaid:
		return phrases.Of("The article reports that {who} did not say this.", who)
	case q.Certainty() < news.Doubtful:
		return phrases.Of("The article seems to credit {who} with this, but leaves it open who speaks.", who)
	}
	if q.Turn() {
		return phrases.Of("{Who} speaks here in a printed conversation, such as an interview; there are no quotation marks.", who)
	}
	var claim phrases.Phrase
	switch q.Kind() {
	case news.Direct:
		claim = quotesDirectly(q.Stance(), who)
	case news.Mixed:
		claim = quotesPartly(q.Stance(), who, several)
	default:
		claim = paraphrases(q.Stance(), who, verb, several)
	}
	if q.Caption() {
		return phrases.Of("{claim} (in the caption of a picture).", claim)
	}
	return phrases.Of("{claim}.", claim)
}

// The three that follow end without a full stop.

func quotesDirectly(s news.Stance, who phrases.Phrase) phrases.Phrase {
	switch s {
	case news.Denied:
		return phrases.Of("The article quotes {who} directly, disputing this", who)
	case news.Asked:
		return phrases.Of("The article quotes {who} directly, asking this", who)
	case news.Demanded:
		return phrases.Of("The article quotes {who} directly, demanding this", who)
	}
	return phrases.Of("The article quotes {who} directly", who)
}

func quotesPartly(s news.Stance, who phrases.Phrase, several int) phrases.Phrase {
	switch s {
	case news.Denied:
		return phrases.Of("The article reports that {who} disputed this, partly in the speaker's own words", who)
	case news.Asked:
		return phrases.Of("The article reports that {who} asked this, partly in the speaker's own words", who)
	case news.Demanded:
		return phrases.Of("The article reports that {who} demanded this, partly in the speaker's own words", who)
	}
	return phrases.Counted(several, "The article credits {who} with this, only partly in the speaker's own words",
		"The article credits {who} with these things, only partly in the speaker's own words", who)
}

// paraphrases tells by verb whether one or many speak, and how many things.
func paraphrases(s news.Stance, who phrases.Phrase, verb, things int) phrases.Phrase {
	several := things > 1
	switch {
	case s == news.Denied && several:
		return phrases.Counted(verb, "{Who} is paraphrased as disputing these things; the article gives no direct quotation",
			"{Who} are paraphrased as disputing these things; the article gives no direct quotation", who)
	case s == news.Denied:
		return phrases.Counted(verb, "{Who} is paraphrased as disputing this; the article gives no direct quotation",
			"{Who} are paraphrased as disputing this; the article gives no direct quotation", who)
	case s == news.Asked && several:
		return phrases.Counted(verb, "{Who} is paraphrased as asking these things; the article gives no direct quotation",
			"{Who} are paraphrased as asking these things; the article gives no direct quotation", who)
	case s == news.Asked:
		return phrases.Counted(verb, "{Who} is paraphrased as asking this; the article gives no direct quotation",
			"{Who} are paraphrased as asking this; the article gives no direct quotation", who)
	case s == news.Demanded && several:
		return phrases.Counted(verb, "{Who} is paraphrased as demanding these things; the article gives no direct quotation",
			"{Who} are paraphrased as demanding these things; the article gives no direct quotation", who)
	case s == news.Demanded:
		return phrases.Counted(verb, "{Who} is paraphrased as demanding this; the article gives no direct quotation",
			"{Who} are paraphrased as demanding this; the article gives no direct quotation", who)
	case several:
		return phrases.Counted(verb, "{Who} is paraphrased as saying these things; the article gives no direct quotation",
			"{Who} are paraphrased as saying these things; the article gives no direct quotation", who)
	}
	return phrases.Counted(verb, "{Who} is paraphrased as saying this; the article gives no direct quotation",
		"{Who} are paraphrased as saying this; the article gives no direct quotation", who)
}

// contradicts says of a statement that it denies what the question asks.
func (in *inquiry) contradicts(c candidate) phrases.Text {
	s := c.speakers[c.st.Speaker]
	if s == nil {
		return nil
	}
	if c.st.Kind == news.Direct {
		return phrases.Sentence("No, rather the contrary: the article quotes {who} directly.", naming(*s))
	}
	return phrases.Sentence("No, rather the contrary: this is what the article credits to {who}.", naming(*s))
}

// yes answers whether something was said: yes only where the statement has all
// that was asked.
func (in *inquiry) yes(best candidate, d Draft) phrases.Text {
	quotes, _ := cutAll(d.Points[0].Picks, in.ev)
	if len(quotes) == 0 {
		return nil
	}
	if best.fit.Sentence < wholly || quotes[0].Certainty() < news.Doubtful {
		return append(phrases.Sentence("Something near it."), credits(quotes)...)
	}
	return append(phrases.Sentence("Yes."), credits(quotes)...)
}
