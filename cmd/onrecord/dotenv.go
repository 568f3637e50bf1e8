package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"unicode"

	"github.com/joho/godotenv"
)

// readDotEnv reads a file of NAME=value lines; there may be none. A parse error
// isn't passed on, but for the line: its text repeats what stands in the file,
// secrets included.
func readDotEnv(path string) (map[string]string, error) {
	info, err := os.Stat(path)
	if errors.Is(err, fs.ErrNotExist) || err == nil && info.IsDir() {
		return nil, nil
	}
	f, err := os.Open(path)
	if err != nil {
		return nil, fmt.Errorf("%s can't be read by whoever runs onrecord: %w", path, err)
	}
	defer f.Close()
	const most = 1 << 20
	text, err := io.ReadAll(io.LimitReader(f, most))
	if err != nil {
		return nil, fmt.Errorf("read %s: %w", path, err)
	}
	// What editors on Windows put in front.
	if bytes.HasPrefix(text, []byte("\xff\xfe")) || bytes.HasPrefix(text, []byte("\xfe\xff")) {
		return nil, fmt.Errorf("%s is in UTF-16: save it as UTF-8", path)
	}
	text = bytes.TrimPrefix(text, []byte("\ufeff"))
	values, err := godotenv.UnmarshalBytes(text)
	if err == nil && named(values) {
		return values, nil
	}
	if n := wrongLine(string(text)); n > 0 {
		path = fmt.Sprintf("line %d of %s", n, path)
	}
	return nil, fmt.Errorf("%s can't be understood: write one NAME=value a line, comments after #", path)
}

// named tells whether all values have a name: the parser takes what it finds before
// a sign for one, and nothing for the last line without a sign.
func named(values map[string]string) bool {
	for name := range values {
		if name == "" || strings.ContainsFunc(name, unicode.IsSpace) {
			return false
		}
	}
	return true
}

// wrongLine is the first line of settings that can't be understood, 0 for none.
func wrongLine(text string) int {
	lines := strings.SplitAfter(text, "\n")
	for i := 0; i < len(lines); {
		n := settingLines(lines[i:])
		if n == 0 {
			return i + 1
		}
		i += n
	}
	return 0
}

// settingLines is how many lines the first setting takes, 0 when it is none. One in
// quotation marks may go on over several.
func settingLines(lines []string) int {
	const most = 64
	for n := 1; n <= min(len(lines), most); n++ {
		if values, err := godotenv.Unmarshal(strings.Join(lines[:n], "")); err == nil && named(values) {
			return n
		}
	}
	return 0
}
