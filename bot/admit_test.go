package bot

import (
	"context"
	"log/slog"
	"testing"
	"time"
)

// TestNoRoom: a message waits for room when every lane is full, in the way of what
// comes after it; a command does not; and a bot that is told to stop leaves what
// waits to the next.
func TestNoRoom(t *testing.T) {
	b, err := New(Config{Token: "x", Engine: struct{ Engine }{}, Pages: struct{ Pages }{}, Logger: slog.New(slog.DiscardHandler), Questions: 1})
	if err != nil {
		t.Fatal(err)
	}
	running, stop := context.WithCancel(t.Context())
	defer stop()
	b.running, b.working, b.apologies = running, t.Context(), newLane(0)
	release, did := make(chan struct{}), make(chan string, 3)
	admit := func(event, how string) taking {
		return b.admit(event, how, Request{}, func(context.Context) { <-release; did <- event }, func(context.Context) {})
	}
	if how := admit("first", byMessage); how != taken {
		t.Fatalf("the first is %v", how)
	}
	if how := admit("a command", "ask"); how != taken || b.hand.has("a command") {
		t.Errorf("a command without room is %v, and in hand: %v", how, b.hand.has("a command"))
	}
	second := make(chan taking)
	go func() { second <- admit("second", byMessage) }()
	select {
	case how := <-second:
		t.Fatalf("the second did not wait: %v", how)
	case <-time.After(60 * time.Millisecond):
	}
	release <- struct{}{}
	if how := <-second; how != taken || <-did != "first" {
		t.Errorf("the second is %v", how)
	}
	go func() { second <- admit("third", byMessage) }()
	stop()
	if how := <-second; how != left || b.hand.has("third") {
		t.Errorf("what waited when the bot was told to stop is %v", how)
	}
	close(release)
	if got := <-did; got != "second" {
		t.Errorf("done is %s", got)
	}
}
