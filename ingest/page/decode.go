package page

import (
	"bytes"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/unicode"
)

// decode makes valid UTF-8 of a page's bytes. Words are quoted from what it
// returns, so what the bytes show goes before what anybody says of them: a byte
// order mark, then UTF-8 throughout, which hardly any other text is by chance.
// Then the server is asked, the page, and the frequency of its letters.
func decode(data []byte, named string) string {
	if e, _, sure := charset.DetermineEncoding(data[:min(len(data), 4)], ""); sure && !utf8.Valid(data) {
		return strings.TrimPrefix(decoded(e, data), "\ufeff") // UTF-16, by its mark
	}
	data = bytes.TrimPrefix(data, []byte("\xef\xbb\xbf"))
	escapes := bytes.Contains(data, []byte("\x1b$")) || bytes.Contains(data, []byte("\x1b(")) // ISO-2022-JP is all ASCII
	if utf8.Valid(data) && !escapes {
		return string(data)
	}
	for _, label := range []string{named, declared(data), guessed(data), "windows-1252"} {
		e, name := charset.Lookup(label)
		if e == nil || name == "replacement" {
			continue
		}
		text := decoded(e, data)
		// A wrong label shows itself by bytes that mean nothing.
		if strings.Count(text, string(utf8.RuneError))*200 <= utf8.RuneCountInString(text) {
			return text
		}
	}
	return strings.ToValidUTF8(string(data), string(utf8.RuneError))
}

func decoded(e encoding.Encoding, data []byte) string {
	if e == encoding.Nop || e == unicode.UTF8 {
		return strings.ToValidUTF8(string(data), string(utf8.RuneError))
	}
	text, err := e.NewDecoder().Bytes(data)
	if err != nil {
		return strings.Repeat(string(utf8.RuneError), len(data)) // not this one
	}
	return string(text)
}

// declared is the character set that the page itself names, "" for none.
// Browsers look for it in the first kilobyte; many pages have it further down.
func declared(data []byte) string {
	const head = 16 << 10
	rest := bytes.ToLower(data[:min(len(data), head)])
	for {
		_, after, ok := bytes.Cut(rest, []byte("charset"))
		if !ok {
			if _, after, ok = bytes.Cut(rest, []byte("<?xml version=\"1.0\" encoding")); !ok {
				return ""
			}
		}
		rest = after
		after = bytes.TrimLeft(after, " \t\n")
		if !bytes.HasPrefix(after, []byte("=")) {
			continue
		}
		after = bytes.TrimLeft(after[1:], " \t\n\"'")
		end := bytes.IndexFunc(after, func(r rune) bool {
			return r != '-' && r != '_' && (r < '0' || r > '9') && (r < 'a' || r > 'z')
		})
		if end > 0 {
			return string(after[:end])
		}
	}
}

// guessed is the character set that the page's letters suggest, "" for none.
// Tags are left out: they are the same in all of them.
func guessed(data []byte) string {
	var text []byte
	const enough = 64 << 10
	inTag := false
	for _, c := range data {
		switch {
		case c == '<':
			inTag = true
		case c == '>' && inTag:
			inTag = false
		case !inTag && len(text) < enough:
			text = append(text, c)
		}
	}
	best, err := chardet.NewTextDetector().DetectBest(text)
	if err != nil {
		return ""
	}
	return best.Charset
}
