package ingest

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"unicode"
	"unicode/utf16"
	"unicode/utf8"
)

// decode makes valid UTF-8 of a file's bytes: UTF-8 with or without a byte
// order mark, or UTF-16 with one. Everything else is refused by name, because a
// wrong guess would change the words that are quoted later.
func decode(data []byte) (string, error) {
	switch {
	case len(data) == 0:
		return "", errors.New("is empty; please give a file that holds an article's text")
	case bytes.HasPrefix(data, []byte("\xef\xbb\xbf")):
		data = data[3:]
	case bytes.HasPrefix(data, []byte("\xff\xfe")):
		return decodeUTF16(data[2:], binary.LittleEndian)
	case bytes.HasPrefix(data, []byte("\xfe\xff")):
		return decodeUTF16(data[2:], binary.BigEndian)
	}
	if what := foreign(data); what != "" {
		return "", fmt.Errorf("is %s, not text; please save the article as a plain text or Markdown file", what)
	}
	if bad := firstInvalid(data); bad >= 0 {
		return "", fmt.Errorf("is not valid UTF-8 (the first wrong byte is on line %d); please save it with the encoding UTF-8",
			1+bytes.Count(data[:bad], []byte("\n")))
	}
	return string(data), nil
}

// magics are the opening bytes of files that are often given by mistake.
var magics = []struct{ opening, what string }{
	{"PK\x03\x04", "a ZIP archive"},
	{"%PDF-", "a PDF"},
	{"\x89PNG", "a picture (PNG)"},
	{"\xff\xd8\xff", "a picture (JPEG)"},
	{"GIF8", "a picture (GIF)"},
	{"\x1f\x8b", "a compressed file (gzip)"},
	{"\xd0\xcf\x11\xe0", "an old Word document"},
	{"{\\rtf", "a rich text (RTF) document"},
	{"\x7fELF", "a program"},
	{"SQLite format 3\x00", "a database"},
}

// foreign names what the bytes are when they are no text at all, else "".
func foreign(data []byte) string {
	for _, m := range magics {
		if bytes.HasPrefix(data, []byte(m.opening)) {
			return m.what
		}
	}
	head := bytes.ToLower(bytes.TrimSpace(data[:min(len(data), 1024)]))
	if bytes.HasPrefix(head, []byte("<!doctype html")) || bytes.HasPrefix(head, []byte("<html")) {
		return "a web page (HTML)"
	}
	controls := 0
	for _, c := range data {
		if c == 0 {
			return "a binary file"
		}
		if c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' {
			controls++
		}
	}
	if controls > 16 && controls > len(data)/50 {
		return "a binary file"
	}
	return ""
}

// firstInvalid is the offset of the first byte that is not UTF-8, or -1.
func firstInvalid(data []byte) int {
	for i := 0; i < len(data); {
		r, size := utf8.DecodeRune(data[i:])
		if r == utf8.RuneError && size == 1 {
			return i
		}
		i += size
	}
	return -1
}

func decodeUTF16(data []byte, order binary.ByteOrder) (string, error) {
	if len(data) == 0 {
		return "", errors.New("is empty; please give a file that holds an article's text")
	}
	broken := errors.New("is not valid UTF-16, though it begins like it; please save it with the encoding UTF-8")
	if len(data)%2 != 0 {
		return "", broken
	}
	units := make([]uint16, 0, len(data)/2)
	for i := 0; i < len(data); i += 2 {
		units = append(units, order.Uint16(data[i:]))
	}
	text := make([]byte, 0, len(data))
	for i := 0; i < len(units); i++ {
		r := rune(units[i])
		if utf16.IsSurrogate(r) {
			if i+1 == len(units) {
				return "", broken
			}
			if r = utf16.DecodeRune(r, rune(units[i+1])); r == unicode.ReplacementChar {
				return "", broken
			}
			i++
		}
		if r == 0 {
			return "", errors.New("is a binary file, not text; please save the article as a plain text or Markdown file")
		}
		text = utf8.AppendRune(text, r)
	}
	return string(text), nil
}
