package ingest

import (
	"context"
	"log/slog"

	"onrecord/ingest/fetch"
	"onrecord/news"
	"onrecord/stages"
)

// A Getter turns sources into articles.
type Getter struct {
	Fetch Fetcher
	Read  Reader
	// Told, if set, is told how far [Getter.Get] has come, from the goroutine
	// that called it.
	Told func(Step)
}

// A Step is how far getting an article has come.
type Step string

// The steps, in order; a file is not fetched.
const (
	Fetching Step = "fetching"
	Reading  Step = "reading"
)

// Got is an article with what is needed to ask for it again.
type Got struct {
	Article *news.Article // complete but for its Version
	// ETag and LastModified are the page's, for a later [Getter.Again]; "" for
	// a file and where the server gives none.
	ETag, LastModified string
}

// Get gets one article. Errors that wrap news.ErrBadInput are sentences for
// whoever gave the source; nothing is stored or kept in either case.
func (g *Getter) Get(ctx context.Context, s Source) (*Got, error) {
	return g.Again(ctx, s, "", "")
}

// Again is [Getter.Get] for a page that was got before with these validators.
// It returns nil and no error when the server says that the page is unchanged.
func (g *Getter) Again(ctx context.Context, s Source, etag, lastModified string) (*Got, error) {
	d := Document{Name: s.Name, Data: s.Data}
	got := &Got{}
	if s.Address != "" {
		g.tell(Fetching)
		f, err := g.fetch(ctx, fetch.Request{Address: s.Address, ETag: etag, LastModified: lastModified})
		if err != nil || f.Unchanged {
			return nil, err
		}
		d = Document{Address: f.Address, Type: f.Type, Charset: f.Charset, Data: f.Body}
		got.ETag, got.LastModified = f.ETag, f.LastModified
	}
	g.tell(Reading)
	a, err := g.read(ctx, d)
	if err != nil {
		return nil, err
	}
	got.Article = a
	return got, nil
}

func (g *Getter) fetch(ctx context.Context, r fetch.Request) (*fetch.Fetched, error) {
	ctx, stage := stages.Begin(ctx, stages.Fetch)
	f, err := g.Fetch.Get(ctx, r)
	if err == nil {
		stage.Note(slog.String("type", f.Type), slog.Int("bytes", len(f.Body)), slog.Bool("unchanged", f.Unchanged))
	}
	stage.End(err)
	return f, err
}

func (g *Getter) read(ctx context.Context, d Document) (*news.Article, error) {
	ctx, stage := stages.Begin(ctx, stages.Read)
	a, err := g.Read.Read(ctx, d)
	stage.End(err)
	return a, err
}

func (g *Getter) tell(s Step) {
	if g.Told != nil {
		g.Told(s)
	}
}
