package main

import (
	"encoding/json"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/prometheus/client_golang/prometheus/testutil/promlint"

	"onrecord/answer"
	"onrecord/bot"
	"onrecord/bot/discordtest"
	"onrecord/news"
	"onrecord/ops"
	"onrecord/stages"
	"onrecord/store"
)

// measured returns what serve measures when everything is switched on, with a
// question asked.
func measured(t *testing.T) *ops.Metrics {
	t.Helper()
	s, err := store.Open(t.Context(), filepath.Join(t.TempDir(), "library.db"))
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	b, err := bot.New(bot.Config{Token: discordtest.Token, Engine: answer.New(s), Pages: s, Logger: slog.New(slog.DiscardHandler)})
	if err != nil {
		t.Fatal(err)
	}
	w := newWatch(opsConfig{}, slog.New(slog.DiscardHandler))
	w.measure(b, s)
	w.measureModel(func() answer.ModelCounts { return answer.ModelCounts{Outcomes: map[string]int{"told": 1}} }, s, 1000)
	w.measureReplicas(s)
	w.measureTraces(func() (taken, lost int64) { return 1, 0 })
	if _, err := (watched{answer.New(s), w.metrics}).Ask(t.Context(), news.Question{Text: "What did Peskov say?", Library: news.HomeLibrary}); err != nil {
		t.Fatal(err)
	}
	return w.metrics
}

// metricName finds metrics in an expression.
var metricName = regexp.MustCompile(`\b(?:onrecord|process|go)_[a-z_]+`)

// checkNames holds the metrics that a file names to those that exist, and returns
// their names.
func checkNames(t *testing.T, m *ops.Metrics, where, expression string) []string {
	t.Helper()
	var named []string
	for _, name := range metricName.FindAllString(expression, -1) {
		if !strings.HasPrefix(name, "onrecord_") {
			continue // Prometheus's own
		}
		i := slices.IndexFunc(m.Described(), func(d ops.Described) bool {
			return name == d.Name || d.Kind == "histogram" && name == d.Name+"_bucket"
		})
		if i < 0 {
			t.Errorf("%s names %s, which does not exist", where, name)
			continue
		}
		d := m.Described()[i]
		named = append(named, d.Name)
		for _, by := range regexp.MustCompile(`by \(([a-z, ]+)\)`).FindAllStringSubmatch(expression, -1) {
			for label := range strings.SplitSeq(by[1], ", ") {
				if label != "le" && label != "instance" && !slices.Contains(d.Labels, label) {
					t.Errorf("%s sums %s by %s, which it has not", where, name, label)
				}
			}
		}
	}
	checkMatchers(t, m, where, expression)
	return named
}

// Of an expression: what is asked of a metric's labels, and each of these.
var (
	matchers = regexp.MustCompile(`\b(onrecord_[a-z_]+)\{([^}]*)\}`)
	matcher  = regexp.MustCompile(`([a-z_]+)(?:=~|!~|!=|=)"([^"]*)"`)
)

// checkMatchers holds what an expression asks of labels to those that its metrics
// have, and the stages that it names to those that there are.
func checkMatchers(t *testing.T, m *ops.Metrics, where, expression string) {
	t.Helper()
	for _, asked := range matchers.FindAllStringSubmatch(expression, -1) {
		name := strings.TrimSuffix(asked[1], "_bucket")
		for _, one := range matcher.FindAllStringSubmatch(asked[2], -1) {
			label, value := one[1], one[2]
			if !slices.ContainsFunc(m.Described(), func(d ops.Described) bool {
				return d.Name == name && (slices.Contains(d.Labels, label) || label == "instance" || label == "job")
			}) {
				t.Errorf("%s asks for %s of %s, which it has not", where, label, name)
			}
			for stage := range strings.SplitSeq(value, "|") {
				if label == "stage" && !strings.HasPrefix(stage, "$") && !slices.Contains(stages.Names(), stages.Name(stage)) {
					t.Errorf("%s asks for the stage %s, which there is not", where, stage)
				}
			}
		}
	}
}

