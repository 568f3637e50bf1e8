package page

import (
	"golang.org/x/net/html/charset"
)

// decode makes valid UTF-8 of a page's bytes.
func decode(data []byte, named string) string {
	kind := "text/html"
	if named != "" {
		kind += "; charset=" + named
	}
	e, _, _ := charset.DetermineEncoding(data, kind)
	text, err := e.NewDecoder().Bytes(data)
	if err != nil {
		text = data
	}
	return string(text)
}
