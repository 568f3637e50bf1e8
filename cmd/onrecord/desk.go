package main

import (
	"cmp"
	"context"
	"errors"
	"io"
	"log/slog"

	"onrecord/feeds"
	"onrecord/intake"
	"onrecord/news"
)

// desk is where a command gets articles: the queue with workers of its own, and
// what follows feeds.
type desk struct {
	*intake.Desk
	follower *feeds.Follower
	close    func()
}

// openDesk returns a desk whose workers run until it is closed.
func (p *program) openDesk(ctx context.Context, lib *library) (*desk, error) {
	g, err := p.settings.newGetter()
	if err != nil {
		return nil, err
	}
	quiet := slog.New(slog.NewTextHandler(io.Discard, nil)) // what goes wrong is told by each job
	d := &desk{}
	d.follower = feeds.New(feeds.Config{Store: lib.Store, Fetch: g.Fetch, Logger: quiet, Queued: func() { d.Wake() }})
	d.Desk = intake.New(intake.Config{Store: lib.Store, Getter: *g.Getter, Accept: d.follower.Accept, Logger: quiet})
	working, stop := context.WithCancel(ctx)
	done := make(chan struct{})
	go func() {
		defer close(done)
		d.Run(working)
	}()
	d.close = func() {
		stop()
		<-done
		g.Close()
	}
	return d, nil
}

// addAddresses gets the articles at addresses, several at a time. What an end
// in the middle leaves is in the queue: the next command that adds from
// addresses does it, or onrecord serve.
func (p *program) addAddresses(ctx context.Context, lib *library, addresses []string, m *meter) ([]addedJSON, error) {
	d, err := p.openDesk(ctx, lib)
	if err != nil {
		return nil, err
	}
	defer d.close()
	var jobs []news.Job
	for _, address := range addresses {
		jobs = append(jobs, intake.Address(news.HomeLibrary, address))
	}
	if err := d.Put(ctx, jobs...); err != nil {
		return nil, err
	}
	var added []addedJSON
	var failed []error
	for _, j := range jobs {
		j, err := d.Follow(ctx, j.Library, j.ID, m.step)
		if err != nil {
			return added, errors.Join(append(failed, err)...)
		}
		m.next(j.Source)
		o := j.Outcome
		if j.State != news.Done {
			failed = append(failed, errors.New(cmp.Or(o.Problem, j.Source+": that was cancelled")))
			continue
		}
		added = append(added, addedJSON{
			File: j.Source, Added: o.Added, Paragraphs: o.Paragraphs, Speakers: o.Speakers, Statements: o.Statements,
			articleJSON: articleJSON{ID: o.Article.ID, Version: o.Article.Version, Title: o.Title, URL: o.URL, Outlet: o.Outlet, Published: o.Published},
		})
	}
	return added, errors.Join(failed...)
}
