package bot_test

import (
	"bytes"
	"net/http/httptest"
	"testing"
	"time"

	"onrecord/bot/discordtest"
)

// FuzzInteractions sends signed bodies of every kind, and the same without a
// right signature: none ends the process, none is answered without one.
func FuzzInteractions(f *testing.F) {
	for _, body := range []string{
		`{"type":1}`, `{}`, `null`, `[]`, `{"type":2,"id":"x","data":null}`,
		`{"type":3,"id":"1","token":"t","data":{"custom_id":"c|x.1.2.3.4"},"message":{}}`,
		`{"type":5,"id":"99999999999999999999","data":{"components":[{"component":{"component":{}}}]}}`,
		`{"type":2,"id":"-1","data":{"name":"ask","options":[{"name":"question","type":3,"value":{}}]}}`,
	} {
		f.Add([]byte(body), "00", "1")
	}
	srv, err := discordtest.Start(discordtest.Options{})
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(srv.Close)
	endpoint := connected(f, srv).Endpoint()
	f.Fuzz(func(t *testing.T, body []byte, signature, timestamp string) {
		forged := httptest.NewRequest("POST", "/", bytes.NewReader(body))
		forged.Header.Set("X-Signature-Ed25519", signature)
		forged.Header.Set("X-Signature-Timestamp", timestamp)
		w := httptest.NewRecorder()
		endpoint.ServeHTTP(w, forged)
		if w.Code != 401 && w.Code != 400 {
			t.Fatalf("a forged request was answered with %d %s", w.Code, w.Body)
		}
		right := httptest.NewRequest("POST", "/", bytes.NewReader(body))
		right.Header = srv.Signed(body, time.Now())
		w = httptest.NewRecorder()
		endpoint.ServeHTTP(w, right)
		switch w.Code {
		case 200, 400, 409, 503:
		default:
			t.Fatalf("a signed request was answered with %d %s", w.Code, w.Body)
		}
	})
}
