package bot

import (
	"strings"

	"onrecord/answer"
)

// renderVerdict shows what checking words came to.
func renderVerdict(v answer.Verdict) Message {
	colour, sentence := verdictLine(v)
	l := newLayout(colour, "Checked: “"+v.Words()+"”")
	l.prose(sentence)
	if d := differences(v.Diff()); d != "" {
		l.add(d)
	}
	if len(v.Quotes()) == 0 {
		return l.message()
	}
	m, _ := l.quotes(v.Quotes(), true)
	return m
}

// verdictLine is the outcome in a colour and a sentence.
func verdictLine(v answer.Verdict) (int, string) {
	who := v.Speaker()
	switch v.Finding() {
	case answer.Verbatim:
		if who != "" {
			return colourAnswer, "Verbatim: these words stand in the articles, credited to " + who + "."
		}
		return colourAnswer, "Verbatim: these words stand in the articles."
	case answer.Nearly:
		return colourAlmost, "Nearly: words much like these stand in the articles. Compare them below."
	case answer.Other:
		words, said := "these words", "Said"
		if len(v.Diff()) > 0 {
			words, said = "nearly these words", "Nearly said"
		}
		if by := creditedTo(v); by != "" {
			return colourWarning, said + ", but not by " + who + ": the articles credit " + words + " to " + by + "."
		}
		return colourWarning, "The articles have " + words + ", but do not credit them to " + who + "."
	case answer.Paraphrase:
		return colourWarning, "A paraphrase: these are the reporter’s words, not the speaker’s own."
	}
	return colourAbstain, "Not found in this library. That does not mean that it was never said."
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
func differences(edits []answer.Edit) string {
	const room = 1200
	var line []string
	var claimed, printed []string
	used := 0
	for _, e := range edits {
		text, _ := fit(e.Text, 300)
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
			claimed = append(claimed, "“"+text+"”")
		case answer.Printed:
			line = append(line, "**"+text+"**")
			printed = append(printed, "“"+text+"”")
		default:
			line = append(line, text)
		}
	}
	if len(claimed)+len(printed) == 0 {
		return ""
	}
	out := []string{"> " + strings.Join(line, " ")}
	if len(claimed) > 0 {
		out = append(out, "Struck through, only in the words checked: "+strings.Join(claimed, ", "))
	}
	if len(printed) > 0 {
		out = append(out, "Bold, only in the article: "+strings.Join(printed, ", "))
	}
	return strings.Join(out, "\n")
}
