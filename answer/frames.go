package answer

import (
	"regexp"
	"strings"
	"sync"
)

// frame is a way to ask, in another language, what English asks too.
type frame struct {
	pattern *regexp.Regexp // with groups "who" and, where there is one, "topic"
	english string
}

// frames are the plainest ways to ask what somebody said: enough for a question
// to be understood as one about a speaker. Everything else about a question in
// another language is left to the words that it has.
var frames = sync.OnceValue(func() []frame {
	const (
		who   = `(?P<who>\S.*?)`
		topic = `(?P<topic>\S.*?)`

		sayAbout, say, said = "What did ${who} say about ${topic}?", "What did ${who} say?", "Who said ${topic}?"
	)
	var out []frame
	for _, f := range []struct{ pattern, english string }{ // the more particular first
		{`¿?qué (?:dijo|dice|ha dicho|declaró) ` + who + ` (?:sobre|acerca de|respecto a) (?:el |la |los |las |lo )?` + topic, sayAbout},
		{`¿?qué (?:dijo|dice|ha dicho|declaró) ` + who, say},
		{`¿?quién (?:dijo|dice|ha dicho) que ` + topic, said},
		{`(?:qu['’]a dit|qu['’]est-ce qu['’]a dit|que dit) ` + who + ` (?:sur|à propos d[eu]s?|au sujet d[eu]s?) (?:le |la |les |l['’])?` + topic, sayAbout},
		{`(?:qu['’]a dit|qu['’]est-ce qu['’]a dit|que dit) ` + who, say},
		{`qu['’]est-ce que ` + who + ` a dit (?:sur|à propos d[eu]s?|au sujet d[eu]s?) (?:le |la |les |l['’])?` + topic, sayAbout},
		{`qu['’]est-ce que ` + who + ` a dit`, say},
		{`qui a dit qu(?:e |['’])` + topic, said},
		{`was (?:sagte|sagt|erklärte) ` + who + ` (?:über|zu|zum|zur) (?:den |die |das |der |dem )?` + topic, sayAbout},
		{`was (?:sagte|sagt|erklärte) ` + who, say},
		{`was hat ` + who + ` (?:über|zu|zum|zur) (?:den |die |das |der |dem )?` + topic + ` gesagt`, sayAbout},
		{`was hat ` + who + ` gesagt`, say},
		{`wer (?:sagte|sagt|hat gesagt), dass ` + topic, said},
		{`o que (?:disse|diz|falou) ` + who + ` sobre (?:o |a |os |as )?` + topic, sayAbout},
		{`o que (?:disse|diz|falou) ` + who, say},
		{`o que ` + who + ` (?:disse|diz|falou) sobre (?:o |a |os |as )?` + topic, sayAbout},
		{`o que ` + who + ` (?:disse|diz|falou)`, say},
		{`quem (?:disse|falou) que ` + topic, said},
		{`(?:che )?cosa ha detto ` + who + ` (?:su |sul |sullo |sulla |sui |sugli |sulle |sull['’]|riguardo a |riguardo alla )` + topic, sayAbout},
		{`(?:che )?cosa ha detto ` + who, say},
		{`chi ha detto che ` + topic, said},
		{`что (?:сказал|сказала|заявил|заявила|говорит) ` + who + ` (?:о|об|про) ` + topic, sayAbout},
		{`что (?:сказал|сказала|заявил|заявила|говорит) ` + who, say},
		{`кто сказал,? что ` + topic, said},
	} {
		out = append(out, frame{regexp.MustCompile(`(?i)^` + f.pattern + `\s*[?？]*$`), f.english})
	}
	return out
})

// inEnglish puts the frame of a question in another language into English; its
// names and topic stay as they are. Other questions are returned as they came.
func inEnglish(question string) string {
	const longest = 300
	q := strings.TrimSpace(question)
	if len(q) > longest {
		return question
	}
	first, _, _ := strings.Cut(strings.TrimLeft(strings.ToLower(q), "¿ "), " ")
	if !framed()[strings.TrimRight(first, "’'")] && !strings.HasPrefix(first, "qu’") && !strings.HasPrefix(first, "qu'") {
		return question
	}
	for _, f := range frames() {
		if at := f.pattern.FindStringSubmatchIndex(q); at != nil {
			return string(f.pattern.ExpandString(nil, f.english, q, at))
		}
	}
	return question
}

// framed are the words that such questions begin with, so that English ones
// cost nothing.
var framed = sync.OnceValue(func() map[string]bool {
	out := map[string]bool{}
	for _, w := range strings.Fields("qué quién que qui was wer o quem cosa che chi что кто") {
		out[w] = true
	}
	return out
})
