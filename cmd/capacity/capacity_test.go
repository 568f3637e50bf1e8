package main

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

var update = flag.Bool("update", false, "write the part of docs/scaling.md anew")

const folder = "../../docs"

func printed(t *testing.T, args ...string) string {
	t.Helper()
	var out bytes.Buffer
	if err := run(append([]string{"-figures", filepath.Join(folder, "bench", "capacity.json")}, args...), &out); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestDoc holds docs/scaling.md to what the command prints.
func TestDoc(t *testing.T) {
	path := filepath.Join(folder, "scaling.md")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	const begin, end = "<!-- capacity -->\n\n", "\n<!-- /capacity -->"
	before, rest, ok := strings.Cut(string(data), begin)
	is, after, ended := strings.Cut(rest, end)
	if !ok || !ended {
		t.Fatal("docs/scaling.md has no part for the table")
	}
	want := printed(t)
	if *update {
		if err := os.WriteFile(path, []byte(before+begin+want+end+after), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	if is != want {
		t.Errorf("docs/scaling.md has\n%s\nthe command prints, go test ./cmd/capacity -update writes it:\n%s", is, want)
	}
}

// TestArithmetic works a small case out by hand.
func TestArithmetic(t *testing.T) {
	f, err := readFigures(filepath.Join(folder, "bench", "capacity.json"))
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range []string{
		"questions_per_server_day=8.64", "peak_over_mean=1", "events_per_server_day=0", "articles_library_day=0", "servers_with_library=0.5",
		"cpu_question_postgres=5", "use_of_a_core=0.5", "cpu_database=1", "cores_per_process=2", "servers_per_shard=1000", "shards_per_process=100",
		"articles_library=100", "paragraphs_article=10", "bytes_paragraph_postgres=1000", "bytes_server=0", "connections_process=10",
		"memory_process=100", "memory_shard=1", "identify_every=5", "questions_by_message=0.25", "requests_per_message=1", "questions_told=1",
		"tokens_prompt=1000", "tokens_reply=100", "price_prompt=1", "price_reply=2",
	} {
		if err := f.set(text); err != nil {
			t.Fatal(err)
		}
	}
	n, err := f.need(100000)
	if err != nil {
		t.Fatal(err)
	}
	for _, c := range []struct {
		name      string
		got, want float64
	}{
		{"questions a second", n.questions, 10},   // 864,000 a day
		{"cores", n.cores, 0.1},                   // 10 × 5 ms, half a core used
		{"cores of the database", n.dbCores, .02}, // 10 × 1 ms
		{"shards", n.shards, 100},
		{"seconds to start", n.starting, 495}, // the first at once
		{"processes", n.processes, 2},         // one, and one to spare
		{"memory", n.memory, 300e6},           // 2 × 100 MB, 100 × 1 MB
		{"paragraphs", n.paragraphs, 50e6},
		{"disk", n.disk, 50e9},
		{"connections", n.connections, 20},
		{"requests a second", n.rest, 2.5},
		{"tokens a day", n.tokens, 864000 * 1100},
		{"the model's price", n.model, 864000 * 30 * (1000*1 + 100*2) / 1e6},
	} {
		if d := c.got - c.want; d > c.want*1e-9 || d < -c.want*1e-9 {
			t.Errorf("%s: %v, want %v", c.name, c.got, c.want)
		}
	}
	for i := range n.limits[1:] {
		if n.limits[i].at < n.limits[i+1].at {
			t.Errorf("limits are out of order: %v", n.limits)
		}
	}
}

func TestFigures(t *testing.T) {
	f, err := readFigures(filepath.Join(folder, "bench", "capacity.json"))
	if err != nil {
		t.Fatal(err)
	}
	seen := map[string]bool{}
	for _, one := range f.All {
		known := one.Kind == "measured" || one.Kind == "known" || one.Kind == "assumed"
		if seen[one.Name] || one.How == "" || !known {
			t.Errorf("%s: %q, %q", one.Name, one.Kind, one.How)
		}
		seen[one.Name] = true
		if err := f.set(one.Name + "=7"); err != nil {
			t.Error(err)
		}
	}
	if got := printed(t, "-servers", "3000", "-set", "questions_per_server_day=28800"); !strings.Contains(got, "| questions a second, busiest hour | 4,000 |") || !strings.Contains(got, "| given | on the command line |") {
		t.Errorf("with a figure of one's own:\n%s", got)
	}
	for _, args := range [][]string{{"-servers", "none"}, {"-servers", "0"}, {"-set", "moon=1"}, {"-set", "core_hour=-1"}, {"-set", "core_hour"}, {"-figures", "nowhere.json"}} {
		if err := run(args, &bytes.Buffer{}); err == nil {
			t.Errorf("%v is taken", args)
		}
	}
}
