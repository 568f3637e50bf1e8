package ingest_test

import (
	"bytes"
	"errors"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"onrecord/ingest"
	"onrecord/news"
)

const sentence = "The harbour master said the pier would close on Friday. "

func TestHostileFiles(t *testing.T) {
	tests := []struct {
		name string
		file string
		data string
		says string // a part of the error; "" when the file is read
	}{
		{"empty", "a.txt", "", "is empty"},
		{"only a byte order mark", "a.txt", "\ufeff", "is empty"},
		{"only spaces", "a.txt", " \n\t\n\u00a0\u200b\n", "is empty"},
		{"a million blank lines", "a.txt", strings.Repeat("\n", 1_000_000), "is empty"},
		{"a million blank lines and an article", "a.txt", strings.Repeat("\n", 1_000_000) + sentence, ""},
		{"zeros", "a.txt", strings.Repeat("\x00", 4096), "a binary file"},
		{"zero in text", "a.txt", sentence + "\x00", "a binary file"},
		{"controls", "a.txt", strings.Repeat("\x01\x02\x03abc", 100), "a binary file"},
		{"ZIP", "a.docx", "PK\x03\x04\x14\x00", "a ZIP archive"},
		{"PNG called .txt", "a.txt", "\x89PNG\r\n\x1a\n\x00\x00", "a picture (PNG)"},
		{"JPEG", "a.txt", "\xff\xd8\xff\xe0\x00\x10JFIF", "a picture (JPEG)"},
		{"PDF", "a.pdf", "%PDF-1.7\n", "a PDF"},
		{"RTF", "a.rtf", `{\rtf1\ansi Hello.}`, "rich text"},
		{"web page", "a.html", "\n<!DOCTYPE html><html><body>" + sentence, "a web page"},
		{"Latin-1", "a.txt", sentence + "\nCaf\xe9 society met.", "line 2"},
		{"cut character", "a.txt", sentence + "\xe2\x80", "not valid UTF-8"},
		{"surrogate as UTF-8", "a.txt", sentence + "\xed\xa0\x80", "not valid UTF-8"},
		{"overlong", "a.txt", sentence + "\xc0\xaf", "not valid UTF-8"},
		{"odd UTF-16", "a.txt", "\xff\xfeA\x00B", "not valid UTF-16"},
		{"lone surrogate in UTF-16", "a.txt", "\xff\xfe\x00\xd8A\x00", "not valid UTF-16"},
		{"too large", "a.txt", strings.Repeat(sentence, ingest.MaxBytes/len(sentence)+1), "larger than 5 MB"},
		{"one line of 4 MB", "a.txt", strings.Repeat("x", 4<<20), "a paragraph of more than"},
		{"one line of 4 MB in Markdown", "a.md", strings.Repeat("[*`<", 1<<20), "a paragraph of more than"},
		{"too many paragraphs", "a.txt", strings.Repeat(sentence+"\n\n", ingest.MaxParagraphs+1), "more than 5000 paragraphs"},
		{"lines without end", "a.txt", strings.Repeat("a\n", 200_000), "more than 5000 paragraphs"},
		{"code of many lines", "a.md", "```\n" + strings.Repeat("a\n", 1_000_000), "more than 5000 paragraphs"},
		{"wrapped lines without end", "a.txt", strings.Repeat("the harbour master said the pier would close and so\n", 2_500), "a paragraph of more than"},
		{"only a menu", "a.txt", "• Home\n• News\n• Sport\n\nShare  Facebook\n\n© 2026 The Kestrel Post", "no paragraph of an article"},
		{"only comments", "a.txt", "3 comments\n\nReply\n", "no paragraph of an article"},
		{"only code", "a.md", "```\n" + sentence + "\n```\n", "no paragraph of an article"},
		{"code without an end", "a.md", "```\n" + sentence, "no paragraph of an article"},
		{"comment without an end", "a.md", "<!-- " + sentence, "is empty"},
		{"deep block quotes", "a.md", strings.Repeat(">", 100_000) + " " + sentence, ""},
		{"deep lists", "a.md", strings.Repeat("- ", 30_000) + sentence, ""},
		{"open brackets", "a.md", strings.Repeat("[", 90_000) + sentence, ""},
		{"open links", "a.md", strings.Repeat("](", 40_000) + sentence, ""},
		{"open emphasis", "a.md", strings.Repeat("**a *b _c ", 9_000) + sentence, ""},
		{"open tags", "a.md", strings.Repeat("<a ", 30_000) + sentence, ""},
		{"front matter without an end", "a.md", "---\ntitle: x\n\n" + sentence + sentence, ""},
		{"two bars", "a.md", strings.Repeat("|-|\n", 2_000) + "\n" + sentence, ""},
		{"by-lines without end", "a.txt", "By " + strings.Repeat("Ada Lark and ", 5_000) + "\n\n" + sentence, ""},
		{"a name with controls", "../../\x1b[31mа.txt", "", "[31mа.txt is empty"},
		{"a long name", strings.Repeat("n", 5000), "", "… is empty"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			a, err := ingest.File(tt.file, []byte(tt.data))
			if tt.says == "" {
				if err != nil {
					t.Fatal(err)
				}
				if last := a.Citable(); !strings.Contains(last[len(last)-1].Text, "The harbour master said") {
					t.Error("the article's sentence is not among what can be cited")
				}
				return
			}
			if !errors.Is(err, news.ErrBadInput) {
				t.Fatalf("error is %v, want one that wraps news.ErrBadInput", err)
			}
			if !strings.Contains(err.Error(), tt.says) {
				t.Errorf("error is %q, want %q in it", err, tt.says)
			}
			if msg := err.Error(); len(msg) > 400 || !utf8.ValidString(msg) || strings.ContainsAny(msg, "\x1b\n") {
				t.Errorf("error %q is not fit to be shown", msg)
			}
		})
	}
}

// TestReadStopsEarly holds Read to its bound: a file of 50 MB is refused when
// the limit is passed, not when it has been read.
func TestReadStopsEarly(t *testing.T) {
	r := &countingReader{r: io.LimitReader(letters{}, 50<<20)}
	if _, err := ingest.Read("big.txt", r); !errors.Is(err, news.ErrBadInput) || !strings.Contains(err.Error(), "larger than 5 MB") {
		t.Errorf("error is %v, want a complaint about the size", err)
	}
	if r.n > ingest.MaxBytes+1 {
		t.Errorf("read %d bytes of a file that is too large after %d", r.n, ingest.MaxBytes)
	}
}

func TestReadReportsTheReadersError(t *testing.T) {
	broken := errors.New("the disk is broken")
	_, err := ingest.Read("a.txt", io.MultiReader(strings.NewReader(sentence), failing{broken}))
	if !errors.Is(err, broken) || errors.Is(err, news.ErrBadInput) {
		t.Errorf("error is %v, want the reader's own", err)
	}
}

func TestReadIsFile(t *testing.T) {
	a, err := ingest.Read("a.txt", bytes.NewReader([]byte(sentence)))
	if err != nil {
		t.Fatal(err)
	}
	if got := a.Paragraph(1).Text; got != strings.TrimSpace(sentence) {
		t.Errorf("read %q", got)
	}
}

type letters struct{}

func (letters) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'a'
	}
	return len(p), nil
}

type countingReader struct {
	r io.Reader
	n int
}

func (c *countingReader) Read(p []byte) (int, error) {
	n, err := c.r.Read(p)
	c.n += n
	return n, err
}

type failing struct{ err error }

func (f failing) Read([]byte) (int, error) { return 0, f.err }
