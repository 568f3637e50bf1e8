package intake

import (
	"context"
	"fmt"
	"io"
	"os"
	"path/filepath"

	"onrecord/ingest"
	"onrecord/news"
	"onrecord/quotes"
)

// do gets a job's article and stores it. Doing it twice stores it once.
func (d *Desk) do(ctx context.Context, j *news.Job) (news.Outcome, error) {
	k := key{j.Library, j.ID}
	src, err := source(j)
	if err != nil {
		return news.Outcome{}, err
	}
	get := d.c.Getter
	at := progress{address: src.Address != ""}
	get.Told = func(s ingest.Step) {
		at.fetched = s == ingest.Reading
		d.setStep(k, at.String())
	}
	got, err := get.Get(ctx, src)
	if err != nil {
		return news.Outcome{}, err
	}
	a := got.Article
	r := quotes.Read(a)
	at.fetched, at.read, at.paragraphs, at.speakers = true, true, len(a.Citable()), Speaking(r)
	d.setStep(k, at.String())
	o := outcome(a, r)
	if d.c.Accept != nil && j.Feed != "" {
		if ok, err := d.c.Accept(ctx, j, a, r); err != nil || !ok {
			o.Skipped = true
			return o, err
		}
	}
	if err := d.mine(ctx, j); err != nil { // cancelled, perhaps: nothing is stored
		return o, err
	}
	if o.Article, o.Added, err = d.c.Store.Add(ctx, j.Library, a, r); err != nil {
		return o, err
	}
	if err := d.announce(ctx, j, o); err != nil {
		return o, err
	}
	return o, d.c.Store.Shelve(ctx, j.Library, news.Shelved{Article: o.Article, Came: d.c.Now(), Feed: j.Feed, ETag: got.ETag, Modified: got.LastModified})
}

// mine fails when a job is no longer this desk's to do.
func (d *Desk) mine(ctx context.Context, j *news.Job) error {
	step, _ := d.step(key{j.Library, j.ID})
	held, err := d.c.Store.KeepJob(ctx, j, d.c.Owner, step, d.c.Now().Add(d.c.Lease))
	if err == nil && !held {
		d.drop(key{j.Library, j.ID})
		return errLost
	}
	return err
}

// source reads a job's source; a path's file is opened only now.
func source(j *news.Job) (ingest.Source, error) {
	switch j.Kind {
	case news.FromAddress:
		return ingest.Source{Address: j.Source}, nil
	case news.FromFile:
		return ingest.Source{Name: j.Source, Data: j.Content}, nil
	}
	name := filepath.Base(j.Source)
	f, err := os.Open(j.Source)
	if err != nil {
		return ingest.Source{}, problem(fmt.Sprintf("%s can't be opened; check that it is still there and may be read.", name))
	}
	defer f.Close()
	data, err := io.ReadAll(io.LimitReader(f, ingest.MaxFile+1)) // the reader says what is too large
	if err != nil {
		return ingest.Source{}, problem(fmt.Sprintf("%s can't be read to its end.", name))
	}
	return ingest.Source{Name: name, Data: data}, nil
}

func outcome(a *news.Article, r *news.Reading) news.Outcome {
	return news.Outcome{
		Article: a.Ref(), Title: a.Title, URL: a.URL, Outlet: a.Outlet, Published: a.Info().Date(), Language: a.Language,
		Paragraphs: len(a.Citable()), Speakers: Speaking(r), Statements: len(r.Statements),
	}
}

// Speaking counts the speakers who are credited with something.
func Speaking(r *news.Reading) int {
	seen := map[string]bool{}
	for _, s := range r.Statements {
		if s.Speaker != "" {
			seen[s.Speaker] = true
		}
	}
	return len(seen)
}
