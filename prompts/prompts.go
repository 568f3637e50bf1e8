// Package prompts holds what a language model is told: text files that somebody
// who is no programmer can edit, and one typed function for each that fills it
// in. What strangers wrote goes in as JSON between two lines of a random code,
// so that nothing in it can pass for the prompt's own words.
package prompts

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strings"
	"text/template"
)

//go:embed *.tmpl
var embedded embed.FS

// Prompt is what a model is sent.
type Prompt struct {
	System, User string
	// Version names the prompt's file and its words: "answer-1f2e3d4c".
	Version string
}

// Set is the prompts of a program. It is safe for concurrent use.
type Set struct{ answer, search, followUp file }

// file is one prompt, parsed.
type file struct {
	version string
	text    *template.Template
}

// maxFile is the most that a prompt's file may hold, in bytes.
const maxFile = 64 << 10

// Load returns the built-in prompts, with those in their place that the folder
// dir has a file of the same name for; "" is no folder. A file that is no prompt
// is an error that says what is wrong with it.
func Load(dir string) (*Set, error) {
	s := &Set{}
	if dir != "" {
		info, err := os.Stat(dir)
		if err != nil || !info.IsDir() {
			return nil, fmt.Errorf("%s is no folder of prompts", dir)
		}
	}
	for _, one := range []struct {
		name string
		to   *file
	}{{"answer", &s.answer}, {"search", &s.search}, {"followup", &s.followUp}} {
		text, err := read(dir, one.name+".tmpl")
		if err != nil {
			return nil, err
		}
		if *one.to, err = parse(one.name, text); err != nil {
			return nil, fmt.Errorf("the prompt %s.tmpl can't be used: %w", one.name, err)
		}
	}
	return s, s.try()
}

// read reads a prompt's file from the folder, or else the built-in one.
func read(dir, name string) ([]byte, error) {
	if dir == "" {
		return embedded.ReadFile(name)
	}
	root, err := os.OpenRoot(dir)
	if err != nil {
		return nil, fmt.Errorf("open the folder of prompts: %w", err)
	}
	defer root.Close()
	f, err := root.Open(name)
	if errors.Is(err, fs.ErrNotExist) {
		return embedded.ReadFile(name)
	}
	if err != nil {
		return nil, fmt.Errorf("read the prompt %s: %w", name, err)
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxFile+1))
	if err == nil && len(text) > maxFile {
		err = fmt.Errorf("it is larger than %d bytes", maxFile)
	}
	if err != nil {
		return nil, fmt.Errorf("read the prompt %s: %w", name, err)
	}
	return text, nil
}

func parse(name string, text []byte) (file, error) {
	t, err := template.New(name).Option("missingkey=error").Parse(string(text))
	if err != nil {
		return file{}, err
	}
	for _, part := range []string{"system", "user"} {
		if t.Lookup(part) == nil {
			return file{}, fmt.Errorf("it has no part called %q", part)
		}
	}
	sum := sha256.Sum256(text)
	return file{version: name + "-" + hex.EncodeToString(sum[:4]), text: t}, nil
}

// try fills every prompt in once, so that a mistake in one shows at the start.
func (s *Set) try() error {
	_, err := s.Answer(Answering{Items: []Item{{Number: 1}}})
	if err == nil {
		_, err = s.Search("")
	}
	if err == nil {
		_, err = s.FollowUp("", []string{""})
	}
	return err
}

// fill renders a prompt.
func (f file) fill(data any) (Prompt, error) {
	p := Prompt{Version: f.version}
	var err error
	if p.System, err = f.part("system", data); err != nil {
		return Prompt{}, err
	}
	p.User, err = f.part("user", data)
	return p, err
}

func (f file) part(name string, data any) (string, error) {
	var b bytes.Buffer
	if err := f.text.ExecuteTemplate(&b, name, data); err != nil {
		return "", fmt.Errorf("fill in the prompt %s: %w", f.version, err)
	}
	return strings.TrimSpace(b.String()), nil
}
