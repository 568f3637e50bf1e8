package main

import (
	"context"
	"path/filepath"
	"sync/atomic"
	"testing"
	"time"

	"onrecord/answer"
	"onrecord/news"
)

// TestRestBeside: a library that nobody asks is let go of, down to the connections
// to its file, and answers as before.
func TestRestBeside(t *testing.T) {
	lib, err := openAt(t.Context(), filepath.Join(t.TempDir(), "my.db"), answer.Balanced)
	if err != nil {
		t.Fatal(err)
	}
	defer lib.Close()
	ask := func() string {
		t.Helper()
		a, err := lib.engine.Ask(t.Context(), news.Question{Library: news.HomeLibrary, Text: "What did Ryabkov say about a 48-hour ceasefire?"})
		if err != nil || !a.Answered() {
			t.Fatalf("answered: %v, %v", a.Answered(), err)
		}
		return a.Quotes()[0].Text()
	}
	lib.warm(t.Context())
	if lib.Pool().OpenConnections == 0 {
		t.Error("nothing was asked before the first question")
	}
	before := ask()
	if lib.Pool().OpenConnections == 0 {
		t.Fatal("a question leaves no connection open: nothing is tested")
	}
	ctx, stop := context.WithCancel(t.Context())
	var rested atomic.Int64
	end := lib.restBeside(ctx, time.Millisecond, func() { rested.Add(1) })
	for tries := 0; lib.Pool().OpenConnections > 0; tries++ {
		if tries > 3000 {
			t.Fatal("nothing is ever let go of")
		}
		time.Sleep(time.Millisecond)
	}
	if after := ask(); after != before {
		t.Errorf("after a rest the answer is %q, before it was %q", after, before)
	}
	if rested.Load() == 0 {
		t.Error("the others were not told to rest")
	}
	stop()
	end() // also once its context has ended
}
