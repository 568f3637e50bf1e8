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

	add := func(ctx context.Context, src bot.Source) (news.Outcome, error) {
		job, err := c.Put(ctx, "server-1", src)
		if err != nil {
			return news.Outcome{}, err
		}
		return c.Follow(ctx, "server-1", job, func(bot.Step) {})
	}
	o, err := add(t.Context(), page)
	if err != nil || !o.Added || o.Statements != 1 {
		t.Fatalf("%+v, %v", o, err)
	}
	if infos, err := s.Articles(t.Context(), "server-1"); err != nil || len(infos) != 1 {
		t.Errorf("the library has %v, %v", infos, err)
	}
	if o, err := add(t.Context(), page); err != nil || o.Added {
		t.Errorf("added again: %+v, %v", o, err)
	}
	if _, err := add(t.Context(), bot.Source{Name: "empty.txt", Data: []byte(" ")}); !errors.Is(err, news.ErrBadInput) || !strings.Contains(err.Error(), "empty.txt") {
		t.Errorf("an empty file: %v", err)
	}
	late, cancel := context.WithTimeout(t.Context(), time.Nanosecond)
	defer cancel()
	if _, err := add(late, page); err == nil {
		t.Error("added though there was no time")
	}
	stop()
	<-done
	job, err := c.Put(t.Context(), "server-1", page) // which nobody takes
	if err != nil {
		t.Fatal(err)
	}
	if ok, err := c.Cancel(t.Context(), "server-1", job); !ok || err != nil {
		t.Errorf("cancelled: %v, %v", ok, err)
	}
	if _, err := c.Follow(t.Context(), "server-1", job, func(bot.Step) {}); !errors.Is(err, bot.ErrCancelled) {
		t.Errorf("a cancelled job: %v", err)
	}
	if ok, err := c.Cancel(t.Context(), "server-1", job); ok || err != nil {
		t.Errorf("cancelled twice: %v, %v", ok, err)
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
	for end := time.Now().Add(patience); time.Now().Before(end); time.Sleep(10 * time.Millisecond) {
		left = nil
		if err := s.Questions(t.Context(), "", func(q news.KeptQuestion) error { left = append(left, q.ID); return nil }); err != nil {
			t.Fatal(err)
		}
		if len(left) < 2 {
			break
		}
	}
	stop()
	<-done
	if len(left) != 1 || left[0] != "young" {
		t.Errorf("left are %q", left)
	}
}
