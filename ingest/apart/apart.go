// Package apart reads strangers' documents in a child process of the same
// binary, so that the worst of them costs one clear error and nothing else.
//
// The child is started anew for each document, with an empty environment, and
// limits on its memory and time. It gets the document on standard input and
// answers with JSON on standard output.
package apart

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"time"

	"onrecord/ingest"
	"onrecord/news"
)

// Argument is the only argument of the child process: the program that sees it
// calls [Serve] and does nothing else.
const Argument = "read-apart"

// The limits of one document.
const (
	MaxTime   = 30 * time.Second
	MaxMemory = 1 << 30
	maxAnswer = 32 << 20 // bytes of JSON
	tooMuch   = 9        // exit status of a child that takes more memory than it may
)

// Reader reads documents in child processes; see ingest.Reader. The zero value
// starts the program that is running.
type Reader struct {
	// Program is the path of the binary, "" for the one that is running.
	Program string
	// Name is what the child sees as its own name, "" for the path.
	Name string
	// Cache is a folder where compiled parts may be kept from one child to the
	// next, "" for none.
	Cache string
	// Time is the longest that one document takes, 0 for [MaxTime].
	Time time.Duration
	// Memory is the most bytes that one document takes, 0 for [MaxMemory]. The
	// child is not limited in it but on Linux.
	Memory uint64
	// Turns holds a token for each child that runs, so that as many run at once
	// as it has room for; nil for any number.
	Turns chan struct{}
}

// task is the line before the document.
type task struct {
	ingest.Document
	Cache  string `json:"cache,omitempty"`
	Memory uint64 `json:"memory"`
}

// reply is what the child answers: an article, or a sentence about why not.
type reply struct {
	Article   *news.Article `json:"article,omitempty"`
	Complaint string        `json:"complaint,omitempty"` // fit to be shown
	Fault     string        `json:"fault,omitempty"`     // not fit
}

// Read implements ingest.Reader. Plain text needs no child: reading it takes
// time and memory in proportion to its size.
func (r Reader) Read(ctx context.Context, d ingest.Document) (*news.Article, error) {
	if d.IsText() {
		return ingest.Here{}.Read(ctx, d)
	}
	if r.Memory == 0 {
		r.Memory = MaxMemory
	}
	line, err := json.Marshal(task{d, r.Cache, r.Memory})
	if err != nil {
		return nil, fmt.Errorf("describe a document: %w", err)
	}
	out, err := r.run(ctx, io.MultiReader(bytes.NewReader(append(line, '\n')), bytes.NewReader(d.Data)))
	if err != nil {
		return nil, err
	}
	var got reply
	if err := json.Unmarshal(out, &got); err != nil {
		return nil, fmt.Errorf("understand what the reading process answered: %w", err)
	}
	switch {
	case got.Complaint != "":
		return nil, complaint(got.Complaint)
	case got.Article == nil:
		return nil, fmt.Errorf("read a document: %s", got.Fault)
	}
	return got.Article, nil
}

// complaint is an error that is fit to be shown as it is.
type complaint string

func (c complaint) Error() string { return string(c) }
func (c complaint) Unwrap() error { return news.ErrBadInput }

// run starts the child and returns what it wrote.
func (r Reader) run(ctx context.Context, in io.Reader) ([]byte, error) {
	if r.Turns != nil {
		select {
		case r.Turns <- struct{}{}:
			defer func() { <-r.Turns }()
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	limit := r.Time
	if limit == 0 {
		limit = MaxTime
	}
	limited, cancel := context.WithTimeout(ctx, limit)
	defer cancel()
	program := r.Program
	if program == "" {
		var err error
		if program, err = os.Executable(); err != nil {
			return nil, fmt.Errorf("find the program that reads documents: %w", err)
		}
	}
	cmd := exec.CommandContext(limited, program, Argument)
	if r.Name != "" {
		cmd.Args[0] = r.Name
	}
	cmd.Env = []string{} // it sees no secrets
	cmd.Stdin = in
	var out bounded
	cmd.Stdout = &out
	cmd.WaitDelay = time.Second
	err := cmd.Run()
	switch {
	case err == nil:
		return out.Bytes(), nil
	case ctx.Err() != nil:
		return nil, ctx.Err()
	case limited.Err() != nil:
		return nil, complaint(fmt.Sprintf("Reading this took longer than %d seconds, so it was stopped: save the article's text as a file, and add that.", int(limit.Seconds())))
	}
	var exit *exec.ExitError
	if errors.As(err, &exit) {
		if r.Memory < MaxMemory {
			return nil, complaint(fmt.Sprintf("Reading this took more memory than there is here for one document (%d MB), or more time, so it was stopped: save the article's text as a file, and add that.", r.Memory>>20))
		}
		return nil, complaint("Reading this took more memory or time than any article needs, so it was stopped: save the article's text as a file, and add that.")
	}
	return nil, fmt.Errorf("start the process that reads documents: %w", err)
}

// bounded is a buffer that takes no more than an answer's bytes.
type bounded struct{ bytes.Buffer }

func (b *bounded) Write(p []byte) (int, error) {
	if b.Len()+len(p) > maxAnswer {
		return 0, errors.New("the answer is too long")
	}
	return b.Buffer.Write(p)
}

// Serve is the child: it reads one document from in and writes a reply to out.
// It sets limits on the process that calls it, for good.
func Serve(in io.Reader, out io.Writer) error {
	r := bufio.NewReader(in)
	line, err := r.ReadBytes('\n')
	if err != nil {
		return fmt.Errorf("read what to do: %w", err)
	}
	var t task
	if err := json.Unmarshal(line, &t); err != nil {
		return fmt.Errorf("read what to do: %w", err)
	}
	if err := confine(t.Memory); err != nil {
		return fmt.Errorf("limit the reading process: %w", err)
	}
	if t.Data, err = io.ReadAll(r); err != nil {
		return fmt.Errorf("read the document: %w", err)
	}
	return json.NewEncoder(out).Encode(answer(t))
}

func answer(t task) reply {
	a, err := ingest.Here{Cache: t.Cache}.Read(context.Background(), t.Document)
	switch {
	case err == nil:
		return reply{Article: a}
	case errors.Is(err, news.ErrBadInput):
		return reply{Complaint: err.Error()}
	}
	return reply{Fault: err.Error()}
}
