// Command wordnet makes the table of words that may stand for each other out of
// the WordNet 3.0 database (Debian's wordnet-base installs it under
// /usr/share/wordnet). It is run by hand, when the choice of words changes:
//
//	go run ./retrieval/wordnet /usr/share/wordnet > retrieval/words.txt
//
// A line is a stem, then a letter for how often WordNet's tagged texts use it
// ("a" never, "b" once, "c" 2 to 3 times, "d" 4 to 7, and so on), then the stems
// that may stand for it with a digit for how well each does: 9 irregular forms ("began" for "begin"), 7 words derived from
// it ("invasion" for "invade", "Russian" for "Russia"), 1 to 6 synonyms by how
// usual the shared sense is for both words; "-" marks opposites.
package main

import (
	"bufio"
	"fmt"
	"os"
	"path/filepath"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: wordnet FOLDER > words.txt")
		os.Exit(2)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "wordnet:", err)
		os.Exit(1)
	}
}

func run(folder string) error {
	t := newTable()
	if err := eachLine(filepath.Join(folder, "cntlist.rev"), t.readUse); err != nil {
		return err
	}
	for _, part := range []string{"noun", "verb", "adj", "adv"} {
		if err := eachLine(filepath.Join(folder, "data."+part), t.readSynset); err != nil {
			return err
		}
		if err := eachLine(filepath.Join(folder, part+".exc"), t.readIrregular); err != nil {
			return err
		}
	}
	out := bufio.NewWriter(os.Stdout)
	t.relate()
	t.write(out)
	return out.Flush()
}

// eachLine hands over the lines of a file, licence lines (which begin with a
// space) left out.
func eachLine(path string, read func(string) error) error {
	f, err := os.Open(path)
	if err != nil {
		return fmt.Errorf("open WordNet: %w", err)
	}
	defer f.Close()
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		if line := lines.Text(); line != "" && line[0] != ' ' {
			if err := read(line); err != nil {
				return fmt.Errorf("read %s: line %q: %w", path, line, err)
			}
		}
	}
	return lines.Err()
}
