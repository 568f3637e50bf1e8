package store

import (
	"strings"
	"unicode/utf8"
)

// clean tells whether both databases keep s as it is: PostgreSQL takes neither
// broken UTF-8 nor the character 0.
func clean(s string) bool { return utf8.ValidString(s) && !strings.Contains(s, "\x00") }
