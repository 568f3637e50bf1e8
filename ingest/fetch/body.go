package fetch

import (
	"bytes"
	"io"
	"mime"
	"net/http"
	"strings"
)

// read takes the body of an answer, which Go's client has decompressed, and
// says what it is.
func (f *Fetched) read(host string, res *http.Response, limit int64) error {
	if limit <= 0 {
		limit = MaxBytes
	}
	tooLarge := refuse(TooLarge, "The page at %s is larger than %d MB; an article is far smaller.", host, max(1, limit>>20))
	if res.ContentLength > limit {
		return tooLarge
	}
	if how := res.Header.Get("Content-Encoding"); how != "" && !strings.EqualFold(how, "identity") {
		return refuse(Unreadable, "%s sends this page compressed in a way that it was not asked for; add the article as a file.", host)
	}
	body, err := io.ReadAll(io.LimitReader(res.Body, limit+1))
	switch {
	case int64(len(body)) > limit:
		return tooLarge
	case err != nil:
		return err
	case len(body) == 0:
		return refuse(Unreadable, "%s gave an empty page at this address.", host)
	}
	f.Body = body
	f.Type, f.Charset = mediaType(res.Header.Get("Content-Type"), body)
	return nil
}

// mediaType is what the bytes are: as the server says, unless it says nothing
// of use or the bytes show that it is wrong.
func mediaType(header string, body []byte) (kind, charset string) {
	kind, params, err := mime.ParseMediaType(header)
	if err != nil {
		kind = ""
	}
	charset = strings.ToLower(params["charset"])
	sniffed, _, _ := mime.ParseMediaType(http.DetectContentType(body))
	switch {
	case bytes.HasPrefix(body, []byte("%PDF-")):
		return "application/pdf", ""
	case !strings.HasPrefix(sniffed, "text/") && sniffed != "application/octet-stream" && sniffed != "application/zip":
		return sniffed, "" // a picture, a film, a font: no server can make it a page
	case kind == "", kind == "application/octet-stream", kind == "text/plain" && sniffed == "text/html":
		return sniffed, charset
	}
	return kind, charset
}
