// Command eval runs the engine over evaluation files: one JSON object a line on
// standard input, one on standard output. It reads the texts and the questions,
// never the answers that lie beside them; who reads where annotators saw sources.
//
//	eval attribution < articles.jsonl > system.jsonl
//	eval qa          < qa.jsonl       > system.jsonl
//	eval speakerqa   < speakerqa.jsonl > system.jsonl
//	eval pages       < pages.jsonl     > system.jsonl
//	eval who         < articles.jsonl  > system.jsonl
//
// Two tasks do read the answers. One draws what boldness does to our own questions,
// the other fits the weights that choose sentences and refuse:
//
//	cat answer/testdata/*.questions.jsonl testdata/news/*.questions.jsonl | eval boldness > docs/boldness.svg
//	eval fit < qa.jsonl
package main

import (
	"context"
	"fmt"
	"io"
	"os"
)

// tasks are the evaluations by name; each lives in its own file.
var tasks = map[string]func(ctx context.Context, in io.Reader, out io.Writer) error{
	"attribution": attribution,
	"qa":          qa,
	"speakerqa":   speakerqa,
	"boldness":    boldness,
	"pages":       pages,
	"who":         who,
	"fit":         fit,
}

func main() {
	if len(os.Args) != 2 || tasks[os.Args[1]] == nil {
		fmt.Fprintln(os.Stderr, "usage: eval attribution|qa|speakerqa|boldness|pages|who|fit < FILE > SYSTEM")
		os.Exit(2)
	}
	if err := tasks[os.Args[1]](context.Background(), os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}
