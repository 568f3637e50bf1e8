package terminal

import (
	"encoding/json"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"
)

func TestClean(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"plain words", "Mayor Ødegård said “no”.", "Mayor Ødegård said “no”."},
		{"line breaks and tabs", "one\ntwo\r\nthree\tfour", "one two  three four"},
		{"separators of lines and paragraphs", "one\u2028two\u2029three\u0085four", "one two three four"},
		{"colour sequence", "a\x1b[31mred", "a␛[31mred"},
		{"window title", "\x1b]0;owned\x07", "␛]0;owned␇"},
		{"one-character sequence", "a\u009b31m", "a\ufffd31m"},
		{"delete", "ab\x7f", "ab␡"},
		{"right-to-left override", "file\u202etxt.exe", "file\ufffdtxt.exe"},
		{"isolate", "\u2066x\u2069", "\ufffdx\ufffd"},
		{"direction marks stay", "\u200fשלום\u200e", "\u200fשלום\u200e"},
		{"joined emoji stay", "👩‍🚒", "👩‍🚒"},
		{"bytes that are no text", "a\xff\xfeb", "a\ufffd\ufffdb"},
		{"replacement character stays", "a\ufffdb", "a\ufffdb"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Clean(tt.in); got != tt.want {
				t.Errorf("Clean(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}

func FuzzClean(f *testing.F) {
	f.Add("plain")
	f.Add("\x1b[2J\u202e\xff\n")
	f.Fuzz(func(t *testing.T, s string) {
		got := Clean(s)
		if !utf8.ValidString(got) {
			t.Fatalf("Clean(%q) = %q, not valid UTF-8", s, got)
		}
		if i := strings.IndexFunc(got, func(r rune) bool { return unicode.IsControl(r) || reorders(r) }); i >= 0 {
			t.Fatalf("Clean(%q) = %q, unsafe at byte %d", s, got, i)
		}
		if again := Clean(got); again != got {
			t.Fatalf("Clean(%q) = %q, cleaned again %q", s, got, again)
		}
	})
}

func TestCleanJSON(t *testing.T) {
	const in = "“a” \u009b31m \u202e \x7f é"
	raw, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	clean := CleanJSON(raw)
	if strings.ContainsFunc(string(clean), obeyed) {
		t.Errorf("CleanJSON left something a terminal obeys: %q", clean)
	}
	var out string
	if err := json.Unmarshal(clean, &out); err != nil || out != in {
		t.Errorf("CleanJSON changed the value: %q (%v), want %q", out, err, in)
	}
	if !strings.Contains(string(clean), "“a”") {
		t.Errorf("CleanJSON escaped more than it should: %s", clean)
	}
}
