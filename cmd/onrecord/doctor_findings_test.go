package main

import (
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"
)

// TestUnreached tells the ways to be out of reach from each other.
func TestUnreached(t *testing.T) {
	wrapped := func(err error) error {
		return &url.Error{Op: "Get", URL: whereDiscordIs, Err: &net.OpError{Op: "dial", Net: "tcp", Err: err}}
	}
	for _, c := range []struct {
		name string
		err  error
		want string // in what is found, then in what to do
		fix  string
	}{
		{"no name server", wrapped(&net.DNSError{Err: "no such host", Name: "discord.com"}), "can't be looked up", "/etc/resolv.conf"},
		{"a name server that is silent", wrapped(&net.DNSError{Err: "i/o timeout", Name: "discord.com", IsTimeout: true}), "can't be looked up", "/etc/resolv.conf"},
		{"a certificate of somebody else's", wrapped(&tls.CertificateVerificationError{Err: x509.UnknownAuthorityError{}}), "can't be trusted", "CA certificates"},
		{"a firewall", wrapped(os.ErrDeadlineExceeded), "did not answer in time", "port 443"},
		{"refused", wrapped(errors.New("connection refused")), "can't be reached", "port 443"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if f := unreached(c.err); f.state != problem || !strings.Contains(f.says, c.want) || !strings.Contains(f.fix, c.fix) {
				t.Errorf("%+v", f)
			}
		})
	}
}

func TestClock(t *testing.T) {
	for _, c := range []struct {
		off  time.Duration
		want string
	}{
		{0, "agrees with Discord's to 1s"},
		{-4 * time.Second, "agrees with Discord's to 4s"},
		{time.Minute, "1m0s ahead"},
		{-3 * time.Hour, "3h0m0s behind"},
	} {
		f := checkClock(t.Context(), &examination{told: true, skew: c.off})
		if (f.state == problem) != (c.off.Abs() > mostSkew) || !strings.Contains(f.says, c.want) {
			t.Errorf("off by %v: %+v", c.off, f)
		}
	}
	if f := checkClock(t.Context(), &examination{}); f.state != skipped {
		t.Errorf("untold: %+v", f)
	}
}

// TestMistakenToken: what is pasted in place of a token is named, and never shown.
func TestMistakenToken(t *testing.T) {
	for _, c := range []struct{ name, token, want string }{
		{"a token", "MTExMTExMTExMTExMTExMTEx.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789AB", ""},
		{"a token after Bot", "Bot MTExMTExMTExMTExMTExMTEx.GabcDE.abcdefghijklmnopqrstuvwxyz0123456789AB", ""},
		{"the application's ID", "123456789012345678", "an ID of Discord's"},
		{"the public key", strings.Repeat("0a", 32), "public key"},
		{"the client secret", "abcdefghijklmnop-rstuvwxyz_12345", "client secret"},
		{"in quotation marks", `"MTEx.GabcDE.abc"`, "quotation marks"},
		{"half of one", "MTExMTExMTExMTExMTExMTEx.GabcDE", "three parts"},
	} {
		t.Run(c.name, func(t *testing.T) {
			got := mistaken(c.token)
			if c.want == "" && got != "" || !strings.Contains(got, c.want) || strings.Contains(got, c.token) {
				t.Errorf("%q", got)
			}
		})
	}
}

func TestMemoryChecked(t *testing.T) {
	for _, c := range []struct {
		limit uint64
		state state
		want  string
	}{
		{0, healthy, "no limit is set"},
		{64 << 20, problem, "too little for the bot"},
		{128 << 20, healthy, "too little for PDFs"},
		{512 << 20, healthy, "for reading a document"},
	} {
		if f := checkMemory(t.Context(), &examination{plan: planMemory(c.limit)}); f.state != c.state || !strings.Contains(f.says, c.want) {
			t.Errorf("%d MB: %+v", c.limit>>20, f)
		}
	}
}

func TestPlaceChecked(t *testing.T) {
	look := func(db string) finding {
		s, err := newSettings(env("ONRECORD_DB", db))
		if err != nil {
			t.Fatal(err)
		}
		return checkPlace(t.Context(), &examination{p: &program{settings: s, home: s.home()}})
	}
	dir := t.TempDir()
	if f := look(filepath.Join(dir, "my.db")); f.state != healthy || !strings.Contains(f.says, "can be written to") {
		t.Errorf("a folder: %+v", f)
	}
	if left, err := os.ReadDir(dir); err != nil || len(left) > 0 {
		t.Errorf("it left %v behind, error %v", left, err)
	}
	if f := look(filepath.Join(dir, "none", "my.db")); f.state != problem || !strings.Contains(f.fix, "chown") {
		t.Errorf("no folder: %+v", f)
	}
	if f := look(inMemory); f.state != skipped {
		t.Errorf("in memory: %+v", f)
	}
	if runtime.GOOS == "linux" {
		if free, known := freeSpace(dir); !known || free == 0 {
			t.Errorf("free space: %d, %v", free, known)
		}
	}
}

// TestPortChecked: a bot that runs is found, and what it says of itself is told.
func TestPortChecked(t *testing.T) {
	for _, c := range []struct {
		name, healthz, readyz string
		status                int
		state                 state
		want                  string
	}{
		{"ready", "alive", "ok gateway", 200, healthy, "is ready"},
		{"not ready", "alive", "not yet gateway: shard 0", 503, problem, "not yet gateway: shard 0"},
		{"somebody else", "hello", "", 200, problem, "can't be used"},
	} {
		t.Run(c.name, func(t *testing.T) {
			address := serves(t, c.healthz, c.readyz, c.status)
			s, err := newSettings(env("ONRECORD_OPS_ADDR", address))
			if err != nil {
				t.Fatal(err)
			}
			f := checkPort(t.Context(), &examination{p: &program{settings: s}})
			if f.state != c.state || !strings.Contains(f.says, c.want) {
				t.Errorf("%+v", f)
			}
		})
	}
	s := &settings{getenv: env("ONRECORD_OPS_ADDR", "off")}
	if f := checkPort(t.Context(), &examination{p: &program{settings: s}}); f.state != skipped {
		t.Errorf("off: %+v", f)
	}
}

// serves answers as an operators' server would, until the test ends.
func serves(t *testing.T, healthz, readyz string, status int) (address string) {
	t.Helper()
	mux := http.NewServeMux()
	mux.HandleFunc("/healthz", func(w http.ResponseWriter, _ *http.Request) { fmt.Fprintln(w, healthz) })
	mux.HandleFunc("/readyz", func(w http.ResponseWriter, _ *http.Request) {
		w.WriteHeader(status)
		fmt.Fprintln(w, readyz)
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	return server.Listener.Addr().String()
}
