package bot_test

import (
	"bufio"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"
	"time"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/bot/discordtest"
	"onrecord/ingest"
	"onrecord/news"
	"onrecord/quotes"
)

var (
	loadFor  = flag.Duration("load", 3*time.Second, "how long BenchmarkLoad asks")
	loadRate = flag.Int("rate", 220, "how many questions a second BenchmarkLoad asks")
)

// townPage is the article of one server's own library. Its number tells whose
// answer an answer is.
const townPage = `# Frost takes the cherries of valley %[1]d

Published 3 May 2025

"We lost %[1]d crates of cherries in one night," farmer Bo Ansel said on Friday.

The cooperative said that prices would rise in June.
`

// BenchmarkLoad asks at a steady rate, from a thousand servers with a library
// each, whether the answers keep up or not, and holds the bot to answering every
// question once, with its own server's article.
//
//	go test ./bot -run '^$' -bench '^BenchmarkLoad$' -load 60s
//
// The bot runs in this process with a SQLite file, so that memory and goroutines
// are its own; Discord and the people run in another, see crowd_test.go.
func BenchmarkLoad(b *testing.B) {
	goroutines := runtime.NumGoroutine()
	s := openServers(b, filepath.Join(b.TempDir(), "library.db"))
	for i := range crowdServers {
		a, err := ingest.File("frost.md", fmt.Appendf(nil, townPage, i))
		if err != nil {
			b.Fatal(err)
		}
		if _, _, err := s.Store.Add(b.Context(), news.ServerLibrary(crowdServer(i)), a, quotes.Read(a)); err != nil {
			b.Fatal(err)
		}
	}
	people := exec.CommandContext(b.Context(), os.Args[0], "-test.run=^$")
	people.Env = append(os.Environ(), fmt.Sprintf("%s=%v %d", crowdOrders, *loadFor, *loadRate))
	people.Stderr = os.Stderr
	out, err := people.StdoutPipe()
	if err != nil {
		b.Fatal(err)
	}
	if err := people.Start(); err != nil {
		b.Fatal(err)
	}
	lines := bufio.NewScanner(out)
	lines.Buffer(nil, 1<<20)
	if !lines.Scan() {
		b.Fatal("the crowd did not come")
	}
	client := discordtest.ClientOf(lines.Text())
	engine := answer.New(s.shelf)
	made, err := bot.New(bot.Config{Token: discordtest.Token, Engine: engine, Pages: s.shelf, Servers: s, Intake: s,
		Claims: s.Store, Sessions: s.Store, HTTPClient: client, Logger: discard()})
	if err != nil {
		b.Fatal(err)
	}
	before := heap()
	ctx, stop := context.WithCancel(b.Context())
	done := make(chan error, 1)
	go func() { done <- made.Run(ctx) }()
	b.ResetTimer()
	var r crowdReport
	if !lines.Scan() || json.Unmarshal(lines.Bytes(), &r) != nil {
		b.Fatalf("the crowd reports %q", lines.Text())
	}
	b.StopTimer()
	after := heap()
	if err := people.Wait(); err != nil {
		b.Error(err)
	}
	stop()
	if err := <-done; err != nil {
		b.Error(err)
	}
	client.CloseIdleConnections()
	if err := s.Close(); err != nil {
		b.Error(err)
	}
	for wait := time.Now().Add(5 * time.Second); runtime.NumGoroutine() > goroutines && time.Now().Before(wait); {
		time.Sleep(10 * time.Millisecond)
	}
	if n := r.Lost + r.Twice + r.Wrong + r.Refused; n > 0 {
		b.Errorf("%+v", r)
	}
	for unit, v := range map[string]float64{
		"questions": float64(r.Asked), "questions/s": r.PerSecond, "p50-ms": r.P50, "p99-ms": r.P99, "max-ms": r.Max,
		"lost": float64(r.Lost), "twice": float64(r.Twice), "heap-before-MB": before, "heap-after-MB": after, "peak-RSS-MB": peakRSS(),
		"goroutines-before": float64(goroutines), "goroutines-after": float64(runtime.NumGoroutine()),
	} {
		b.ReportMetric(v, unit)
	}
	b.ReportMetric(0, "ns/op")
	b.Log(r.Mix)
}

// heap is how much memory is in use, in MB.
func heap() float64 {
	runtime.GC()
	runtime.GC() // what the first one's finalizers let go of
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return float64(m.HeapAlloc) / 1e6
}

// peakRSS is the most memory that the process has had, in MB, 0 where that is not
// known.
func peakRSS() float64 {
	data, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(data), "VmHWM:")
	var kb float64
	_, _ = fmt.Sscan(rest, &kb)
	return kb / 1024
}
