package llm

import (
	"context"
	"errors"
	"io"
	"strings"

	openai "github.com/sashabaranov/go-openai"
)

// stream takes a reply piece by piece and returns it when it is whole. Nothing
// of it is shown earlier: a half sentence can't be held to its quotations.
func (c *Client) stream(ctx context.Context, r openai.ChatCompletionRequest) (Reply, error) {
	r.StreamOptions = &openai.StreamOptions{IncludeUsage: true}
	s, err := c.api.CreateChatCompletionStream(ctx, r)
	if err != nil {
		return Reply{}, err // the stream is nil
	}
	defer s.Close()
	var reply Reply
	var text, refusal strings.Builder
	var why openai.FinishReason
	for {
		got, err := s.Recv()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return reply, err
		}
		if got.Usage != nil {
			reply.Usage = Usage{Prompt: got.Usage.PromptTokens, Completion: got.Usage.CompletionTokens}
		}
		if len(got.Choices) == 0 {
			continue // as the one with the usage is
		}
		first := got.Choices[0]
		text.WriteString(first.Delta.Content)
		refusal.WriteString(first.Delta.Refusal)
		if first.FinishReason != "" {
			why = first.FinishReason
		}
	}
	reply.Text = text.String()
	return reply, ended(why, refusal.String(), true)
}
