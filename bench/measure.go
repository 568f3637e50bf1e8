package main

import (
	"context"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/jackc/pgx/v5"
)

// built is what making an engine's library took.
type built struct {
	Seconds float64 // inventing the corpus, reading statements (onrecord only), making terms, storing
	CPU     float64 // seconds of processor time, the database server's not counted
	Bytes   int64   // on disk
}

// asked is what answering took.
type asked struct {
	Memory  int64            // bytes, the most the asking process ever held
	Find    map[string]times // retrieval alone, by scope
	Answers map[string]times // whole questions, onrecord only
}

// times are in milliseconds: how long a question took, and the mean of the
// processor time that the asking process spent on one.
type times struct{ P50, P99, CPU float64 }

// seed makes every run measure the same library.
const seed = 7

// measure is the work of one process: "build ENGINE" or "ask ENGINE".
func measure(ctx context.Context, what, place string, size, questions int) (any, error) {
	part, name, _ := strings.Cut(what, " ")
	open := engines[name]
	if open == nil {
		return nil, fmt.Errorf("no engine %q", name)
	}
	c := corpus{paragraphs: size, seed: seed}
	inMemory := name == "plain index in memory"
	e, err := open(ctx, place, part == "build")
	if err != nil {
		return nil, err
	}
	defer e.close()
	var b built
	if part == "build" || inMemory {
		if b, err = build(ctx, c, e); err != nil {
			return nil, err
		}
	}
	if part == "build" {
		b.Bytes, err = diskSize(ctx, place)
		return struct{ Build built }{b}, err
	}
	a, err := ask(ctx, c, e, questions)
	return struct{ Asked asked }{a}, err
}

// build adds the corpus. Every engine's articles are invented and analysed by
// as many goroutines as there are processors, beside one that writes.
func build(ctx context.Context, c corpus, e engine) (built, error) {
	debug.SetGCPercent(400) // as the command line has it, for everybody alike
	start := time.Now()
	var err error
	switch e := e.(type) {
	case *ours:
		err = e.addAll(ctx, c)
	case peer:
		err = addAll(ctx, c, e)
	}
	return built{Seconds: time.Since(start).Seconds(), CPU: processor().Seconds()}, err
}

func ask(ctx context.Context, c corpus, e engine, questions int) (asked, error) {
	debug.SetGCPercent(50) // memory before speed, for everybody alike
	if _, mine := e.(*ours); mine {
		debug.SetMemoryLimit(100 << 20) // as "onrecord serve" has it
	}
	a := asked{Find: map[string]times{}, Answers: map[string]times{}}
	const warmUp = 50
	for _, s := range scopes {
		qs := c.queries(s, questions+warmUp)
		t, err := clock(qs, warmUp, func(_ int, q query) error {
			n, err := e.find(ctx, q)
			if err == nil && n == 0 {
				err = fmt.Errorf("nothing found for %q in %s", q.terms, q.server)
			}
			return err
		})
		if err != nil {
			return a, err
		}
		a.Find[s.name] = t
		o, ok := e.(*ours)
		if !ok {
			continue
		}
		texts := c.sentences(s, len(qs))
		if a.Answers[s.name], err = clock(qs, warmUp, func(i int, q query) error { return o.answer(ctx, q, texts[i]) }); err != nil {
			return a, err
		}
	}
	var err error
	a.Memory, err = peak()
	return a, err
}

// clock runs f over the queries and sums up how long those after the first few
// took.
func clock(qs []query, warmUp int, f func(int, query) error) (times, error) {
	var took []float64
	var spent time.Duration
	for i, q := range qs {
		if i == warmUp {
			spent = processor()
		}
		start := time.Now()
		if err := f(i, q); err != nil {
			return times{}, err
		}
		if i >= warmUp {
			took = append(took, milliseconds(time.Since(start)))
		}
	}
	spent = processor() - spent
	slices.Sort(took)
	return times{took[len(took)/2], took[len(took)*99/100], milliseconds(spent) / float64(len(took))}, nil
}

func milliseconds(d time.Duration) float64 { return float64(d.Microseconds()) / 1000 }

// processor is the processor time this process has spent.
func processor() time.Duration {
	var r syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &r); err != nil {
		return 0
	}
	return time.Duration(r.Utime.Nano() + r.Stime.Nano())
}

// peak is the most memory this process ever held, as Linux tells it.
func peak() (int64, error) {
	text, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0, err
	}
	for line := range strings.Lines(string(text)) {
		if rest, ok := strings.CutPrefix(line, "VmHWM:"); ok {
			kb, err := strconv.ParseInt(strings.Fields(rest)[0], 10, 64)
			return kb << 10, err
		}
	}
	return 0, nil
}

func diskSize(ctx context.Context, place string) (int64, error) {
	if strings.HasPrefix(place, "postgres:") {
		conn, err := pgx.Connect(ctx, place)
		if err != nil {
			return 0, err
		}
		defer conn.Close(ctx)
		var n int64
		return n, conn.QueryRow(ctx, `SELECT pg_database_size(current_database())`).Scan(&n)
	}
	var n int64
	err := filepath.WalkDir(filepath.Dir(place), func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		info, err := d.Info()
		if err == nil {
			n += info.Size()
		}
		return err
	})
	return n, err
}
