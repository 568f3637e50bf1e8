package stages_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"slices"
	"strings"
	"testing"

	"onrecord/stages"
)

// notebook writes down what it is told.
type notebook struct{ lines []string }

func (n *notebook) Begin(ctx context.Context, name stages.Name) (context.Context, func(error, []slog.Attr)) {
	n.lines = append(n.lines, "begin "+string(name))
	return ctx, func(err error, facts []slog.Attr) {
		n.lines = append(n.lines, fmt.Sprintf("end %s %v %v", name, err, facts))
	}
}

func TestStages(t *testing.T) {
	var first, second notebook
	ctx := stages.With(stages.With(t.Context(), &first), &second)
	outer, whole := stages.Begin(ctx, stages.Question)
	_, part := stages.Begin(outer, stages.Find)
	stages.Of(outer).Note(slog.String("outcome", "answered"))
	part.End(errors.New("no"))
	part.End(nil) // once only
	whole.End(nil)
	want := []string{"begin question", "begin find", "end find no []", "end question <nil> [outcome=answered]"}
	if !slices.Equal(first.lines, want) || !slices.Equal(second.lines, want) {
		t.Errorf("told %q and %q, want %q", first.lines, second.lines, want)
	}
}

func TestNobodyWatches(t *testing.T) {
	ctx, s := stages.Begin(t.Context(), stages.Find)
	s.Note(slog.Int("n", 1))
	s.End(nil)
	if ctx != t.Context() || s != nil || stages.Of(ctx) != nil {
		t.Error("a stage that nobody is told of leaves something behind")
	}
	if n := testing.AllocsPerRun(100, func() {
		_, s := stages.Begin(ctx, stages.Find)
		s.End(nil)
	}); n != 0 {
		t.Errorf("it costs %v allocations", n)
	}
}

func TestLogger(t *testing.T) {
	var out bytes.Buffer
	log := stages.Logger(stages.Logger(slog.New(slog.NewTextHandler(&out, nil))))
	ctx := stages.Mark(stages.Mark(t.Context(), slog.String("question", "12")), slog.String("trace_id", "ab"))
	log.With("shard", 3).InfoContext(ctx, "one")
	log.InfoContext(t.Context(), "two")
	got := strings.Split(strings.TrimSpace(out.String()), "\n")
	if len(got) != 2 || strings.Count(got[0], "question=12") != 1 || !strings.HasSuffix(got[0], "shard=3 question=12 trace_id=ab") || strings.Contains(got[1], "question") {
		t.Errorf("logged %q", got)
	}
}

func BenchmarkNobodyWatches(b *testing.B) {
	for b.Loop() {
		_, s := stages.Begin(b.Context(), stages.Find)
		s.End(nil)
	}
}
