package main

import (
	"encoding/xml"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestServers(t *testing.T) {
	for _, size := range []int{1000, 30_000, 300_000, 1_000_000} {
		names, articles := corpus{paragraphs: size, seed: seed}.servers()
		total := 0
		for i, n := range articles {
			total += n
			if n < 1 {
				t.Errorf("%d paragraphs: %s has %d articles", size, names[i], n)
			}
		}
		if total != size/perArticle {
			t.Errorf("%d paragraphs: %d articles, want %d", size, total, size/perArticle)
		}
		if size >= 30_000 && (names[0] != middle || articles[0] != 200) {
			t.Errorf("%d paragraphs: %s has %d articles, want 200", size, names[0], articles[0])
		}
	}
}

// TestEngines builds and asks every engine that needs no server.
func TestEngines(t *testing.T) {
	c := corpus{paragraphs: 1000, seed: seed}
	for name, open := range engines {
		if name == "onrecord on PostgreSQL" {
			continue
		}
		t.Run(name, func(t *testing.T) {
			e, err := open(t.Context(), filepath.Join(t.TempDir(), "library"), true)
			if err != nil {
				t.Fatal(err)
			}
			defer e.close()
			if _, err := build(t.Context(), c, e); err != nil {
				t.Fatal(err)
			}
			for _, s := range scopes {
				for _, q := range c.queries(s, 5) {
					n, err := e.find(t.Context(), q)
					if err != nil || n < 1 || n > best {
						t.Errorf("%q in %s: %d results, %v", q.terms, s.name, n, err)
					}
				}
			}
		})
	}
}

func TestReport(t *testing.T) {
	folder := t.TempDir()
	var results []result
	for i, name := range order {
		ms := times{P50: float64(i + 1), P99: float64(10 * (i + 1)), CPU: 1}
		results = append(results, result{Engine: name, Paragraphs: 30_000, Build: built{Seconds: 10, CPU: 1, Bytes: 1 << 20}, Asked: asked{Memory: 1 << 20, Find: map[string]times{scopes[1].name: ms}}})
	}
	if err := report(folder, results); err != nil {
		t.Fatal(err)
	}
	again, err := earlier(folder)
	if err != nil || len(again) != len(results) {
		t.Errorf("read back %d results, %v; want %d", len(again), err, len(results))
	}
	text, err := os.ReadFile(filepath.Join(folder, "report.md"))
	if err != nil || !strings.Contains(string(text), "| bleve | 30000 | 3000 | 30000 | 1 | 1 |") || !strings.Contains(string(text), "at 30000 | **not met** | 3000 |") {
		t.Errorf("report: %v\n%s", err, text)
	}
	svg, err := os.Open(filepath.Join(folder, "growth.svg"))
	if err != nil {
		t.Fatal(err)
	}
	defer svg.Close()
	for d := xml.NewDecoder(svg); ; {
		if _, err := d.Token(); errors.Is(err, io.EOF) {
			break
		} else if err != nil {
			t.Fatalf("the plot is not XML: %v", err)
		}
	}
}
