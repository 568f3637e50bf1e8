package llm

import (
	"errors"
	"math"
	"strings"

	openai "github.com/sashabaranov/go-openai"
)

// TokensField names the request's parameter that bounds a reply.
type TokensField string

// The parameters. Ollama reads only the older one; OpenAI's reasoning models
// only the newer.
const (
	TokensAuto TokensField = "auto" // by the model's name, then as the endpoint wants
	TokensMax  TokensField = "max_tokens"
	TokensNew  TokensField = "max_completion_tokens"
)

// dialect is what an endpoint takes of the protocol. It is never changed: what
// is learned makes another.
type dialect struct {
	tokens    TokensField
	fixed     bool // tokens was chosen by whoever runs the program
	cool      bool // takes a temperature
	structure structure
}

// structure is how an endpoint is told that JSON is wanted, the strictest first.
type structure int

const (
	bySchema structure = iota
	asObject
	inWords // by the prompt alone, which always says it too
)

// firstDialect guesses by the model's name, as OpenAI's own library does.
func firstDialect(c Config) *dialect {
	name := c.Model[strings.LastIndexByte(c.Model, '/')+1:] // "openai/o3" on a gateway
	thinks := false
	for _, family := range []string{"o1", "o3", "o4", "gpt-5", "gpt-6"} {
		thinks = thinks || strings.HasPrefix(name, family)
	}
	d := &dialect{tokens: c.TokensField, fixed: c.TokensField != TokensAuto, cool: !thinks}
	if !d.fixed {
		d.tokens = TokensMax
		if thinks {
			d.tokens = TokensNew
		}
	}
	return d
}

// request writes a request in the dialect.
func (d *dialect) request(c Config, r Request) openai.ChatCompletionRequest {
	out := openai.ChatCompletionRequest{
		Model: c.Model,
		Messages: []openai.ChatCompletionMessage{
			{Role: openai.ChatMessageRoleSystem, Content: r.System},
			{Role: openai.ChatMessageRoleUser, Content: r.User},
		},
	}
	if d.tokens == TokensNew {
		out.MaxCompletionTokens = c.MaxTokens
	} else {
		//lint:ignore SA1019 Ollama and older servers read no other
		out.MaxTokens = c.MaxTokens
	}
	if d.cool {
		out.Temperature = math.SmallestNonzeroFloat32 // a plain 0 would be left out
	}
	switch {
	case r.Schema == nil || d.structure == inWords:
	case d.structure == bySchema:
		out.ResponseFormat = &openai.ChatCompletionResponseFormat{
			Type:       openai.ChatCompletionResponseFormatTypeJSONSchema,
			JSONSchema: &openai.ChatCompletionResponseFormatJSONSchema{Name: r.Name, Strict: true, Schema: r.Schema},
		}
	default:
		out.ResponseFormat = &openai.ChatCompletionResponseFormat{Type: openai.ChatCompletionResponseFormatTypeJSONObject}
	}
	return out
}

// without returns the dialect without what an endpoint has just complained
// about, nil when the error is about something else. Each step takes something
// away for good, so a request is sent four times at most.
func (d *dialect) without(err error) *dialect {
	status, text := refusal(err)
	if status != 400 && status != 422 {
		return nil
	}
	next := *d
	switch {
	case strings.Contains(text, "max_completion_tokens") && d.tokens == TokensMax && !d.fixed:
		next.tokens, next.fixed = TokensNew, true
	case strings.Contains(text, "max_tokens") && d.tokens == TokensNew && !d.fixed:
		next.tokens, next.fixed = TokensMax, true
	case strings.Contains(text, "temperature") && d.cool:
		next.cool = false
	case (strings.Contains(text, "response_format") || strings.Contains(text, "schema") || strings.Contains(text, "json")) && d.structure < inWords:
		next.structure++
	default:
		return nil
	}
	return &next
}

// refusal is the status and the lower-case words of an endpoint's error, 0 for
// any other.
func refusal(err error) (int, string) {
	// The library wraps an empty error of the one kind in the other where the
	// body is not of OpenAI's shape, hence the order.
	var request *openai.RequestError
	if errors.As(err, &request) {
		return request.HTTPStatusCode, strings.ToLower(string(request.Body))
	}
	var api *openai.APIError
	if errors.As(err, &api) {
		text := api.Message
		if api.Param != nil {
			text += " " + *api.Param
		}
		if code, ok := api.Code.(string); ok {
			text += " " + code
		}
		return api.HTTPStatusCode, strings.ToLower(text + " " + api.Type)
	}
	return 0, ""
}
