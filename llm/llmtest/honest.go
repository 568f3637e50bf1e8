package llmtest

import (
	"regexp"
	"strings"
)

// reply is what the prompt for an answer asks for.
type reply struct {
	Answers bool       `json:"answers"`
	Numbers []int      `json:"numbers"`
	Prose   []sentence `json:"prose"`
}

type sentence struct {
	Text string `json:"text"`
	From []int  `json:"from"`
}

// honest chooses the first passages and retells the first that it can.
func honest(p prompt) reply {
	r := reply{Answers: len(p.passages) > 0, Numbers: []int{}, Prose: []sentence{}}
	for _, one := range p.passages {
		if len(r.Numbers) < 3 {
			r.Numbers = append(r.Numbers, one.Number)
		}
		if text := retell(one); text != "" && len(r.Prose) < 2 {
			r.Prose = append(r.Prose, sentence{text, []int{one.Number}})
		}
	}
	return r
}

// retell says what a passage says, and who says so: "Mira Holt said that …".
func retell(p passage) string {
	said := claim(p)
	if said == "" {
		return ""
	}
	return frame(p) + said + "."
}

// frame is the beginning of a sentence that retells a passage.
func frame(p passage) string {
	verbs := map[string]string{"denied": "denied", "asked": "asked", "demanded": "demanded", "held": "is reported to think"}
	switch {
	case p.Kind == "narration":
		return "The article says that "
	case p.Verb != "" && !strings.Contains(p.Verb, "according") && p.Said != "" && (p.Stance == "held" || !strings.HasPrefix(p.Said, "that ")):
		return p.Speaker + " " + p.Verb + " "
	case verbs[p.Stance] != "":
		return p.Speaker + " " + verbs[p.Stance] + " that "
	}
	return p.Speaker + " said that "
}

var (
	quotationMarks = strings.NewReplacer("“", "", "”", "", `"`, "", "‘", "'", "’", "'")
	cues           = regexp.MustCompile(`(?i)\b(?:said|says|saying|told [^,]{1,40}?|added|announced|stated|warned|claimed|insists?|insisted|argues?|argued|denies|denied|demands?|demanded|asks?|asked|believes?|believed|thinks?|thought|suggests?|suggested|hopes?|hoped|calls?|called)(?: also)?,?(?: that)? `)
	firstSentence  = regexp.MustCompile(`^.*?[.!?](?:\s|$)`)
)

// claim is what a passage says without who says it: its first sentence, and of
// a paraphrase what stands behind the verb of saying.
func claim(p passage) string {
	text := p.Text
	if p.Said != "" {
		text = strings.TrimPrefix(p.Said, "that ")
	}
	text = quotationMarks.Replace(text)
	if at := firstSentence.FindString(text); len(at) > 25 {
		text = at
	}
	if p.Said == "" && (p.Kind == "reported" || p.Kind == "mixed") {
		if at := cues.FindStringIndex(text); at != nil {
			text = text[at[1]:]
		}
	}
	text = strings.TrimRight(strings.TrimSpace(text), ".,;:!?")
	const longest = 220
	if len(text) > longest {
		cut := strings.LastIndex(text[:longest], ", ")
		if cut < 0 {
			return ""
		}
		text = text[:cut]
	}
	return text
}
