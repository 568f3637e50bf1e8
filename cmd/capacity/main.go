// Command capacity works out what a number of servers needs: processes, cores,
// memory, database, connections, shards, the time to start, and money. It starts
// from figures that were measured, and from assumptions that anybody may replace:
//
//	go run ./cmd/capacity
//	go run ./cmd/capacity -servers 2500,40000 -set questions_per_server_day=20 -set core_hour=0.02
//
// docs/scaling.md holds what it prints for the figures in docs/bench/capacity.json.
package main

import (
	"flag"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
)

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "capacity:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	flags := flag.NewFlagSet("capacity", flag.ContinueOnError)
	file := flags.String("figures", filepath.Join("docs", "bench", "capacity.json"), "the file of figures")
	servers := flags.String("servers", "100,10000,1000000", "how many servers, with commas between")
	var own []string
	flags.Func("set", "a figure of your own, NAME=NUMBER; may be given again", func(text string) error {
		own = append(own, text)
		return nil
	})
	if err := flags.Parse(args); err != nil {
		return err
	}
	f, err := readFigures(*file)
	if err != nil {
		return err
	}
	for _, text := range own {
		if err := f.set(text); err != nil {
			return err
		}
	}
	var needs []need
	for text := range strings.SplitSeq(*servers, ",") {
		n, err := strconv.Atoi(strings.TrimSpace(text))
		if err != nil || n < 1 || n > 1e9 {
			return fmt.Errorf("-servers has %q: give numbers from 1 to a billion, with commas between", text)
		}
		one, err := f.need(float64(n))
		if err != nil {
			return err
		}
		needs = append(needs, one)
	}
	_, err = io.WriteString(out, tables(f, needs))
	return err
}
