package main

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"

	"github.com/joho/godotenv"
)

// readDotEnv reads a file of NAME=value lines; there may be none. A parse error
// isn't passed on: its text repeats what stands in the file, secrets included.
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
	values, err := godotenv.Parse(bytes.NewReader(bytes.TrimPrefix(text, []byte("\ufeff"))))
	if err != nil {
		return nil, fmt.Errorf("%s can't be understood: write one NAME=value a line, comments after #", path)
	}
	return values, nil
}
