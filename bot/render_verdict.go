package bot

import (
	"strings"

	"onrecord/answer"
	"onrecord/phrases"
)

// renderVerdict shows what checking words came to.
func renderVerdict(t phrases.Tongue, v answer.Verdict) Message {
	colour, sentence := verdictLine(v)
	l := newLayout(t, colour, t.Say("Checked: “{words}”", clip(plain(v.Words()), roomTitle-30)))
	l.prose(sentence.In(t))
	if v.Stranger() {
		l.say("Nobody called “{name}” speaks in this library.", clip(plain(v.Speaker()), 100))
	}
	if d := differences(t, v.Diff()); d != "" {
		l.add(d)
	}
	if len(v.Quotes()) == 0 {
		return l.message()
	}
	m, _ := l.quotes(v.Quotes(), true)
	return m
}

// verdictLine is the outcome in a colour and a sentence.
func verdictLine(v answer.Verdict) (int, phrases.Phrase) {
	who := v.Speaker()
	switch v.Finding() {
	case answer.Verbatim:
		if who != "" {
			return colourAnswer, phrases.Of("Verbatim: these words stand in the articles, credited to {name}.", who)
		}
		return colourAnswer, phrases.Of("Verbatim: these words stand in the articles.")
	case answer.Nearly:
		return colourAlmost, phrases.Of("Nearly: words much like these stand in the articles. Compare them below.")
	case answer.Other:
		by, nearly := creditedTo(v), len(v.Diff()) > 0
		switch {
		case by != "" && nearly:
			return colourWarning, phrases.Of("Nearly said, but not by {name}: the articles credit nearly these words to {other}.", who, by)
		case by != "":
			return colourWarning, phrases.Of("Said, but not by {name}: the articles credit these words to {other}.", who, by)
		case nearly:
			return colourWarning, phrases.Of("The articles have nearly these words, but do not credit them to {name}.", who)
		}
		return colourWarning, phrases.Of("The articles have these words, but do not credit them to {name}.", who)
	case answer.Paraphrase:
		return colourWarning, phrases.Of("A paraphrase: these are the reporter's words, not the speaker's own.")
	}
	return colourAbstain, phrases.Of("Not found in this library. That does not mean that it was never said.")
}

// creditedTo names the speaker of the first place found, "" for the article itself.
func creditedTo(v answer.Verdict) string {
	if len(v.Quotes()) == 0 {
		return ""
	}
	return v.Quotes()[0].Speaker().Name
}

// differences shows a word-level difference on one line, with a second line
// that says the same without looks.
func differences(t phrases.Tongue, edits []answer.Edit) string {
	const room = 1200
	var line []string
	var claimed, printed []string
	used := 0
	for _, e := range edits {
		text, _ := fitHarmless(plain(e.Text), 300)
		if text == "" {
			continue
		}
		if used += size(text) + 8; used > room {
			line = append(line, harmless(ellipsis))
			break
		}
		switch e.Op {
		case answer.Claimed:
			line = append(line, "~~"+text+"~~")
			claimed = append(claimed, t.Say("“{title}”", text))
		case answer.Printed:
			line = append(line, "**"+text+"**")
			printed = append(printed, t.Say("“{title}”", text))
		default:
			line = append(line, text)
		}
	}
	if len(claimed)+len(printed) == 0 {
		return ""
	}
	shown := strings.Join(line, " ")
	if runsLeft(shown) {
		shown = isolate(shown)
	}
	out := []string{"> " + shown}
	if len(claimed) > 0 {
		out = append(out, isolateWords(t.Say("Struck through, only in the words checked: {words}", strings.Join(claimed, ", "))))
	}
	if len(printed) > 0 {
		out = append(out, isolateWords(t.Say("Bold, only in the article: {words}", strings.Join(printed, ", "))))
	}
	return strings.Join(out, "\n")
}
