package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
)

func (r *result) line() string {
	t := r.Asked.Find[scopes[1].name]
	s := fmt.Sprintf("%.0f/s, %.0f per processor second, %d MB, find %.2f/%.2f ms", float64(r.Paragraphs)/r.Build.Seconds, float64(r.Paragraphs)/r.Build.CPU, r.Build.Bytes>>20, t.P50, t.P99)
	if t, ok := r.Asked.Answers[scopes[1].name]; ok {
		s += fmt.Sprintf(", answer %.2f/%.2f ms", t.P50, t.P99)
	}
	return s + fmt.Sprintf(", %d MB of memory", r.Asked.Memory>>20)
}

// earlier reads what an earlier run left, so that sizes can be run one by one.
func earlier(folder string) ([]result, error) {
	if folder == "" {
		return nil, nil
	}
	text, err := os.ReadFile(filepath.Join(folder, "results.json"))
	if errors.Is(err, os.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	var results []result
	return results, json.Unmarshal(text, &results)
}

// report writes all that is known so far.
func report(folder string, results []result) error {
	if folder == "" {
		return nil
	}
	if err := os.MkdirAll(folder, 0o755); err != nil {
		return err
	}
	slices.SortFunc(results, func(a, b result) int {
		if a.Paragraphs != b.Paragraphs {
			return a.Paragraphs - b.Paragraphs
		}
		return slices.Index(order, a.Engine) - slices.Index(order, b.Engine)
	})
	text, err := json.MarshalIndent(results, "", "\t")
	if err != nil {
		return err
	}
	for name, content := range map[string]string{
		"results.json": string(text) + "\n",
		"report.md":    markdown(results),
		"growth.svg":   plot(results, scopes[1].name),
	} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o644); err != nil {
			return err
		}
	}
	return nil
}

func markdown(results []result) string {
	var b strings.Builder
	fmt.Fprintf(&b, `# How the index grows

Written by `+"`go run ./cmd/bench`"+`; measured with %s on %d cores of %s/%s.
Libraries of invented news (a vocabulary of %d made-up words with a long tail, articles of %d paragraphs)
are spread over servers of very different size. Times are milliseconds, p50 / p99, and in brackets the mean of the
processor time that the asking process spent (which other work on the machine does not change), over several hundred
questions of 5 to 8 words that were not asked before, in a process that had answered 50 others. "onrecord" finds
counts and candidates in its store and ranks them in Go; every engine gets the same terms and returns its 20 best.

![p99 by size](growth.svg)

## Building and memory

Onrecord's rate includes reading the statements, keeping the text, its versions and who said what, in durable
transactions of as many articles as are ready (32 at most); the others keep the index alone. All rates include inventing
the text, which like reading and analysing it is done on every processor beside the one goroutine that writes. Memory is
the most that the asking process ever held, whole questions in the largest server included; onrecord's has the soft limit
that "onrecord serve" has.

| engine | paragraphs | paragraphs/s | paragraphs per processor second | size, MB | memory, MB |
| --- | ---: | ---: | ---: | ---: | ---: |
`, runtime.Version(), runtime.NumCPU(), runtime.GOOS, runtime.GOARCH, vocabulary, perArticle)
	for _, r := range results {
		if r.Asked.Memory == 0 {
			fmt.Fprintf(&b, "| %s | %d | not measured | | | |\n", r.Engine, r.Paragraphs)
			continue
		}
		rate, perSecond, size := "-", "-", "-"
		if r.Build.Seconds > 0 {
			rate = fmt.Sprintf("%.0f", float64(r.Paragraphs)/r.Build.Seconds)
			perSecond = fmt.Sprintf("%.0f", float64(r.Paragraphs)/r.Build.CPU)
		}
		if r.Build.Bytes > 0 {
			size = fmt.Sprint(r.Build.Bytes >> 20)
		}
		fmt.Fprintf(&b, "| %s | %d | %s | %s | %s | %d |\n", r.Engine, r.Paragraphs, rate, perSecond, size, r.Asked.Memory>>20)
	}
	b.WriteString(goalTable(results))
	table(&b, "Finding the best 20 paragraphs", results, func(r result) map[string]times { return r.Asked.Find })
	table(&b, "A whole question, answered and verified", results, func(r result) map[string]times { return r.Asked.Answers })
	return b.String()
}

func table(b *strings.Builder, title string, results []result, of func(result) map[string]times) {
	fmt.Fprintf(b, "\n## %s\n\n| engine | paragraphs |", title)
	for _, s := range scopes {
		fmt.Fprintf(b, " %s |", s.name)
	}
	b.WriteString("\n| --- | ---: |" + strings.Repeat(" ---: |", len(scopes)) + "\n")
	for _, r := range results {
		t := of(r)
		if len(t) == 0 {
			continue
		}
		fmt.Fprintf(b, "| %s | %d |", r.Engine, r.Paragraphs)
		for _, s := range scopes {
			if at, ok := t[s.name]; ok {
				fmt.Fprintf(b, " %.2f / %.2f (%.2f) |", at.P50, at.P99, at.CPU)
			} else {
				b.WriteString(" not measured |")
			}
		}
		b.WriteString("\n")
	}
}
