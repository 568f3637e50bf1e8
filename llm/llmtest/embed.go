package llmtest

import (
	"hash/fnv"
	"net/http"
	"strings"
	"time"
	"unicode"
)

// What a server may make of requests for vectors, beside what it makes of the
// protocol.
const (
	FewVectors     Mode = "few-vectors"     // fewer than texts
	TurnedVectors  Mode = "turned-vectors"  // honest, in the reverse order
	SameNumber     Mode = "same-number"     // all with one index
	NotANumber     Mode = "not-a-number"    // NaN, which JSON does not have
	UnevenVectors  Mode = "uneven-vectors"  // of different lengths
	ZeroVectors    Mode = "zero-vectors"    // without direction
	LongVectors    Mode = "long-vectors"    // longer than any model's
	OpposedVectors Mode = "opposed-vectors" // well-formed nonsense: each text means its opposite
)

// meanings are words that the fake takes for one another, so that a paraphrase
// lies near what it paraphrases.
var meanings = [][]string{
	{"ferry", "ferries", "boat", "boats", "ship", "ships", "vessel", "vessels"},
	{"fare", "fares", "price", "prices", "cost", "costs", "ticket", "tickets"},
	{"doctor", "doctors", "physician", "physicians", "medic", "medics"},
	{"rise", "rises", "increase", "increases", "climb", "climbs", "up"},
}

// dimensions are those of the fake's vectors.
const dimensions = 256

// Embedding is the fake's vector of a text: its words, hashed.
func Embedding(text string) []float32 {
	v := make([]float32, dimensions)
	for _, word := range strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		for _, same := range meanings {
			for _, w := range same {
				if w == word {
					word = same[0]
				}
			}
		}
		if len(word) < 4 && word != "up" {
			continue // "the", "what", all that is everywhere
		}
		h := fnv.New32a()
		_, _ = h.Write([]byte(word))
		v[h.Sum32()%dimensions]++
	}
	v[0] += 0.01 // no text is without direction
	return v
}

type vector struct {
	Object    string `json:"object"`
	Index     int    `json:"index"`
	Embedding any    `json:"embedding"`
}

// embed replies to a request for vectors.
func (m *Model) embed(w http.ResponseWriter, r *http.Request, texts []string) {
	m.count.Add(1)
	mode := *m.mode.Load()
	switch mode {
	case Hang, Drip:
		select {
		case <-r.Context().Done():
		case <-m.stopped:
		}
		return
	case Slow:
		select {
		case <-r.Context().Done():
			return
		case <-time.After(m.opts.Delay):
		}
	case Error500:
		apiError(w, http.StatusInternalServerError, "The server had an error.", "server_error")
		return
	case BadModel:
		apiError(w, http.StatusNotFound, "The model does not exist.", "model_not_found")
		return
	case RateLimit:
		apiError(w, http.StatusTooManyRequests, "Too many requests.", "rate_limit_exceeded")
		return
	case Huge:
		w.Header().Set("Content-Type", "application/json")
		for chunk := []byte(strings.Repeat(" ", 1<<20)); r.Context().Err() == nil; {
			if _, err := w.Write(chunk); err != nil {
				return
			}
		}
		return
	case NotANumber:
		w.Header().Set("Content-Type", "application/json")
		_, _ = w.Write([]byte(`{"object":"list","data":[{"object":"embedding","index":0,"embedding":[NaN,1]}],"usage":{"prompt_tokens":1,"total_tokens":1}}`))
		return
	}
	data := make([]vector, 0, len(texts))
	for i, text := range texts {
		v := Embedding(text)
		switch {
		case mode == UnevenVectors && i > 0:
			v = v[:i]
		case mode == ZeroVectors:
			v = make([]float32, dimensions)
		case mode == LongVectors:
			v = make([]float32, 100_000)
			v[0] = 1
		case mode == OpposedVectors:
			for j := range v {
				v[j] = -v[j]
			}
		}
		one := vector{"embedding", i, v}
		if mode == SameNumber {
			one.Index = 0
		}
		if mode == TurnedVectors {
			data = append([]vector{one}, data...)
			continue
		}
		data = append(data, one)
	}
	if mode == FewVectors {
		data = data[:len(data)-1]
	}
	tokens := 0
	for _, text := range texts {
		tokens += len(text)/4 + 1
	}
	writeJSON(w, http.StatusOK, map[string]any{"object": "list", "data": data, "model": "fake-embedding", "usage": map[string]int{"prompt_tokens": tokens, "total_tokens": tokens}})
}
