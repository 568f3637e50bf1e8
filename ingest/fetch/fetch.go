// Package fetch gets what stands at a web address that a stranger typed, and
// nothing else: never a machine of the network that it runs in, never more
// bytes or seconds than its limits, never what a site's robots rules refuse.
//
// [Client.Get] is the whole of it. Its errors are of type [*Error], whose text
// is a sentence for the person who gave the address, or the context's own.
package fetch

import "time"

// The limits of one request.
const (
	MaxBytes     = 10 << 20         // of a body, after decompression
	MaxRedirects = 5                // from the address given to the page
	MaxTime      = 20 * time.Second // for everything, redirects and waiting included
	MaxAddress   = 2000             // bytes of an address
	maxHeader    = 64 << 10         // bytes of an answer's header
	perHost      = 2                // requests at a time to one host
)

// A Request names what to get.
type Request struct {
	// Address is an http or https address as somebody typed it.
	Address string
	// ETag and LastModified are what an earlier [Fetched] said of the copy that
	// is there, "" for none: the server may then say that it is still good.
	ETag, LastModified string
	// Accept is the header of that name, "" for pages and documents.
	Accept string
	// Limit is the most bytes of a body, 0 for [MaxBytes].
	Limit int64
}

// Fetched is what an address gave.
type Fetched struct {
	// Address is where Body came from, redirects followed.
	Address string
	// Type is the media type of Body in lower case without parameters: what
	// the server says, unless the bytes themselves show otherwise.
	Type string
	// Charset is the character set that the server names, "" for none.
	Charset string
	// Body is decompressed and within the request's limit; the caller owns it.
	Body []byte
	// ETag and LastModified are for the next [Request], "" when not given.
	ETag, LastModified string
	// Unchanged tells that the copy named in the request is still good; Body is
	// empty then.
	Unchanged bool
}
