// Package pdf reads the text of a PDF as paragraphs: lines put together, words
// that were broken at their ends joined, running headers and page numbers gone.
//
// PDFium reads the file (as WebAssembly, so that its faults stay in its own
// memory); everything after that is here. Making PDFium ready takes some
// seconds and 300 MB unless a cache is there, so only a child process does it.
package pdf

import (
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"time"
	"unicode"

	"github.com/klippa-app/go-pdfium"
	pdferrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
	"github.com/tetratelabs/wazero"
	"github.com/tetratelabs/wazero/api"
	"github.com/tetratelabs/wazero/experimental"
)

// A Document is the text of a PDF.
type Document struct {
	Title  string // as the file says, "" if it does not
	Blocks []Block
}

// A Block is one paragraph or heading.
type Block struct {
	Text    string // one line
	Heading bool
}

const (
	maxPages    = 300
	memoryPages = 6144 // of 64 KB, that PDFium may use
	leastWords  = 20   // in a file that is not only pictures of pages
)

// Read reads a PDF. cache is a folder in which PDFium is kept compiled, "" for
// none. Errors are the rest of a sentence that begins with the file's name,
// but for that of ctx.
func Read(ctx context.Context, data []byte, cache string) (*Document, error) {
	config := wazero.NewRuntimeConfig().
		WithCoreFeatures(api.CoreFeaturesV2 | experimental.CoreFeaturesExceptionHandling).
		WithMemoryLimitPages(memoryPages).
		WithCloseOnContextDone(true)
	if cache != "" {
		if c, err := wazero.NewCompilationCacheWithDir(cache); err == nil {
			defer c.Close(ctx)
			config = config.WithCompilationCache(c)
		}
	}
	pool, err := webassembly.Init(webassembly.Config{
		Context: ctx, MinIdle: 0, MaxIdle: 1, MaxTotal: 1, RuntimeConfig: config,
		FSConfig: wazero.NewFSConfig(), Stdout: io.Discard, Stderr: io.Discard, // it sees no files
	})
	if err != nil {
		return nil, fmt.Errorf("make PDFium ready: %w", err)
	}
	defer pool.Close()
	instance, err := pool.GetInstance(30 * time.Second)
	if err != nil {
		return nil, fmt.Errorf("start PDFium: %w", err)
	}
	defer instance.Close()
	d, err := readWith(ctx, instance, data)
	if ctx.Err() != nil {
		return nil, ctx.Err()
	}
	return d, err
}

var errBroken = errors.New("is a broken PDF that can't be read; please save it anew, or save the article's text")

func readWith(ctx context.Context, instance pdfium.Pdfium, data []byte) (*Document, error) {
	open, err := instance.OpenDocument(&requests.OpenDocument{File: &data})
	switch {
	case errors.Is(err, pdferrors.ErrPassword), errors.Is(err, pdferrors.ErrSecurity):
		return nil, errors.New("is a PDF that is locked with a password; please save it without one")
	case err != nil:
		return nil, errBroken
	}
	count, err := instance.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: open.Document})
	if err != nil || count.PageCount == 0 {
		return nil, errBroken
	}
	if count.PageCount > maxPages {
		return nil, fmt.Errorf("is a PDF of %d pages; please add a long work in parts of at most %d", count.PageCount, maxPages)
	}
	d := &Document{}
	if v, err := instance.FPDF_GetMetaText(&requests.FPDF_GetMetaText{Document: open.Document, Tag: "Title"}); err == nil {
		d.Title = strings.TrimSpace(v.Value)
	}
	var pages [][]line
	for i := range count.PageCount {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		text, err := instance.GetPageTextStructured(&requests.GetPageTextStructured{
			Page: requests.Page{ByIndex: &requests.PageByIndex{Document: open.Document, Index: i}},
			Mode: requests.GetPageTextStructuredModeChars, CollectFontInformation: true,
		})
		if err != nil {
			return nil, errBroken
		}
		var runs []run
		for _, c := range text.Chars {
			at := run{text: c.Text, left: c.PointPosition.Left, right: c.PointPosition.Right, top: c.PointPosition.Top, bottom: c.PointPosition.Bottom}
			if f := c.FontInformation; f != nil {
				at.size, at.bold = f.RenderedSize, f.Weight >= 600 || strings.Contains(f.Name, "Bold")
			}
			runs = append(runs, at)
		}
		pages = append(pages, lines(runs))
	}
	d.Blocks = blocks(withoutRunning(pages))
	if words(d.Blocks) < leastWords {
		return nil, errors.New("is a scanned PDF: its pages are pictures without text, which can't be read; please add the article's text")
	}
	return d, nil
}

// words counts the words of blocks; letters of scripts without spaces count too.
func words(blocks []Block) int {
	n := 0
	for _, b := range blocks {
		n += len(strings.Fields(b.Text))
		for _, r := range b.Text {
			if unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
				n++
			}
		}
	}
	return n
}
