package answer

import (
	"context"
	"encoding/json"
	"strings"

	"onrecord/llm"
	"onrecord/news"
	"onrecord/retrieval"
)

// searchSchema is the form of other words to look for.
var searchSchema = json.RawMessage(`{"type":"object","additionalProperties":false,"required":["words"],"properties":{"words":{"type":"array","items":{"type":"string"}}}}`)

// widen adds to what may come nearest the passages that have other words than
// the question, of a model's finding. They are offered beside those that the
// question's own words found, and shown only as nearest evidence. What goes
// wrong here is not missed.
func (m *Model) widen(ctx context.Context, in *inquiry, o *offer, q news.Question, p Payer) {
	if in.byStatements() || in.topic == nil || in.only != nil {
		return // of a speaker's statements all are offered
	}
	words, err := m.otherWords(ctx, q, p)
	if err != nil || len(words) == 0 {
		return
	}
	other := *in
	other.lenses, other.ev, other.topic = nil, nil, nil
	other.Topic = strings.Join(words, " ")
	if err := m.engine.look(ctx, &other, nil); err != nil {
		return
	}
	for _, s := range other.best() {
		l := in.lens(s.article.Ref())
		if l == nil {
			l = s.lens
			in.lenses = append(in.lenses, l)
		}
		s.lens = l
		o.addAll(in.pickSentence(&s), in.ev)
	}
}

// mostWords and longestWord bound the other words.
const (
	mostWords   = 8
	longestWord = 30
)

// otherWords asks the model for words that a journalist might have used.
func (m *Model) otherWords(ctx context.Context, q news.Question, p Payer) ([]string, error) {
	prompt, err := m.prompts.Search(q.Text)
	if err != nil {
		return nil, err
	}
	key := prompt
	key.User = q.Text // the boundary is another each time
	var words []string
	err = m.complete(ctx, exchange{
		payer: p, key: replyKey(m.writer.Model(), key),
		request: llm.Request{System: prompt.System, User: prompt.User, Name: "words", Schema: searchSchema},
		read: func(text string) error {
			var r struct{ Words []string }
			if err := readObject(text, &r); err != nil {
				return err
			}
			words = nil
			for _, w := range r.Words[:min(len(r.Words), mostWords)] {
				if len(w) <= longestWord && len(retrieval.Terms(w)) > 0 {
					words = append(words, w)
				}
			}
			return nil
		},
	})
	return words, err
}
