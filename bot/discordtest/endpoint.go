package discordtest

import (
	"bytes"
	"context"
	"crypto/ed25519"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"time"
)

// endpoint is where interactions are sent in place of the gateway.
type endpoint struct {
	address string
	key     ed25519.PrivateKey
}

// UseEndpoint sends interactions to an address over HTTP, signed, in place of
// the gateway, as an application with an interactions endpoint has it. Like
// Discord it sends a ping first, and one with a wrong signature, and fails when
// either is taken for what it is not.
func (s *Server) UseEndpoint(ctx context.Context, address string) error {
	e := endpoint{address, s.key()}
	ping := []byte(`{"type":1,"id":"1","token":"x","version":1}`)
	status, body, err := e.post(ctx, ping, s.Now(), e.sign)
	if err != nil {
		return err
	}
	if status != http.StatusOK || !bytes.Contains(body, []byte(`"type":1`)) {
		return fmt.Errorf("the endpoint answered a ping with %d %s", status, body)
	}
	status, _, err = e.post(ctx, ping, s.Now(), func(string, []byte) []byte { return make([]byte, ed25519.SignatureSize) })
	if err != nil {
		return err
	}
	if status != http.StatusUnauthorized {
		return fmt.Errorf("the endpoint answered a ping with a wrong signature with %d", status)
	}
	s.update(func() { s.endpoint = &e })
	return nil
}

// key is the application's, the same in every fake.
func (s *Server) key() ed25519.PrivateKey {
	return ed25519.NewKeyFromSeed([]byte("the seed of a key of the fake's "))
}

// verifyKey is what the application's profile tells of the key.
func (s *Server) verifyKey() string {
	return hex.EncodeToString(s.key().Public().(ed25519.PublicKey))
}

func (e endpoint) sign(timestamp string, body []byte) []byte {
	return ed25519.Sign(e.key, append([]byte(timestamp), body...))
}

// Signed returns the headers that Discord would send along with an interaction.
func (s *Server) Signed(body []byte, at time.Time) http.Header {
	timestamp := strconv.FormatInt(at.Unix(), 10)
	h := http.Header{}
	h.Set("X-Signature-Timestamp", timestamp)
	h.Set("X-Signature-Ed25519", hex.EncodeToString(endpoint{"", s.key()}.sign(timestamp, body)))
	return h
}

func (e endpoint) post(ctx context.Context, body []byte, at time.Time, sign func(string, []byte) []byte) (status int, reply []byte, err error) {
	ctx, cancel := context.WithTimeout(ctx, FirstReply)
	defer cancel()
	req, err := http.NewRequestWithContext(ctx, "POST", e.address, bytes.NewReader(body))
	if err != nil {
		return 0, nil, err
	}
	timestamp := strconv.FormatInt(at.Unix(), 10)
	req.Header.Set("Content-Type", "application/json")
	req.Header.Set("X-Signature-Timestamp", timestamp)
	req.Header.Set("X-Signature-Ed25519", hex.EncodeToString(sign(timestamp, body)))
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		return 0, nil, err
	}
	defer resp.Body.Close()
	reply, err = io.ReadAll(io.LimitReader(resp.Body, 10<<20))
	return resp.StatusCode, reply, err
}

// deliverOver sends an interaction to the endpoint and takes the first reply
// from its answer; what Discord would not take is a refusal.
func (s *Server) deliverOver(e endpoint, in *interaction, event map[string]any) {
	data, err := json.Marshal(event)
	if err != nil {
		panic(err) // made of texts and numbers
	}
	status, body, err := e.post(context.Background(), data, s.Now(), e.sign)
	req := Request{"POST", "endpoint", body, status}
	switch {
	case err != nil:
		s.note(req, &Refusal{req, 0, "no answer from the endpoint: " + err.Error()})
		return
	case status == http.StatusConflict: // told that it has this interaction already
		s.note(req, nil)
		return
	case status != http.StatusOK:
		s.note(req, &Refusal{req, 0, fmt.Sprintf("the endpoint answered %d", status)})
		return
	}
	const operation = "POST /interactions/{interaction_id}/{interaction_token}/callback"
	c := &call{operation: operation, args: map[string]string{"interaction_id": in.id, "interaction_token": in.token}, body: body}
	rep := reply{}
	if errs := s.opts.Description.check(operation, body); len(errs) > 0 {
		rep = invalid(errs)
	} else {
		rep = s.postCallback(c)
	}
	if rep.status >= 400 {
		s.note(req, &Refusal{req, rep.code, rep.String()})
		return
	}
	s.note(req, nil)
}
