package main

import (
	"bufio"
	"compress/gzip"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"onrecord/ingest"
	"onrecord/news"
)

// pageTask is a saved page: a file, which may be compressed with gzip, and the
// address that it was saved from.
type pageTask struct {
	ID      string `json:"id"`
	File    string `json:"file"`
	Address string `json:"address"`
}

// readPage is what was read from it.
type readPage struct {
	ID         string           `json:"id"`
	Error      string           `json:"error,omitempty"`
	Title      string           `json:"title"`
	Outlet     string           `json:"outlet"`
	Authors    []string         `json:"authors"`
	Published  string           `json:"published"`
	Language   string           `json:"language"`
	URL        string           `json:"url"`
	Paragraphs []news.Paragraph `json:"paragraphs"`
	Millis     float64          `json:"ms"`
}

// pages reads saved web pages, to be compared with what people say is the
// article on them.
func pages(ctx context.Context, in io.Reader, out io.Writer) error {
	lines := bufio.NewScanner(in)
	enc := json.NewEncoder(out)
	for lines.Scan() {
		var t pageTask
		if err := json.Unmarshal(lines.Bytes(), &t); err != nil {
			return fmt.Errorf("read a task: %w", err)
		}
		data, err := readSaved(t.File)
		if err != nil {
			return err
		}
		start := time.Now()
		a, err := ingest.Here{}.Read(ctx, ingest.Document{Address: t.Address, Type: "text/html", Data: data})
		r := readPage{ID: t.ID, Millis: float64(time.Since(start).Microseconds()) / 1000}
		if err != nil {
			r.Error = err.Error()
		} else {
			r.Title, r.Outlet, r.Authors, r.Published, r.Language, r.URL, r.Paragraphs = a.Title, a.Outlet, a.Authors, a.Info().Date(), a.Language, a.URL, a.Paragraphs
			if a.Untitled {
				r.Title = ""
			}
		}
		if err := enc.Encode(r); err != nil {
			return err
		}
	}
	return lines.Err()
}

func readSaved(file string) ([]byte, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	if !strings.HasSuffix(file, ".gz") {
		return io.ReadAll(f)
	}
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return io.ReadAll(z)
}
