package ingest

import (
	"context"

	"onrecord/ingest/fetch"
	"onrecord/news"
)

// A Source is where an article comes from: a web address, or a file that
// somebody handed over.
type Source struct {
	Address string // of a page or document on the web, "" for a file
	Name    string // of the file
	Data    []byte // of the file
}

// A Document is the bytes of one page or file, and what is known of them.
type Document struct {
	Name    string `json:"name,omitempty"`    // of the file, "" for a page from the web
	Address string `json:"address,omitempty"` // of the page, "" for a file
	Type    string `json:"type,omitempty"`    // media type, "" if nobody said
	Charset string `json:"charset,omitempty"` // as the server names it, "" if it does not
	Data    []byte `json:"-"`
}

// A Reader makes an article of a document. [Here] does so in this process;
// apart.Reader in a child process, which is how strangers' documents are read.
type Reader interface {
	Read(ctx context.Context, d Document) (*news.Article, error)
}

// A Fetcher gets what stands at an address; fetch.Client is one.
type Fetcher interface {
	Get(ctx context.Context, r fetch.Request) (*fetch.Fetched, error)
}

// Here reads documents in this process, with no limit but those of the
// document's size: for documents that can be trusted, and for tests.
type Here struct{}

// Read implements [Reader].
func (Here) Read(ctx context.Context, d Document) (*news.Article, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	return d.Article()
}
