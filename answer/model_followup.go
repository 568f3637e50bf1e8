package answer

import (
	"context"
	"encoding/json"

	"onrecord/llm"
	"onrecord/news"
	"onrecord/retrieval"
)

// followUpSchema is the form of a question made whole.
var followUpSchema = json.RawMessage(`{"type":"object","additionalProperties":false,"required":["question"],"properties":{"question":{"type":"string"}}}`)

// whole has the model make a question stand on its own that the engine could not
// answer and that may go on from an earlier one. It returns "" when it need not,
// can't, or uses words that nobody wrote: then the question stays as it is.
func (m *Model) whole(ctx context.Context, q news.Question, p Payer) string {
	prompt, err := m.prompts.FollowUp(q.Text, []string{q.Before})
	if err != nil {
		return ""
	}
	key := prompt
	key.User = q.Before + "\x00" + q.Text // the boundary is another each time
	var made string
	err = m.complete(ctx, exchange{
		payer: p, key: replyKey(m.writer.Model(), key),
		request: llm.Request{System: prompt.System, User: prompt.User, Name: "question", Schema: followUpSchema},
		read: func(text string) error {
			var r struct{ Question string }
			err := readObject(text, &r)
			made = r.Question
			return err
		},
	})
	if err != nil || !madeOf(made, q.Text, q.Before) {
		return ""
	}
	return made
}

// madeOf tells whether a question has all the words of one and none but words of
// it and of an earlier one, or such as carry nothing.
func madeOf(whole, last, before string) bool {
	text, err := clean("question", whole, MaxQuestion)
	if err != nil || text != whole || !plainQuestion(whole) {
		return false
	}
	words := func(s string) map[string]bool {
		out := map[string]bool{}
		for _, w := range readWords(s) {
			out[w.fold] = true
		}
		return out
	}
	have, asked, earlier := words(whole), words(last), words(before)
	for w := range have {
		if !asked[w] && !earlier[w] && len(retrieval.Terms(w)) > 0 && !auxiliaries[w] {
			return false
		}
	}
	for w := range asked {
		if !have[w] && w != "one" && w != "ones" && len(retrieval.Terms(w)) > 0 {
			return false
		}
	}
	return len(have) > 0
}

// plainQuestion tells whether a question is made of the characters of plain prose.
func plainQuestion(s string) bool {
	for _, r := range s {
		if r != '?' && r != '!' && !inProse(r) {
			return false
		}
	}
	return true
}
