package main

import (
	"encoding/xml"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"onrecord/phrases"
)

var update = flag.Bool("update", false, "write the golden report anew")

func TestEnding(t *testing.T) {
	for _, c := range []struct {
		name string
		text string
		fate fate
		want ending
	}{
		{"right", "“A 48-hour ceasefire,” Ryabkov said", fate{answers: 1, delivered: true}, right},
		{"right, with marks escaped", `Ryabkov said: 48\-hour ceasefire`, fate{answers: 1, delivered: true}, right},
		{"right although Discord saw no reply in time", "A 48-hour ceasefire", fate{answers: 1, late: true}, right},
		{"an excuse", "⚠ I am being restarted. Please ask again in a minute.", fate{answers: 1, delivered: true}, told},
		{"an excuse with a number", "You are asking faster than I can read. Try again in 3 seconds.", fate{answers: 1, delivered: true}, told},
		{"the answer to something else", "“The ferry sails again,” Lund said", fate{answers: 1, delivered: true}, otherwise},
		{"twice, both right", "A 48-hour ceasefire", fate{answers: 2, delivered: true}, twice},
		{"too late for Discord", "", fate{late: true, delivered: true}, late},
		{"never delivered", "", fate{}, undelivered},
		{"lost", "", fate{delivered: true}, lost},
	} {
		t.Run(c.name, func(t *testing.T) {
			q := &question{wording: wording{Want: "48-hour ceasefire"}, text: c.text}
			if got := q.ending(c.fate); got != c.want {
				t.Errorf("%q, want %q", got, c.want)
			}
		})
	}
}

// TestExcuses holds the sentences to those that the bot has: a sentence that it
// shows is translated.
func TestExcuses(t *testing.T) {
	for _, e := range excuses {
		if len(phrases.Translations(e)) == 0 {
			t.Errorf("the bot does not say %q", e)
		}
	}
}

func TestReport(t *testing.T) {
	o := outcome{ended: map[ending][ways]int{}}
	q := &question{text: "“The ferry sails again,” Lund said", took: 40 * time.Millisecond}
	for i, e := range endings() {
		for range i + 1 {
			o.count(q, e, byMention, "900 (12s)")
		}
		o.count(q, e, byCommand, "901 (13s)")
	}
	var out strings.Builder
	report(&out, o, sightings{looks: 6000, double: 2, overlap: 300 * time.Millisecond, longest: 95 * time.Second, gaps: []time.Duration{4210 * time.Millisecond, 100 * time.Millisecond}},
		[]sample{{resident: 90 << 20}, {resident: 101 << 20}}, []string{"    10s  process 2 killed (-9), started again after 5 s"})
	const golden = "testdata/report.golden"
	if *update {
		if err := os.WriteFile(golden, []byte(out.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if out.String() != string(want) {
		t.Errorf("the report is\n%s\nwant\n%s", out.String(), want)
	}
}

func TestOptions(t *testing.T) {
	well := options{length: time.Minute, rate: 100, processes: 4, shards: 16, servers: 1000, libraries: 200}
	if err := well.check(); err != nil {
		t.Errorf("the usual ones: %v", err)
	}
	for name, change := range map[string]func(*options){
		"-rate 0":                 func(o *options) { o.rate = 0 },
		"-shards 0":               func(o *options) { o.shards = 0 },
		"-servers 0":              func(o *options) { o.servers = 0 },
		"-processes 0":            func(o *options) { o.processes = 0 },
		"more libraries":          func(o *options) { o.libraries = 1001 },
		"-sqlite for many":        func(o *options) { o.sqlite, o.calm = true, true },
		"-plot into no folder":    func(o *options) { o.plot = "testdata/none/plot.svg" },
		"-sqlite that is no calm": func(o *options) { o.sqlite, o.processes = true, 1 },
	} {
		o := well
		change(&o)
		if o.check() == nil {
			t.Errorf("%s is taken", name)
		}
	}
}

// TestPlot: the drawing is XML, with a line for each curve, within its frame.
func TestPlot(t *testing.T) {
	for name, samples := range map[string][]sample{
		"none":     nil,
		"all zero": {{}, {at: time.Second}},
		"an hour":  {{resident: 40 << 20, heap: 20 << 20, goroutines: 60}, {at: time.Hour, resident: 101 << 20, heap: 50 << 20, goroutines: 61}},
		"a moment": {{resident: 1}},
	} {
		text := plot("50 questions a second for 1h0m0s", samples)
		if err := xml.Unmarshal([]byte(text), new(struct{})); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if n := strings.Count(text, "<polyline"); n != 3 || strings.Contains(text, "NaN") || strings.Contains(text, "Inf") {
			t.Errorf("%s: %d curves:\n%s", name, n, text)
		}
	}
	for v, want := range map[float64]float64{0: .1, .3: .5, 1: 1, 1.1: 2, 24: 50, 51: 100} {
		if got := niceStep(v); got != want {
			t.Errorf("niceStep(%v) = %v, want %v", v, got, want)
		}
	}
}

func TestWordings(t *testing.T) {
	paths, err := filepath.Glob(filepath.Join("..", "..", newsroom, "*.questions.jsonl"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no questions: %v", err)
	}
	all, err := readWordings(paths[0])
	if err != nil || len(all) == 0 || all[0].Question == "" || all[0].Want == "" {
		t.Errorf("%s: %+v, %v", paths[0], all, err)
	}
	broken := filepath.Join(t.TempDir(), "broken.jsonl")
	if err := os.WriteFile(broken, []byte("{\"question\": \"Who"), 0o600); err != nil {
		t.Fatal(err)
	}
	if _, err := readWordings(broken); err == nil {
		t.Error("half a line is read")
	}
}
