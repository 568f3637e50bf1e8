package bot

import (
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"errors"
	"io"
	"net/http"
	"strconv"
	"sync"
	"time"
)

// Endpoint takes interactions over HTTP in place of the gateway: Discord signs
// each and takes the first reply from the answer. It answers 503 until the bot
// knows its own key, which it asks Discord for when it starts.
func (b *Bot) Endpoint() http.Handler { return http.HandlerFunc(b.serveInteraction) }

const (
	// maxInteraction is far more than a command with its longest options, or a
	// message with all that can be in it, takes.
	maxInteraction = 1 << 20
	// signedWithin bounds how old a signed request may be, or how far ahead of
	// our clock: what was overheard can't be sent again later, and within the
	// time its ID is known.
	signedWithin = time.Minute
	// interactionPing is Discord asking whether the endpoint is one.
	interactionPing = 1
)

func (b *Bot) serveInteraction(w http.ResponseWriter, r *http.Request) {
	if r.Method != http.MethodPost {
		w.Header().Set("Allow", http.MethodPost)
		http.Error(w, "only POST", http.StatusMethodNotAllowed)
		return
	}
	key := b.key.Load()
	if key == nil {
		http.Error(w, "not ready", http.StatusServiceUnavailable)
		return
	}
	body, err := io.ReadAll(http.MaxBytesReader(w, r.Body, maxInteraction))
	if err != nil {
		http.Error(w, "too large, or cut short", http.StatusBadRequest)
		return
	}
	if !signed(*key, r.Header, body, time.Now()) {
		http.Error(w, "wrong signature", http.StatusUnauthorized)
		return
	}
	e, err := decode[interactionEvent](body)
	switch {
	case err != nil:
		http.Error(w, "not an interaction", http.StatusBadRequest)
	case e.Type == interactionPing:
		writeReply(w, []byte(`{"type":1}`))
	default:
		b.replyOver(w, r, e)
	}
}

// signed tells whether Discord has signed a request, a moment ago.
func signed(key ed25519.PublicKey, h http.Header, body []byte, now time.Time) bool {
	timestamp := h.Get("X-Signature-Timestamp")
	at, err := strconv.ParseInt(timestamp, 10, 64)
	if err != nil || now.Sub(time.Unix(at, 0)).Abs() > signedWithin {
		return false
	}
	signature, err := hex.DecodeString(h.Get("X-Signature-Ed25519"))
	return err == nil && len(key) == ed25519.PublicKeySize && ed25519.Verify(key, append([]byte(timestamp), body...), signature)
}

// replyOver hands an interaction on and writes its first reply.
func (b *Bot) replyOver(w http.ResponseWriter, r *http.Request, e interactionEvent) {
	first := &firstAnswer{given: make(chan []byte, 1), written: make(chan struct{})}
	defer first.end()
	e.over = first
	if b.takeInteraction(e) != taken {
		http.Error(w, "known already, or too old", http.StatusConflict)
		return
	}
	late := time.NewTimer(b.config.FirstReply)
	defer late.Stop()
	select {
	case body := <-first.given:
		writeReply(w, body)
	case <-late.C:
		http.Error(w, "no reply in time", http.StatusServiceUnavailable)
	case <-r.Context().Done():
	}
}

func writeReply(w http.ResponseWriter, body []byte) {
	w.Header().Set("Content-Type", "application/json")
	_, _ = w.Write(body)
	_ = http.NewResponseController(w).Flush()
}

// firstAnswer carries the first reply to the request that waits for it.
type firstAnswer struct {
	given   chan []byte
	written chan struct{} // closed when the request has been answered

	mu    sync.Mutex
	taken bool
}

// errAnswered is a second first reply, or one that comes too late.
var errAnswered = &apiError{status: http.StatusBadRequest, code: codeAcknowledged, message: "the interaction has been answered"}

// give gives the reply and waits until it is on its way: what follows must not
// overtake it.
func (f *firstAnswer) give(ctx context.Context, body any) error {
	data, err := json.Marshal(body)
	if err != nil {
		return err
	}
	f.mu.Lock()
	taken := f.taken
	f.taken = true
	f.mu.Unlock()
	if taken {
		return errAnswered
	}
	f.given <- data
	select {
	case <-f.written:
		return sleep(ctx, headStart)
	case <-ctx.Done():
		return ctx.Err()
	}
}

// headStart is what a first reply is given before anything follows it, on its
// way over another connection.
const headStart = 75 * time.Millisecond

// end tells that the request has been answered, one way or the other.
func (f *firstAnswer) end() {
	f.mu.Lock()
	defer f.mu.Unlock()
	f.taken = true
	close(f.written)
}

// notYetKnown tells whether Discord refuses what follows a first reply because
// it has not read that yet.
func notYetKnown(err error) bool {
	var refusal *apiError
	return errors.As(err, &refusal) && refusal.code == codeUnknownWebhook
}

// following does what follows a first reply. One that went over HTTP may still
// be on its way: then it is tried again.
func (e interactionEvent) following(ctx context.Context, do func() error) error {
	err := do()
	for try := 1; e.over != nil && notYetKnown(err) && try <= 5; try++ {
		if sleep(ctx, time.Duration(try)*50*time.Millisecond) != nil {
			return err
		}
		err = do()
	}
	return err
}
