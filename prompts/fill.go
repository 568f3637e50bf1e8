package prompts

import (
	"bytes"
	"crypto/rand"
	"encoding/json"
	"strings"
)

// Item is a passage that a model may choose.
type Item struct {
	Number  int    `json:"number"`
	Speaker string `json:"speaker"` // "" for the article's own voice
	Role    string `json:"role,omitempty"`
	Kind    string `json:"kind"`
	Stance  string `json:"stance,omitempty"` // "" for what was simply said
	Article string `json:"article"`          // its title
	Date    string `json:"date,omitempty"`   // 2006-01-02
	Text    string `json:"text"`
	// Said is what of the text is credited to the speaker, "" for all of it, and
	// Verb the article's own word for it ("said", "has threatened").
	Said string `json:"said,omitempty"`
	Verb string `json:"verb,omitempty"`
}

// String is the item as it stands in a prompt: JSON on one line.
func (i Item) String() string { return data(i) }

// Answering is what the prompt for an answer is about.
type Answering struct {
	Question string
	Items    []Item
	// Shown is the number of the last item that is shown whatever the model says.
	Shown int
	// Boundary is a code that stands nowhere in the rest, "" for a random one.
	Boundary string
}

// Answer asks a model to choose among items and to retell them.
func (s *Set) Answer(a Answering) (Prompt, error) {
	in := struct {
		Boundary, Question string
		Items              []Item
		Shown              int
	}{a.Boundary, data(a.Question), a.Items, a.Shown}
	if in.Boundary == "" {
		in.Boundary = boundary()
	}
	return s.answer.fill(in)
}

// Search asks a model for other words to look for.
func (s *Set) Search(question string) (Prompt, error) {
	return s.search.fill(struct{ Boundary, Question string }{boundary(), data(question)})
}

// FollowUp asks a model to make a question whole that leans on earlier ones,
// which come oldest first.
func (s *Set) FollowUp(question string, earlier []string) (Prompt, error) {
	in := struct {
		Boundary, Question string
		Earlier            []string
	}{Boundary: boundary(), Question: data(question)}
	for _, e := range earlier {
		in.Earlier = append(in.Earlier, data(e))
	}
	return s.followUp.fill(in)
}

// boundary is a line that nobody can guess, and so nobody can write.
func boundary() string { return "=== " + rand.Text() + " ===" }

// data is a value as JSON on one line, which no text can break out of.
func data(v any) string {
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if err := enc.Encode(v); err != nil {
		return `""` // strings and numbers don't fail
	}
	return strings.TrimSpace(b.String())
}
