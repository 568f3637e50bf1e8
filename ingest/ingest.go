// Package ingest turns a file into an article: it reads the bytes as text,
// finds the paragraphs and decides what each of them is.
//
// A file goes through four steps, one file of the package each: [decode] makes
// valid text of the bytes, [clean] takes out what can't be seen, a splitter
// (plain text or Markdown) finds the blocks, and [classify] says what each
// block is on its page. Everything is linear in the size of the file.
package ingest

import (
	"errors"
	"fmt"
	"io"
	"path/filepath"
	"strings"
	"unicode"

	"onrecord/news"
)

// The largest file that is read, and the largest parts of one. An article that
// fills several newspaper pages stays far below all three.
const (
	MaxBytes          = 5 << 20
	MaxParagraphs     = 5_000
	MaxParagraphBytes = 100_000
)

// Read reads the text or Markdown file called name from r. It stops reading as
// soon as more than [MaxBytes] have come. Errors of r are returned wrapped; all
// others wrap news.ErrBadInput, as those of [File] do.
func Read(name string, r io.Reader) (*news.Article, error) {
	data, err := io.ReadAll(io.LimitReader(r, MaxBytes+1))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", shownName(name), err)
	}
	return File(name, data)
}

// File reads the bytes of a text or Markdown file called name; the name's
// extension tells which, and appears in errors. The article it returns is
// complete but for its Version. Errors wrap news.ErrBadInput and say what is
// wrong with the file in a sentence.
func File(name string, data []byte) (*news.Article, error) {
	a, err := read(name, data)
	if err != nil {
		return nil, complaint(shownName(name) + " " + err.Error())
	}
	return a, nil
}

// read is File with errors that lack their subject, the file's name.
func read(name string, data []byte) (*news.Article, error) {
	if len(data) > MaxBytes {
		return nil, fmt.Errorf("is larger than %d MB; an article is far smaller, so please save only the article's text", MaxBytes>>20)
	}
	text, err := decode(data)
	if err != nil {
		return nil, err
	}
	text = clean(text)
	matter, text := cutFrontMatter(text)
	var blocks []block
	if isMarkdown(name, text) {
		blocks = markdownBlocks(text)
	} else {
		blocks = plainBlocks(text)
	}
	if err := checkSizes(blocks); err != nil {
		return nil, err
	}
	blocks = takeHeaderLines(blocks, &matter)
	return assemble(blocks, classify(blocks), matter)
}

func checkSizes(blocks []block) error {
	if len(blocks) == 0 {
		return errors.New("is empty; please give a file that holds an article's text")
	}
	if len(blocks) > MaxParagraphs {
		return fmt.Errorf("has more than %d paragraphs; please add a long work in parts", MaxParagraphs)
	}
	for i, b := range blocks {
		if len(b.text) > MaxParagraphBytes {
			return fmt.Errorf("has a paragraph of more than %d characters (number %d on the page); please break it into the article's own paragraphs",
				MaxParagraphBytes, i+1)
		}
	}
	return nil
}

// complaint is an error that is fit to be shown as it is.
type complaint string

func (c complaint) Error() string { return string(c) }
func (c complaint) Unwrap() error { return news.ErrBadInput }

// shownName is a file's name made safe to print: no folders, no characters
// that can't be seen, not too long.
func shownName(name string) string {
	const most = 80
	name = strings.Map(func(r rune) rune {
		if unicode.IsPrint(r) && r != unicode.ReplacementChar {
			return r
		}
		return -1
	}, filepath.Base(strings.ToValidUTF8(name, "")))
	if r := []rune(name); len(r) > most {
		name = string(r[:most-1]) + "…"
	}
	if name == "" || name == "." {
		return "The file"
	}
	return name
}
