package main

import (
	"fmt"
	"strings"
)

// goal is something the figures should reach.
type goal struct {
	name string
	// share is what was reached as a share of the bound: 1 or less meets it.
	share    float64
	reached  string
	measured bool
}

// goals holds the results to what the project set itself. What they need that
// was not measured leaves them open.
func goals(results []result) []goal {
	at := func(engine string, size int) (result, bool) {
		for _, r := range results {
			if r.Engine == engine && r.Paragraphs == size && r.Asked.Memory > 0 {
				return r, true
			}
		}
		return result{}, false
	}
	const ours, postgres, large, all = "onrecord on SQLite", "onrecord on PostgreSQL", 300_000, 1_000_000
	server := scopes[1].name
	var out []goal
	for _, size := range []int{30_000, large, all} { // a thousand take so short that starting is most of it
		r, ok := at(ours, size)
		g := goal{name: fmt.Sprintf("ingest with attribution on SQLite at least 4,000 paragraphs a second, at %d", size), measured: ok && r.Build.Seconds > 0}
		if g.measured {
			rate := float64(size) / r.Build.Seconds
			g.share, g.reached = 4000/rate, fmt.Sprintf("%.0f", rate)
		}
		out = append(out, g)
	}
	one, haveOne := at(ours, large)
	for _, p := range []struct {
		engine string
		part   float64
		words  string
	}{{"bleve", 0.5, "half of bleve's"}, {"SQLite FTS5 bm25()", 0.1, "a tenth of FTS5's bm25()"}, {"plain index in memory", 5, "five times a plain index in memory"}} {
		peer, ok := at(p.engine, large)
		for _, q := range []struct {
			name      string
			mine, its float64
		}{{"p50", one.Asked.Find[server].P50, peer.Asked.Find[server].P50}, {"p99", one.Asked.Find[server].P99, peer.Asked.Find[server].P99}} {
			out = append(out, goal{
				name:  fmt.Sprintf("finding in %s of %d, %s at most %s", server, large, q.name, p.words),
				share: q.mine / (p.part * q.its), measured: ok && haveOne, reached: fmt.Sprintf("%.2f ms, it %.2f ms", q.mine, q.its),
			})
		}
	}
	for _, q := range []struct {
		engine string
		most   float64
	}{{ours, 5}, {postgres, 15}} {
		r, ok := at(q.engine, large)
		out = append(out, within(fmt.Sprintf("a whole question there in less than %.0f ms at p99, %s", q.most, q.engine), ok, r.Asked.Answers[server].P99, q.most, "%.2f ms"))
	}
	for _, engine := range []string{ours, postgres} {
		small, ok := at(engine, 30_000)
		r, too := at(engine, all)
		g := goal{name: fmt.Sprintf("finding in %s, p99 at %d at most 1.5 times p99 at 30000, %s", server, all, engine), measured: ok && too}
		if g.measured {
			times := r.Asked.Find[server].P99 / small.Asked.Find[server].P99
			g.share, g.reached = times/1.5, fmt.Sprintf("%.2f times", times)
		}
		out = append(out, g, within(fmt.Sprintf("memory below 150 MB at %d, %s", all, engine), too, float64(r.Asked.Memory)/1e6, 150, "%.0f MB"))
	}
	return out
}

func within(name string, measured bool, got, most float64, format string) goal {
	return goal{name, got / most, fmt.Sprintf(format, got), measured}
}

// goalTable is the goals as Markdown.
func goalTable(results []result) string {
	var b strings.Builder
	b.WriteString("\n## Goals\n\n| goal | | reached |\n| --- | --- | --- |\n")
	for _, g := range goals(results) {
		switch {
		case !g.measured:
			fmt.Fprintf(&b, "| %s | not measured | |\n", g.name)
		case g.share <= 1:
			fmt.Fprintf(&b, "| %s | met | %s |\n", g.name, g.reached)
		default:
			fmt.Fprintf(&b, "| %s | **not met** | %s |\n", g.name, g.reached)
		}
	}
	return b.String()
}
