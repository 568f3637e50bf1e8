package news

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
	"time"
)

// Job is the work of getting one article into a library. It is done once,
// however often it is asked for and whatever ends meanwhile.
type Job struct {
	Library string
	// ID is derived from what is asked for, see [JobID].
	ID   string
	Kind JobKind
	// Source is the address, the file's name or the path.
	Source string
	// Content is the file's bytes; nil for the other kinds and once the job has
	// ended.
	Content []byte
	// Machine is where a path can be read, "" for anywhere.
	Machine string
	// Feed is the feed that brought it, "" for a person.
	Feed  string
	State JobState
	// Step is how far it has come, in a word or two for people.
	Step string
	// Attempts counts how often it was begun.
	Attempts int
	// Asked and Ended are when, Ended zero while it is open.
	Asked, Ended time.Time
	// Outcome is what came of it, zero while it is open.
	Outcome Outcome
}

// JobKind says what a job's source is.
type JobKind string

// The kinds of job.
const (
	FromAddress JobKind = "address" // a page or document on the web
	FromFile    JobKind = "file"    // bytes that somebody handed over
	FromPath    JobKind = "path"    // a file on one machine
)

// JobState says where a job stands.
type JobState string

// The states. The last three are ends.
const (
	Waiting   JobState = "waiting"
	Running   JobState = "running"
	Done      JobState = "done"
	Failed    JobState = "failed"
	Cancelled JobState = "cancelled"
)

// Ended tells whether a job in this state is over.
func (s JobState) Ended() bool { return s == Done || s == Failed || s == Cancelled }

// Outcome is what came of a job. Of a failed one only Problem is set.
type Outcome struct {
	Article    Ref    `json:"article"`
	Title      string `json:"title,omitempty"`
	URL        string `json:"url,omitempty"`
	Outlet     string `json:"outlet,omitempty"`
	Published  string `json:"published,omitempty"` // as 2006-01-02
	Language   string `json:"language,omitempty"`
	Added      bool   `json:"added,omitempty"` // false: it was there, word for word
	Skipped    bool   `json:"skipped,omitempty"`
	Paragraphs int    `json:"paragraphs,omitempty"`
	Speakers   int    `json:"speakers,omitempty"` // credited with something
	Statements int    `json:"statements,omitempty"`
	// Problem is a sentence that says why there is no article.
	Problem string `json:"problem,omitempty"`
}

// JobID derives a job's identifier, so that the same thing asked for twice is
// the same job.
func JobID(kind JobKind, source string, content []byte, machine, feed string) string {
	h := sha256.New()
	for _, part := range []string{string(kind), source, machine, feed, string(content)} {
		sum := sha256.Sum256([]byte(part))
		h.Write(sum[:])
	}
	return strings.ToLower(base32.StdEncoding.EncodeToString(h.Sum(nil)[:10]))
}
