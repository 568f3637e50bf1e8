// Command lyingmodel serves a language model that behaves as told, to try the
// program with: OPENAI_BASE_URL=http://127.0.0.1:8089/v1 OPENAI_MODEL=lying-model
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"net/http"
	"os"
	"os/signal"
	"slices"
	"syscall"
	"time"

	"onrecord/llm/llmtest"
)

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx); err != nil {
		fmt.Fprintln(os.Stderr, "lyingmodel:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context) error {
	mode := flag.String("mode", string(llmtest.Honest), "how it behaves; list shows the modes")
	listen := flag.String("listen", "127.0.0.1:8089", "where it listens")
	seed := flag.Uint64("seed", 1, "another seed, other lies")
	delay := flag.Duration("delay", 5*time.Second, "how long the mode slow takes")
	flag.Parse()
	if *mode == "list" {
		for _, m := range llmtest.Modes() {
			fmt.Println(m)
		}
		return nil
	}
	if !slices.Contains(llmtest.Modes(), llmtest.Mode(*mode)) {
		return fmt.Errorf("there is no mode %q: --mode list shows them", *mode)
	}
	m := llmtest.New(llmtest.Options{Mode: llmtest.Mode(*mode), Seed: *seed, Delay: *delay})
	srv := &http.Server{Addr: *listen, Handler: m, ReadHeaderTimeout: 10 * time.Second}
	defer context.AfterFunc(ctx, func() {
		m.Stop()
		_ = srv.Close()
	})()
	fmt.Printf("a model that is %s listens: OPENAI_BASE_URL=http://%s/v1 OPENAI_MODEL=lying-model\n", *mode, *listen)
	if err := srv.ListenAndServe(); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}
