package answer

import (
	"encoding/json"
	"errors"
	"strings"
	"unicode/utf8"
)

// reply is what a model is asked for.
type reply struct {
	Answers bool `json:"answers"`
	Numbers []int
	Prose   []proseReply
}

type proseReply struct {
	Text string
	From []int
}

// answerSchema is the same in OpenAI's strict form.
var answerSchema = json.RawMessage(`{"type":"object","additionalProperties":false,"required":["answers","numbers","prose"],"properties":{` +
	`"answers":{"type":"boolean"},"numbers":{"type":"array","items":{"type":"integer"}},` +
	`"prose":{"type":"array","items":{"type":"object","additionalProperties":false,"required":["text","from"],"properties":{` +
	`"text":{"type":"string"},"from":{"type":"array","items":{"type":"integer"}}}}}}}`)

// errBadReply says that a model's reply can't be used.
var errBadReply = errors.New("the model's reply is not the JSON object that it was asked for")

// Bounds of a reply.
const (
	longestReply = 64 << 10
	mostNumbers  = 64
	mostProse    = 8
)

// readReply reads a model's reply about so many items. The object may stand
// among other words, as models like to have it. A number that no item has makes
// the whole reply worthless: who miscounts may mean anything.
func readReply(text string, items int) (reply, error) {
	var r reply
	if err := readObject(text, &r); err != nil {
		return reply{}, err
	}
	if len(r.Numbers) > mostNumbers || len(r.Prose) > mostProse || !allUpTo(r.Numbers, items) {
		return reply{}, errBadReply
	}
	for i := range r.Prose {
		r.Prose[i].Text = strings.TrimSpace(r.Prose[i].Text)
		if len(r.Prose[i].From) > mostNumbers || !allUpTo(r.Prose[i].From, items) {
			return reply{}, errBadReply
		}
	}
	return r, nil
}

// allUpTo tells whether all numbers are from 1 to most.
func allUpTo(numbers []int, most int) bool {
	for _, n := range numbers {
		if n < 1 || n > most {
			return false
		}
	}
	return true
}

// readObject reads the JSON object in a reply into v.
func readObject(text string, v any) error {
	if len(text) > longestReply || !utf8.ValidString(text) {
		return errBadReply
	}
	if _, rest, ok := strings.Cut(text, "</think>"); ok {
		text = rest // what some models think aloud
	}
	start, end := strings.IndexByte(text, '{'), strings.LastIndexByte(text, '}')
	if start < 0 || end < start {
		return errBadReply
	}
	if json.Unmarshal([]byte(text[start:end+1]), v) != nil {
		return errBadReply
	}
	return nil
}
