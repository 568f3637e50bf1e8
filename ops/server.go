package ops

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/prometheus/client_golang/prometheus/promhttp"
)

// Config is what the operators' server shows.
type Config struct {
	Metrics *Metrics
	// Checks tell whether the process is ready; see [Check].
	Checks []Check
	// Admin are the parts of the admin page, which is off while AdminToken is "".
	Admin      []Part
	AdminToken string
	Logger     *slog.Logger
}

// Handler serves /healthz, /readyz, /metrics and, with a token, /admin.
func Handler(c Config) http.Handler {
	mux := http.NewServeMux()
	mux.HandleFunc("GET /healthz", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		fmt.Fprintln(w, "alive")
	})
	mux.Handle("GET /readyz", readiness(c.Checks))
	if c.Metrics != nil {
		mux.Handle("GET /metrics", c.Metrics.page(cmp.Or(c.Logger, slog.Default())))
	}
	if c.AdminToken != "" && len(c.Admin) > 0 {
		a := newAdmin(c)
		mux.Handle("/admin", a)
		mux.Handle("/admin/", a)
	}
	return harmless(mux)
}

// scrapesOnce is how many may ask for metrics at a time, some of which are read
// from the database; others are told to come again.
const scrapesOnce = 4

// page shows the metrics. One that can't be shown is left out and logged; the
// others are shown all the same.
func (m *Metrics) page(log *slog.Logger) http.Handler {
	return promhttp.HandlerFor(m.registry, promhttp.HandlerOpts{
		ErrorHandling:       promhttp.ContinueOnError,
		ErrorLog:            slog.NewLogLogger(log.Handler(), slog.LevelError),
		MaxRequestsInFlight: scrapesOnce,
	})
}

// harmless sets the headers that keep a page from being used against its reader;
// the admin page's policy goes on from there.
func harmless(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		h := w.Header()
		h.Set("X-Content-Type-Options", "nosniff")
		h.Set("X-Frame-Options", "DENY")
		h.Set("Referrer-Policy", "no-referrer")
		h.Set("Cache-Control", "no-store")
		h.Set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'; base-uri 'none'")
		next.ServeHTTP(w, r)
	})
}

// Listen opens the address that [Serve] is to answer on.
func Listen(ctx context.Context, addr string) (net.Listener, error) {
	l, err := (&net.ListenConfig{}).Listen(ctx, "tcp", addr)
	if err != nil {
		var op *net.OpError
		if errors.As(err, &op) {
			err = op.Err // the rest repeats the address
		}
		return nil, fmt.Errorf("listen on %s: %w", addr, err)
	}
	return l, nil
}

// Serve answers on l until ctx ends, then lets requests in hand finish for a
// moment. It closes l.
func Serve(ctx context.Context, l net.Listener, h http.Handler) error {
	s := &http.Server{
		Handler:           h,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       time.Minute,
		MaxHeaderBytes:    16 << 10,
	}
	stopped := make(chan struct{})
	stop := context.AfterFunc(ctx, func() {
		defer close(stopped)
		late, cancel := context.WithTimeout(context.WithoutCancel(ctx), 2*time.Second)
		defer cancel()
		_ = s.Shutdown(late)
	})
	err := s.Serve(l)
	if !stop() {
		<-stopped
	}
	if errors.Is(err, http.ErrServerClosed) {
		return nil
	}
	return fmt.Errorf("serve HTTP: %w", err)
}
