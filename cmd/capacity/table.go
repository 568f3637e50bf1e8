package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// tables prints what was worked out, and what from, as Markdown.
func tables(f *figures, needs []need) string {
	var b strings.Builder
	head := "| |"
	rule := "| --- |"
	for _, n := range needs {
		head += " " + thousands(n.servers) + " servers |"
		rule += " ---: |"
	}
	b.WriteString(head + "\n" + rule + "\n")
	row := func(name string, value func(n need) string) {
		b.WriteString("| " + name + " |")
		for _, n := range needs {
			b.WriteString(" " + value(n) + " |")
		}
		b.WriteString("\n")
	}
	row("questions a second, busiest hour", func(n need) string { return short(n.questions) })
	row("gateway events a second, busiest hour", func(n need) string { return short(n.events) })
	row("database", func(n need) string {
		if n.postgres {
			return "PostgreSQL"
		}
		return "one SQLite file"
	})
	row("paragraphs kept", func(n need) string { return short(n.paragraphs) })
	row("size of the database", func(n need) string { return size(n.disk) })
	row("processes", func(n need) string { return thousands(n.processes) })
	row("cores of the processes", func(n need) string { return short(n.cores) })
	row("memory of the processes", func(n need) string { return size(n.memory) })
	row("cores of the database", func(n need) string { return none(n.dbCores, short) })
	row("connections to the database", func(n need) string { return none(n.connections, thousands) })
	row("shards", func(n need) string { return thousands(n.shards) })
	row("until all shards are there", func(n need) string { return span(n.starting) })
	row("requests a second under the global limit", func(n need) string { return short(n.rest) })
	row("hosting, a month", func(n need) string { return thousands(math.Ceil(n.hosting)) })
	row("model: tokens a day", func(n need) string { return short(n.tokens) })
	row("model: a month", func(n need) string { return thousands(math.Ceil(n.model)) })
	for place, name := range []string{"breaks first", "then", "then"} {
		row(name, func(n need) string {
			return fmt.Sprintf("%s: %s %%", n.limits[place].name, short(100*n.limits[place].at))
		})
	}
	fmt.Fprintf(&b, "\nMeasured on %s, %s.\n\n| figure | | unit | | how |\n| --- | ---: | --- | --- | --- |\n", f.Machine, f.Date)
	for _, one := range f.All {
		fmt.Fprintf(&b, "| `%s` | %s | %s | %s | %s |\n", one.Name, strconv.FormatFloat(one.Value, 'f', -1, 64), one.Unit, one.Kind, one.How)
	}
	return b.String()
}

func none(v float64, show func(float64) string) string {
	if v == 0 {
		return "-"
	}
	return show(v)
}

// short has two significant digits, whole numbers from 100 on.
func short(v float64) string {
	switch {
	case v == 0:
		return "0"
	case v >= 1e9:
		return two(v/1e9) + " billion"
	case v >= 1e6:
		return two(v/1e6) + " million"
	case v >= 100:
		return thousands(math.Round(v))
	}
	return two(v)
}

func two(v float64) string {
	if v >= 100 {
		return thousands(math.Round(v))
	}
	digits := 1 - int(math.Floor(math.Log10(v)))
	scale := math.Pow10(digits)
	return strconv.FormatFloat(math.Round(v*scale)/scale, 'f', -1, 64)
}

// thousands is a whole number, its digits in threes.
func thousands(v float64) string {
	s := strconv.FormatFloat(math.Round(v), 'f', 0, 64)
	for i := len(s) - 3; i > 0; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

func size(bytes float64) string {
	for _, unit := range []struct {
		of   float64
		name string
	}{{1e12, "TB"}, {1e9, "GB"}} {
		if bytes >= unit.of {
			return two(bytes/unit.of) + " " + unit.name
		}
	}
	return two(bytes/1e6) + " MB"
}

func span(seconds float64) string {
	switch {
	case seconds == 0:
		return "at once"
	case seconds < 120:
		return thousands(seconds) + " s"
	}
	return two(seconds/60) + " min"
}
