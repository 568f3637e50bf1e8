package main

import (
	"context"
	"io"
)

// qa asks questions that are not about a speaker, each of its own article. Its
// files have the form of speakerqa's, and the questions take the same path; the
// paragraphs are reported as retrieval ranks them.
func qa(ctx context.Context, in io.Reader, out io.Writer) error {
	return askAll(ctx, in, out, false)
}
