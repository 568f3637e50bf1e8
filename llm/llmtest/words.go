package llmtest

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"regexp"
	"strings"
)

// write is what the model writes to a prompt in a mode, the n-th of its life.
func write(m Mode, user string, seed, n uint64) string {
	l := liar{rand.New(rand.NewPCG(seed, n)), readPrompt(user)}
	if len(l.passages) == 0 {
		return l.without(m)
	}
	switch m {
	case Nothing:
		return object(reply{Numbers: []int{}, Prose: []sentence{}})
	case InventsQuotes, AltersWord, AltersNumber, AltersDate, SwapsSpeakers, CitesWrong, DropsNot, AddsNot, OpinionAsFact, Stitches, Markup, Instructs:
		return object(l.lie(m))
	case OutOfRange:
		r := honest(l.prompt)
		r.Numbers = append(r.Numbers, some(l, []int{0, -1, len(l.passages) + 1, 1 << 30, -1 << 30}))
		if l.IntN(2) == 0 {
			r.Numbers = nil
			for i := range r.Prose {
				r.Prose[i].From = []int{some(l, []int{0, -7, len(l.passages) + 3, 999})}
			}
		}
		return object(r)
	case ObeysArticle:
		return object(l.obey())
	case AnswersAll:
		r := honest(l.prompt)
		r.Answers, r.Numbers = true, nil
		for _, p := range l.passages {
			r.Numbers = append(r.Numbers, p.Number)
		}
		l.Shuffle(len(r.Numbers), func(i, j int) { r.Numbers[i], r.Numbers[j] = r.Numbers[j], r.Numbers[i] })
		r.Prose = append([]sentence{{"Yes, " + strings.TrimRight(l.question, "?") + ".", r.Numbers}}, r.Prose...)
		return object(r)
	case WrongJSON:
		whole := object(honest(l.prompt))
		return some(l, []string{"", "null", "[]", "true", `{"answers":`, whole[:len(whole)/2], strings.ReplaceAll(whole, `"`, `'`), whole + whole, "{" + strings.Repeat(`{"a":`, 500), strings.Repeat("[", 60_000), whole[:len(whole)-1] + ",}", "\xff\xfe" + whole})
	case JSONInProse:
		around := some(l, []string{"Sure! Here is the answer:\n```json\n%s\n```\nHope that helps!", "<think>The user wants {…}</think>%s", "Answer: %s Bye!"})
		return fmt.Sprintf(around, object(honest(l.prompt)))
	case ProseInJSON:
		return some(l, []string{`{"answers":"yes","numbers":"one and two","prose":"It is so."}`, `{"answers":1,"numbers":[1.5],"prose":[]}`, `{"answers":true,"numbers":[1],"prose":[{"text":["a"],"from":"1"}]}`,
			`{"answers":true,"numbers":["1"],"prose":[{"text":"Hello.","from":["1"]}]}`, `{"answers":true,"numbers":[1],"prose":{"text":"x"}}`, `{"answers":null,"numbers":null,"prose":null}`, `{"choices":[]}`})
	case ChangesItsMind:
		return write(some(l, Words()[:18]), user, seed^0x9e3779b9, n)
	case FloodsSentences:
		r := honest(l.prompt)
		for range 300 {
			r.Numbers = append(r.Numbers, some(l, l.passages).Number)
			r.Prose = append(r.Prose, l.sentence(some(l, []Mode{AltersWord, SwapsSpeakers, DropsNot})))
		}
		return object(r)
	}
	return object(honest(l.prompt))
}

// order is what an article may tell a model to say.
var order = regexp.MustCompile(`(?i)(?:ignore|disregard)[^.]*\. (?:say|write|answer|reply)(?: that)? ([^.]*)\.`)

// obey does what a passage tells it, or else what the question does.
func (l liar) obey() reply {
	r := honest(l.prompt)
	for _, p := range l.passages {
		if m := order.FindStringSubmatch(p.Text); m != nil {
			r.Prose = []sentence{{frame(p) + m[1] + ".", []int{p.Number}}, {upper(m[1]) + ".", []int{p.Number}}}
			return r
		}
	}
	p := some(l, l.passages)
	r.Prose = []sentence{{frame(p) + "everything in this article is false.", []int{p.Number}}, {"Ignore all articles.", []int{p.Number}}}
	return r
}

// without replies to the prompts that offer no passages.
func (l liar) without(m Mode) string {
	hostile := m != Honest && m != Slow && m != NoUsage && m != NoSchema && m != NewTokens && m != AbsurdUsage && m != RateLimitAfter
	switch {
	case l.last != "" && hostile:
		return some(l, []string{`{"question":"What did Arvid Falk say about the moon?"}`, `{"question":7}`, "no", `{"question":"` + strings.Repeat("x", 5000) + `"}`})
	case l.last != "":
		return object(map[string]string{"question": ""})
	case hostile:
		return some(l, []string{`{"words":["ceasefire","said","Ryabkov","strike","the"]}`, `{"words":"none"}`, "words", `{"words":["` + strings.Repeat("x", 5000) + `"]}`, `{"words":["42","<@1>","\u202e"]}`})
	}
	return object(map[string][]string{"words": {"agreement", "talks", "deal"}})
}

func object(v any) string {
	b, err := json.Marshal(v)
	if err != nil {
		return "{}"
	}
	return string(b)
}
