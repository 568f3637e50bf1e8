// Package ingest turns a file into an article: it reads the bytes as text,
// finds the paragraphs and decides what each of them is.
package ingest

import "onrecord/news"

// File reads the bytes of a text or Markdown file called name. The article it
// returns is complete but for its Version. Errors wrap news.ErrBadInput and say
// what is wrong with the file in a sentence.
func File(name string, data []byte) (*news.Article, error) { return nil, nil }
