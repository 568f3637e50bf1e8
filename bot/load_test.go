package bot_test

import (
	"context"
	"fmt"
	"slices"
	"sync"
	"testing"
	"time"

	"onrecord/bot"
	"onrecord/bot/discordtest"
)

// BenchmarkQuestions measures questions from the gateway's event to the edited
// reply, over a real session: 64 at a time, from a thousand servers and as many
// people as there are questions. None may be lost or answered twice.
func BenchmarkQuestions(b *testing.B) {
	srv, err := discordtest.Start(discordtest.Options{})
	if err != nil {
		b.Fatal(err)
	}
	defer srv.Close()
	lib := shared(b)
	made, err := bot.New(bot.Config{Token: discordtest.Token, Engine: lib, Pages: lib, HTTPClient: srv.Client(), Logger: discard()})
	if err != nil {
		b.Fatal(err)
	}
	ctx, stop := context.WithCancel(b.Context())
	done := make(chan error, 1)
	go func() { done <- made.Run(ctx) }()
	wait, cancel := context.WithTimeout(b.Context(), 10*time.Minute)
	defer cancel()
	if err := srv.AwaitReady(wait, 1); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.ResetTimer()
	took := make([]time.Duration, b.N)
	var wg sync.WaitGroup
	slots := make(chan struct{}, 64)
	for i := range b.N {
		slots <- struct{}{}
		wg.Go(func() {
			defer func() { <-slots }()
			began := time.Now()
			use := discordtest.Use{User: fmt.Sprint(600000000000000000 + i), Server: fmt.Sprint(700000000000000000 + i%1000)}
			p, err := srv.Command(use, "ask", "question", closure)
			if err != nil {
				b.Error(err)
				return
			}
			ctx, cancel := context.WithTimeout(wait, 20*time.Second)
			defer cancel()
			if _, err := p.Message(ctx); err != nil {
				b.Error(err)
			}
			took[i] = time.Since(began)
		})
	}
	wg.Wait()
	b.StopTimer()
	slices.Sort(took)
	for name, d := range map[string]time.Duration{"p50-ms": took[b.N/2], "p99-ms": took[b.N*99/100], "max-ms": took[b.N-1]} {
		b.ReportMetric(float64(d.Microseconds())/1000, name)
	}
	if n := len(srv.BotMessages()); n != b.N {
		b.Errorf("%d messages for %d questions", n, b.N)
	}
	b.ReportMetric(float64(b.N)/b.Elapsed().Seconds(), "questions/s")
	stop()
	if err := <-done; err != nil {
		b.Fatal(err)
	}
}
