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
// document's size: for documents that can be trusted, for tests, and for the
// child process that reads all others.
type Here struct {
	// Cache is a folder where what takes long to make ready is kept, "" for none.
	Cache string
}

// Read implements [Reader]. The article is complete but for its Version. Errors
// that wrap news.ErrBadInput say what is wrong with the document in a sentence.
func (h Here) Read(ctx context.Context, d Document) (*news.Article, error) {
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	if err := CheckSize(d.Name, int64(len(d.Data))); err != nil {
		return nil, err
	}
	a, err := d.article(ctx, h.Cache)
	switch {
	case err == nil:
		return a, nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	}
	return nil, complaint(d.called() + " " + err.Error())
}
