package answer

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"log/slog"
	"time"

	"onrecord/llm"
	"onrecord/prompts"
	"onrecord/stages"
)

// Replies keeps what models replied, by place and key; *store.Store in the
// program. The key has the passages in it, so that a library that has changed
// is asked anew.
type Replies interface {
	// Reply returns a reply kept for a place, "" for none.
	Reply(ctx context.Context, place, key string) (string, error)
	// KeepReply keeps a reply for a place.
	KeepReply(ctx context.Context, place, key, reply string) error
}

// exchange is one prompt and what becomes of its reply.
type exchange struct {
	payer   Payer
	key     string // of the reply among those kept
	request llm.Request
	read    func(text string) error
}

// replyKey names a reply by all that it depends on: the model and the prompt,
// with the question and the library's passages in it.
func replyKey(model string, p prompts.Prompt) string {
	h := sha256.New()
	for _, part := range []string{model, p.Version, p.System, p.User} {
		h.Write([]byte(part))
		h.Write([]byte{0})
	}
	return hex.EncodeToString(h.Sum(nil)[:16])
}

// complete sends a prompt and has the reply read, or reads the one kept from
// before. What was spent is kept whether or not the reply is of any use.
func (m *Model) complete(ctx context.Context, x exchange) error {
	if m.replies != nil {
		kept, err := m.replies.Reply(ctx, x.payer.place(), x.key)
		if err != nil {
			m.log.WarnContext(ctx, "what the model replied before could not be read", "error", err)
		}
		if kept != "" && x.read(kept) == nil {
			m.counts.outcome("remembered")
			return nil
		}
	}
	release, err := m.reserve(ctx, x)
	if err != nil {
		m.counts.outcome("budget")
		return err
	}
	got, err := m.request(ctx, x.request)
	// What was spent is spent, also when whoever asked has gone.
	late, cancel := context.WithTimeout(context.WithoutCancel(ctx), 5*time.Second)
	defer cancel()
	release(late, got.Usage)
	m.counts.tokens(got.Usage)
	if err != nil {
		var f *llm.Failure
		if errors.As(err, &f) {
			m.counts.outcome(string(f.Kind))
		}
		return err
	}
	if err := x.read(got.Text); err != nil {
		m.counts.outcome("bad_reply")
		m.log.InfoContext(ctx, "a reply of the model was not used", "reason", err.Error())
		return err
	}
	if m.replies != nil {
		if err := m.replies.KeepReply(late, x.payer.place(), x.key, got.Text); err != nil {
			m.log.WarnContext(ctx, "what the model replied could not be kept", "error", err)
		}
	}
	return nil
}

// request sends a prompt.
func (m *Model) request(ctx context.Context, r llm.Request) (llm.Reply, error) {
	ctx, stage := stages.Begin(ctx, stages.Model)
	got, err := m.writer.Complete(ctx, r)
	stage.Note(slog.String("model", m.writer.Model()), slog.String("for", r.Name), slog.String("outcome", outcome(err)),
		slog.Int("prompt_tokens", got.Usage.Prompt), slog.Int("reply_tokens", got.Usage.Completion))
	stage.End(err)
	return got, err
}

// outcome says in a word how a request to a model ended.
func outcome(err error) string {
	var f *llm.Failure
	switch {
	case err == nil:
		return "replied"
	case errors.As(err, &f):
		return string(f.Kind)
	}
	return "failed"
}
