package main

import (
	"context"
	"errors"
	"log/slog"
	"strings"
	"testing"
	"time"

	"onrecord/bot"
	"onrecord/ingest"
	"onrecord/intake"
	"onrecord/news"
	"onrecord/phrases"
	"onrecord/store"
)

func memoryStore(t *testing.T) *store.Store {
	t.Helper()
	s, err := store.Open(t.Context(), ":memory:")
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = s.Close() })
	return s
}

// TestCounter: what people hand over is read and stored in their library, or
// refused with a sentence.
func TestCounter(t *testing.T) {
	s := memoryStore(t)
	desk := intake.New(intake.Config{Store: s, Getter: ingest.Getter{Read: ingest.Here{}}, Logger: slog.New(slog.DiscardHandler), Look: 10 * time.Millisecond})
	ctx, stop := context.WithCancel(t.Context())
	done := begin(func() { desk.Run(ctx) })
	t.Cleanup(func() { stop(); <-done })
	c := counter{desk}
	page := bot.Source{Name: "tram.txt", Data: []byte("Tram late again\n\n\"The tram will open in spring,\" engineer Noor Haddad said on Monday.\n")}

	o, err := c.Add(t.Context(), "server-1", page, nil)
	if err != nil || !o.Added || o.Statements != 1 {
		t.Fatalf("%+v, %v", o, err)
	}
	if infos, err := s.Articles(t.Context(), "server-1"); err != nil || len(infos) != 1 {
		t.Errorf("the library has %v, %v", infos, err)
	}
	if o, err := c.Add(t.Context(), "server-1", page, nil); err != nil || o.Added {
		t.Errorf("added again: %+v, %v", o, err)
	}
	var said *phrases.Complaint
	if _, err := c.Add(t.Context(), "server-1", bot.Source{Name: "empty.txt", Data: []byte(" ")}, nil); !errors.As(err, &said) || !strings.Contains(err.Error(), "empty.txt") {
		t.Errorf("an empty file: %v", err)
	}
	late, cancel := context.WithTimeout(t.Context(), time.Nanosecond)
	defer cancel()
	if _, err := c.Add(late, "server-1", page, nil); err == nil {
		t.Error("added though there was no time")
	}
}

// TestTidy: what has been kept long enough goes, the rest stays.
func TestTidy(t *testing.T) {
	s := memoryStore(t)
	now := time.Now()
	for id, age := range map[string]time.Duration{"old": bot.QuestionsKept + time.Hour, "young": bot.QuestionsKept - time.Hour} {
		if err := s.KeepQuestion(t.Context(), news.KeptQuestion{ID: id, Person: "5", Place: "server-1", At: now.Add(-age), Words: "Who?"}); err != nil {
			t.Fatal(err)
		}
	}
	ctx, stop := context.WithCancel(t.Context())
	done := begin(func() { tidy(ctx, s, slog.New(slog.DiscardHandler)) })
	var left []string
	for range 200 {
		left = nil
		if err := s.Questions(t.Context(), "", func(q news.KeptQuestion) error { left = append(left, q.ID); return nil }); err != nil {
			t.Fatal(err)
		}
		if len(left) < 2 {
			break
		}
		time.Sleep(10 * time.Millisecond)
	}
	stop()
	<-done
	if len(left) != 1 || left[0] != "young" {
		t.Errorf("left are %q", left)
	}
}
