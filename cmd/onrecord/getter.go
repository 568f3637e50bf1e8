package main

import (
	"os"
	"path/filepath"

	"onrecord/ingest"
	"onrecord/ingest/apart"
	"onrecord/ingest/fetch"
)

// getter is what turns addresses and files into articles: it fetches in this
// process and reads in a child. The caller closes its client.
type getter struct {
	*ingest.Getter
	client *fetch.Client
}

func (g getter) Close() { g.client.Close() }

// newGetter returns a getter made as the settings say.
func (s *settings) newGetter() (getter, error) {
	o, err := s.fetching()
	if err != nil {
		return getter{}, err
	}
	client := fetch.New(o)
	return getter{&ingest.Getter{Fetch: client, Read: s.reader()}, client}, nil
}

// reader reads documents in child processes of this program, with as much memory
// as there is room for.
func (s *settings) reader() apart.Reader {
	plan := here()
	r := apart.Reader{Name: "onrecord", Memory: plan.reading}
	if plan.readers > 0 {
		r.Turns = make(chan struct{}, plan.readers)
	}
	// Nothing but time is lost where there is no such folder.
	if dir, err := os.UserCacheDir(); err == nil {
		r.Cache = filepath.Join(dir, "onrecord")
	}
	return r
}
