package llm

import (
	"context"
	"math"
	"slices"
	"strings"
	"unicode/utf8"

	openai "github.com/sashabaranov/go-openai"
)

// Bounds of one request for vectors.
const (
	MaxEmbedded   = 16      // texts
	maxEmbedText  = 4 << 10 // bytes of a text; what is longer is cut
	maxDimensions = 4096
	maxEmbedBody  = 4 << 20 // bytes of a reply: numbers are written out in it
)

// Embed returns a vector for each text, in the order of the texts, all of one
// length, finite and not zero. It takes [MaxEmbedded] texts at most. Retries,
// errors and rest are those of [Client.Complete], and so is what Usage tells
// beside an error.
func (c *Client) Embed(ctx context.Context, texts []string) ([][]float32, Usage, error) {
	if len(texts) == 0 {
		return nil, Usage{}, nil
	}
	if len(texts) > MaxEmbedded {
		return nil, Usage{}, &Failure{Kind: Misconfigured, Text: "too many texts for one request for vectors"}
	}
	inner, cancel := context.WithTimeout(ctx, c.config.Timeout)
	defer cancel()
	guess := Usage{Estimated: true}
	cut := make([]string, len(texts))
	for i, text := range texts {
		cut[i] = cutText(text)
		guess.Prompt += Estimate(cut[i])
	}
	var vectors [][]float32
	reply, err := c.breaker.run(func() (Reply, error) {
		got, err := c.api.CreateEmbeddings(inner, openai.EmbeddingRequestStrings{Input: cut, Model: openai.EmbeddingModel(c.config.Model), EncodingFormat: openai.EmbeddingEncodingFormatFloat})
		if err != nil {
			return Reply{}, failure(err)
		}
		usage := Usage{Prompt: got.Usage.PromptTokens}
		if usage.unbelievable() {
			usage = guess
		}
		vectors, err = inOrder(got.Data, len(cut))
		return Reply{Usage: usage}, err
	})
	if err == nil {
		c.log.well(ctx)
		return vectors, reply.Usage, nil
	}
	f := asFailure(err)
	if ctx.Err() == context.Canceled {
		f = &Failure{Kind: Stopped, Text: "whoever asked gave up", err: context.Canceled}
	}
	c.log.ill(ctx, f)
	if reply.Usage.Total() == 0 && f.Kind.spends() {
		reply.Usage = guess
	}
	return nil, reply.Usage, f
}

// cutText cuts a text to what one request takes, between characters.
func cutText(text string) string {
	if len(text) <= maxEmbedText {
		return text
	}
	n := maxEmbedText
	for n > 0 && !utf8.RuneStart(text[n]) {
		n--
	}
	return text[:n]
}

// inOrder puts the vectors of a reply into the order of the texts.
func inOrder(data []openai.Embedding, n int) ([][]float32, error) {
	bad := func(text string) error { return &Failure{Kind: BadReply, Text: text} }
	if len(data) != n {
		return nil, bad("the endpoint replied with another number of vectors than texts were sent")
	}
	out := make([][]float32, n)
	for _, d := range data {
		switch {
		case d.Index < 0 || d.Index >= n || out[d.Index] != nil:
			return nil, bad("the endpoint's vectors are not numbered like the texts")
		case len(d.Embedding) == 0 || len(d.Embedding) > maxDimensions || len(d.Embedding) != len(data[0].Embedding):
			return nil, bad("the endpoint's vectors are empty, too long or of different lengths")
		case !slices.ContainsFunc(d.Embedding, func(x float32) bool { return x != 0 }):
			return nil, bad("the endpoint replied with a vector without direction")
		}
		for _, x := range d.Embedding {
			if f := float64(x); math.IsNaN(f) || math.IsInf(f, 0) {
				return nil, bad("the endpoint's vectors have numbers in them that are none")
			}
		}
		out[d.Index] = d.Embedding
	}
	return out, nil
}

// bodyLimit is how large the reply to a request may be.
func bodyLimit(path string) int {
	if strings.HasSuffix(path, "/embeddings") {
		return maxEmbedBody
	}
	return maxBody
}
