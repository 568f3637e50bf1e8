package llm

import (
	"context"
	"errors"
	"fmt"
	"net"
	"strings"

	openai "github.com/sashabaranov/go-openai"
	"github.com/sony/gobreaker/v2"
)

// Kind says what went wrong, for those who count.
type Kind string

// The kinds of failure.
const (
	Misconfigured Kind = "misconfigured" // the program's own settings
	BadKey        Kind = "bad_key"       // 401, 403
	NoModel       Kind = "no_model"      // 404
	NoCredit      Kind = "no_credit"     // 402, or 429 because nothing is left to spend
	Refused       Kind = "refused"       // another 4xx
	Busy          Kind = "busy"          // 429 after all retries
	Down          Kind = "down"          // 5xx, or no connection
	Slow          Kind = "slow"          // not within its time
	BadReply      Kind = "bad_reply"     // empty, cut off, too large, not of the protocol
	Resting       Kind = "resting"       // not asked, because it kept failing
	Stopped       Kind = "stopped"       // whoever asked gave up
)

// lasting tells whether only whoever runs the program can mend it.
func (k Kind) lasting() bool {
	return k == Misconfigured || k == BadKey || k == NoModel || k == NoCredit
}

// spends tells whether tokens may have been used up although nothing came.
func (k Kind) spends() bool { return k == Slow || k == BadReply || k == Stopped }

// Failure is why there is no reply: one plain clause, with neither the key nor
// the endpoint's address nor words of the prompt in it.
type Failure struct {
	Kind Kind
	Text string
	err  error
}

func (f *Failure) Error() string { return f.Text }

// Unwrap lets errors.Is find how a context ended.
func (f *Failure) Unwrap() error { return f.err }

var (
	errRedirect = errors.New("redirected")
	errTooLarge = errors.New("too large")
)

// failure reads what went wrong out of the library's and the network's errors.
func failure(err error) error {
	if err == nil {
		return nil
	}
	return asFailure(err)
}

func asFailure(err error) *Failure {
	var f *Failure
	if errors.As(err, &f) {
		return f
	}
	if status, text := refusal(err); status > 0 {
		return ofStatus(status, text)
	}
	var network net.Error
	switch {
	case errors.Is(err, gobreaker.ErrOpenState), errors.Is(err, gobreaker.ErrTooManyRequests):
		return &Failure{Kind: Resting, Text: "the model has kept failing and is left alone for a while"}
	case errors.Is(err, errRedirect):
		return &Failure{Kind: Misconfigured, Text: "the endpoint sends requests on to another address: set OPENAI_BASE_URL to that one"}
	case errors.Is(err, errTooLarge):
		return &Failure{Kind: BadReply, Text: "the reply is larger than any answer can be"}
	case errors.Is(err, context.Canceled):
		return &Failure{Kind: Stopped, Text: "whoever asked gave up", err: context.Canceled}
	case errors.Is(err, context.DeadlineExceeded):
		return &Failure{Kind: Slow, Text: "the model did not reply in time", err: context.DeadlineExceeded}
	case errors.As(err, &network) && network.Timeout():
		return &Failure{Kind: Slow, Text: "the model did not reply in time", err: context.DeadlineExceeded}
	case errors.Is(err, openai.ErrReasoningModelMaxTokensDeprecated):
		return &Failure{Kind: Misconfigured, Text: "this model takes max_completion_tokens: set OPENAI_MAX_TOKENS_FIELD to it, or to auto"}
	case errors.As(err, &network), isDial(err):
		return &Failure{Kind: Down, Text: "the model's endpoint can't be reached"}
	}
	return &Failure{Kind: BadReply, Text: "the endpoint's reply is not one of the OpenAI protocol"}
}

// isDial tells whether a connection failed or ended before a reply began.
func isDial(err error) bool {
	var op *net.OpError
	return errors.As(err, &op) || strings.Contains(err.Error(), "EOF")
}

func ofStatus(status int, text string) *Failure {
	switch {
	case status == 401 || status == 403:
		return &Failure{Kind: BadKey, Text: fmt.Sprintf("the model's endpoint does not take the key (%d): check OPENAI_API_KEY", status)}
	case status == 404:
		return &Failure{Kind: NoModel, Text: "the endpoint does not know the model or the address (404): check OPENAI_MODEL and OPENAI_BASE_URL"}
	case status == 402 || outOfCredit(status, text):
		return &Failure{Kind: NoCredit, Text: fmt.Sprintf("nothing is left to spend at the model's endpoint (%d)", status)}
	case status == 429:
		return &Failure{Kind: Busy, Text: "the model's endpoint takes no more requests for now (429)"}
	case status >= 500:
		return &Failure{Kind: Down, Text: fmt.Sprintf("the model's endpoint failed (%d)", status)}
	case status >= 400:
		return &Failure{Kind: Refused, Text: fmt.Sprintf("the model's endpoint refused the request (%d)", status)}
	}
	return &Failure{Kind: BadReply, Text: fmt.Sprintf("the endpoint's reply is not one of the OpenAI protocol (%d)", status)}
}

// outOfCredit tells the 429 that no waiting helps.
func outOfCredit(status int, text string) bool {
	return status == 429 && (strings.Contains(text, "insufficient_quota") || strings.Contains(text, "billing"))
}
