package llmtest

import (
	"encoding/json"
	"strings"
)

// passage is one that the prompt offers.
type passage struct {
	Number  int
	Speaker string
	Role    string
	Kind    string
	Stance  string
	Text    string
	Said    string
	Verb    string
}

// prompt is a prompt as the model reads it.
type prompt struct {
	question string
	passages []passage
	last     string   // of a follow-up
	earlier  []string // questions before it
}

// readPrompt reads the JSON lines between a prompt's two boundaries.
func readPrompt(user string) prompt {
	var p prompt
	lines := strings.Split(user, "\n")
	for _, line := range lines {
		var one struct {
			passage
			Question, Last, Earlier *string
		}
		if json.Unmarshal([]byte(line), &one) != nil {
			continue
		}
		switch {
		case one.Question != nil:
			p.question = *one.Question
		case one.Last != nil:
			p.last = *one.Last
		case one.Earlier != nil:
			p.earlier = append(p.earlier, *one.Earlier)
		case one.Number > 0:
			p.passages = append(p.passages, one.passage)
		}
	}
	return p
}
