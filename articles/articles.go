// Package articles is the library that ships inside the binary.
package articles

import "embed"

// Files holds the pages, each as the text that was saved from it.
//
//go:embed *.txt
var Files embed.FS
