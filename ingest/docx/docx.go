// Package docx reads the paragraphs of a Word document (Office Open XML). The
// format is a ZIP of XML files, of which one holds the text: the standard
// library reads both, and bounds both.
package docx

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A Document is the text of a Word document.
type Document struct {
	Title  string // as its properties say, "" if they do not
	Blocks []Block
}

// A Block is one paragraph.
type Block struct {
	Text string // one line
	Kind Kind
}

// Kind is what a paragraph's style makes of it.
type Kind int

// The kinds of paragraph.
const (
	Paragraph Kind = iota
	Title
	Heading
	Item // of a list
	Row  // of a table
	Caption
)

// The limits of what a document becomes when it is unpacked.
const (
	maxText   = 40 << 20
	maxFiles  = 5_000
	maxBlocks = 20_000
	maxDepth  = 200
)

var errBroken = errors.New("is a broken Word document that can't be read; please save it anew, or save the article's text")

// Read reads a document. Errors are the rest of a sentence that begins with the
// file's name.
func Read(data []byte) (*Document, error) {
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		return nil, errBroken
	}
	if len(z.File) > maxFiles {
		return nil, errors.New("holds more files than a Word document has")
	}
	text, err := unpack(z, "word/document.xml")
	if err != nil {
		return nil, err
	}
	if text == nil {
		return nil, errors.New("is a ZIP archive but no Word document; please save the article as a plain text, PDF or DOCX file")
	}
	d := &Document{}
	if d.Blocks, err = paragraphs(text); err != nil {
		return nil, err
	}
	properties, err := unpack(z, "docProps/core.xml")
	if err != nil {
		return nil, err
	}
	d.Title = title(properties)
	return d, nil
}

// unpack returns a file of the archive, nil if it has none of that name.
func unpack(z *zip.Reader, name string) ([]byte, error) {
	for _, f := range z.File {
		if !strings.EqualFold(f.Name, name) {
			continue
		}
		r, err := f.Open()
		if err != nil {
			return nil, errBroken
		}
		defer r.Close()
		data, err := io.ReadAll(io.LimitReader(r, maxText+1))
		switch {
		case len(data) > maxText:
			return nil, fmt.Errorf("is a Word document that becomes more than %d MB when it is unpacked, which no article does", maxText>>20)
		case err != nil:
			return nil, errBroken
		}
		return data, nil
	}
	return nil, nil
}

// title is what the document's properties call it; broken ones say nothing.
func title(properties []byte) string {
	var p struct {
		Title string `xml:"title"`
	}
	const longest = 1 << 20
	if len(properties) == 0 || len(properties) > longest || xml.Unmarshal(properties, &p) != nil {
		return ""
	}
	return strings.TrimSpace(p.Title)
}