// TestDashboard holds the dashboard to the metrics that exist, both ways.
func TestDashboard(t *testing.T) {
	m := measured(t)
	data, err := os.ReadFile("../../deploy/grafana.json")
	if err != nil {
		t.Fatal(err)
	}
	var dashboard struct {
		Panels []struct {
			ID      int
			Title   string
			Targets []struct{ Expr string }
		}
	}
	if err := json.Unmarshal(data, &dashboard); err != nil {
		t.Fatal(err)
	}
	var shown []string
	ids := map[int]bool{}
	for _, p := range dashboard.Panels {
		if ids[p.ID] {
			t.Errorf("two panels have the number %d", p.ID)
		}
		ids[p.ID] = true
		for _, target := range p.Targets {
			shown = append(shown, checkNames(t, m, "the panel "+p.Title, target.Expr)...)
		}
	}
	for _, d := range m.Described() {
		if !slices.Contains(shown, d.Name) {
			t.Errorf("no panel shows %s", d.Name)
		}
	}
}

// TestAlerts holds the alerts to the metrics that exist.
func TestAlerts(t *testing.T) {
	m := measured(t)
	data, err := os.ReadFile("../../deploy/alerts.yaml")
	if err != nil {
		t.Fatal(err)
	}
	alerts := strings.Split(string(data), "- alert: ")[1:]
	if len(alerts) < 5 {
		t.Fatalf("there are %d alerts", len(alerts))
	}
	for _, alert := range alerts {
		name, rest, _ := strings.Cut(alert, "\n")
		_, rest, ok := strings.Cut(rest, "expr: ")
		expression, _, _ := strings.Cut(rest, "\n")
		if !ok || len(checkNames(t, m, name, expression)) == 0 {
			t.Errorf("%s looks at nothing", name)
		}
		if !strings.Contains(rest, "summary: ") || !strings.Contains(rest, "severity: ") {
			t.Errorf("%s says neither what is wrong nor how badly", name)
		}
	}
}

// TestMetricsFollowConventions: names, units and helps are as Prometheus wants
// them, and the metrics of the runtime and the process are there too.
func TestMetricsFollowConventions(t *testing.T) {
	m := measured(t)
	families, err := m.Gather()
	if err != nil {
		t.Fatal(err)
	}
	problems, err := promlint.NewWithMetricFamilies(families).Lint()
	if err != nil {
		t.Fatal(err)
	}
	for _, p := range problems {
		t.Errorf("%s: %s", p.Metric, p.Text)
	}
	there := map[string]bool{}
	for _, f := range families {
		there[f.GetName()] = true
	}
	for _, name := range []string{"go_goroutines", "process_resident_memory_bytes", "onrecord_build_info"} {
		if !there[name] {
			t.Errorf("%s is not there", name)
		}
	}
}

// TestMetricsPage holds docs/metrics.md to the metrics; -update writes it.
func TestMetricsPage(t *testing.T) {
	var b strings.Builder
	b.WriteString(`# Metrics

What ` + "`/metrics`" + ` shows, beside the Go runtime's and the process's own. ` + "`deploy/grafana.json`" + ` shows
them all, ` + "`deploy/alerts.yaml`" + ` warns by some. Labels have a few values each, none of which
comes from outside. Written by ` + "`go test ./cmd/onrecord -run TestMetricsPage -update`" + `.

| metric | kind | labels | meaning |
| --- | --- | --- | --- |
`)
	for _, d := range measured(t).Described() {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s |\n", d.Name, d.Kind, strings.Join(d.Labels, ", "), d.Help)
	}
	const page = "../../docs/metrics.md"
	if *update {
		if err := os.WriteFile(page, []byte(b.String()), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	was, err := os.ReadFile(page)
	if err != nil {
		t.Fatal(err)
	}
	if string(was) != b.String() {
		t.Error("docs/metrics.md is not what the metrics say: run this test with -update")
	}
}
