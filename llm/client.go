package llm

import (
	"cmp"
	"context"
	"encoding/json"
	"log/slog"
	"net/http"
	"net/url"
	"sync/atomic"
	"time"

	openai "github.com/sashabaranov/go-openai"
)

// Config says which model to ask, and how. Model is required; what is left zero
// gets the default named beside it.
type Config struct {
	// BaseURL is the endpoint, its version included ("http://localhost:11434/v1"):
	// OpenAI's own.
	BaseURL string
	// Key is the endpoint's key; "" sends none.
	Key   string
	Model string
	// Timeout bounds one completion, its retries included: 20 s.
	Timeout time.Duration
	// MaxTokens bounds what the model may write, its thinking included: 1024.
	MaxTokens int
	// TokensField is the parameter that carries MaxTokens: [TokensAuto].
	TokensField TokensField
	// Stream has replies sent piece by piece, for gateways that cut connections
	// on which nothing comes for a while.
	Stream bool
	// Logger gets what is wrong with the endpoint, once for each change of it:
	// slog.Default.
	Logger *slog.Logger
	// Transport carries the requests: one of our own.
	Transport http.RoundTripper

	Tries int           // of a request that was turned away or lost: 3
	Wait  time.Duration // before the second try, doubled for each further: 500 ms
	Rest  time.Duration // in which a model that keeps failing is not asked: 60 s
}

// Client asks one model. It is safe for concurrent use.
type Client struct {
	config  Config
	api     *openai.Client
	breaker breaker
	dialect atomic.Pointer[dialect]
	log     reporter
}

// New returns a client. It fails when the configuration can't be one.
func New(c Config) (*Client, error) {
	if c.Model == "" {
		return nil, &Failure{Kind: Misconfigured, Text: "no model is named: set OPENAI_MODEL"}
	}
	if c.BaseURL != "" {
		u, err := url.Parse(c.BaseURL)
		if err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			return nil, &Failure{Kind: Misconfigured, Text: "the endpoint is no address: set OPENAI_BASE_URL to one such as http://localhost:11434/v1"}
		}
	}
	c.Timeout = cmp.Or(c.Timeout, 20*time.Second)
	c.MaxTokens = cmp.Or(c.MaxTokens, 1024)
	c.TokensField = cmp.Or(c.TokensField, TokensAuto)
	c.Tries = cmp.Or(c.Tries, 3)
	c.Wait = cmp.Or(c.Wait, 500*time.Millisecond)
	c.Rest = cmp.Or(c.Rest, time.Minute)
	if c.Logger == nil {
		c.Logger = slog.Default()
	}
	if c.Transport == nil {
		c.Transport = transport()
	}
	set := openai.DefaultConfig(c.Key)
	if c.BaseURL != "" {
		set.BaseURL = c.BaseURL
	}
	set.HTTPClient = &http.Client{
		Transport:     &patient{next: bounded{c.Transport}, tries: c.Tries, first: c.Wait},
		CheckRedirect: func(*http.Request, []*http.Request) error { return errRedirect },
	}
	set.EmptyMessagesLimit = 1000
	client := &Client{config: c, api: openai.NewClientWithConfig(set), log: reporter{log: c.Logger}}
	client.breaker = newBreaker(c.Rest)
	client.dialect.Store(firstDialect(c))
	return client, nil
}

// Model is the model's name.
func (c *Client) Model() string { return c.config.Model }

// MaxTokens bounds what the model may write for one request.
func (c *Client) MaxTokens() int { return c.config.MaxTokens }

// Timeout bounds one completion.
func (c *Client) Timeout() time.Duration { return c.config.Timeout }

// Request is what a model is asked.
type Request struct {
	System, User string
	// Name and Schema describe the JSON object wanted, in OpenAI's strict form;
	// no Schema asks for plain text. The endpoint may ignore it.
	Name   string
	Schema json.RawMessage
}

// Reply is what came back.
type Reply struct {
	Text  string
	Usage Usage
}

// Complete asks the model once, retries included. Errors are of type [*Failure];
// the reply's Usage then still tells what the attempt may have cost. Nothing is
// sent while the model rests after failing over and over.
func (c *Client) Complete(ctx context.Context, r Request) (Reply, error) {
	inner, cancel := context.WithTimeout(ctx, c.config.Timeout)
	defer cancel()
	reply, err := c.breaker.run(func() (Reply, error) {
		reply, err := c.send(inner, r)
		return reply, failure(err)
	})
	if err == nil {
		c.log.well(ctx)
		return reply, nil
	}
	f := asFailure(err)
	if ctx.Err() == context.Canceled {
		f = &Failure{Kind: Stopped, Text: "whoever asked gave up", err: context.Canceled}
	}
	c.log.ill(ctx, f)
	if reply.Usage.Total() == 0 && f.Kind.spends() {
		reply.Usage = estimate(r, "")
	}
	return Reply{Usage: reply.Usage}, f
}

// send sends the request in the endpoint's dialect, learning from refusals what
// the endpoint does not take.
func (c *Client) send(ctx context.Context, r Request) (Reply, error) {
	for {
		d := c.dialect.Load()
		reply, err := c.once(ctx, d.request(c.config, r))
		if err != nil {
			if next := d.without(err); next != nil {
				c.dialect.CompareAndSwap(d, next)
				continue
			}
			return reply, err
		}
		if reply.Text == "" {
			return reply, &Failure{Kind: BadReply, Text: "the model replied with nothing"}
		}
		if reply.Usage.unbelievable() {
			reply.Usage = estimate(r, reply.Text)
		}
		return reply, nil
	}
}

func (c *Client) once(ctx context.Context, r openai.ChatCompletionRequest) (Reply, error) {
	if c.config.Stream {
		return c.stream(ctx, r)
	}
	got, err := c.api.CreateChatCompletion(ctx, r)
	if err != nil {
		return Reply{}, err
	}
	reply := Reply{Usage: Usage{Prompt: got.Usage.PromptTokens, Completion: got.Usage.CompletionTokens}}
	if len(got.Choices) == 0 {
		return reply, &Failure{Kind: BadReply, Text: "the endpoint replied without an answer of the model"}
	}
	first := got.Choices[0]
	reply.Text = first.Message.Content
	return reply, ended(first.FinishReason, first.Message.Refusal, false)
}

// ended tells whether a reply is whole. A stream has to say so: one that is cut
// off cleanly looks like one that has ended.
func ended(why openai.FinishReason, refusal string, mustSay bool) error {
	switch {
	case refusal != "":
		return &Failure{Kind: BadReply, Text: "the model declined to answer"}
	case why == openai.FinishReasonLength:
		return &Failure{Kind: BadReply, Text: "the reply was cut off at the limit of tokens: raise OPENAI_MAX_TOKENS"}
	case why == openai.FinishReasonContentFilter:
		return &Failure{Kind: BadReply, Text: "the endpoint withheld the reply"}
	case mustSay && why == "":
		return &Failure{Kind: BadReply, Text: "the reply was cut off on its way"}
	}
	return nil
}
