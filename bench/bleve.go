package main

import (
	"context"
	"fmt"
	"strings"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/custom"
	"github.com/blevesearch/bleve/v2/analysis/analyzer/keyword"
	"github.com/blevesearch/bleve/v2/analysis/tokenizer/whitespace"
	blevequery "github.com/blevesearch/bleve/v2/search/query"
)

// bleveEngine is bleve with scorch, given the same terms as everybody.
type bleveEngine struct {
	index bleve.Index
	batch *bleve.Batch
}

type bleveDoc struct {
	Words   string `json:"words"`
	Server  string `json:"server"`
	Article string `json:"article"`
}

func openBleve(_ context.Context, place string, fresh bool) (engine, error) {
	if !fresh {
		index, err := bleve.Open(place)
		return &bleveEngine{index: index}, err
	}
	m := bleve.NewIndexMapping()
	if err := m.AddCustomAnalyzer("terms", map[string]any{"type": custom.Name, "tokenizer": whitespace.Name}); err != nil {
		return nil, err
	}
	doc := bleve.NewDocumentStaticMapping()
	for name, analyzer := range map[string]string{"words": "terms", "server": keyword.Name, "article": keyword.Name} {
		f := bleve.NewTextFieldMapping()
		f.Analyzer, f.Store, f.IncludeTermVectors, f.IncludeInAll, f.DocValues = analyzer, false, false, false, false
		doc.AddFieldMappingsAt(name, f)
	}
	m.DefaultMapping = doc
	index, err := bleve.New(place, m)
	return &bleveEngine{index: index}, err
}

func (b *bleveEngine) add(_ context.Context, p page) error {
	if b.batch == nil {
		b.batch = b.index.NewBatch()
	}
	for _, d := range p.docs {
		if err := b.batch.Index(fmt.Sprintf("%s/%s/%d", p.server, p.article, d.Paragraph), bleveDoc{strings.Join(words(d), " "), p.server, p.article}); err != nil {
			return err
		}
	}
	if b.batch.Size() >= 1000 {
		return b.flush()
	}
	return nil
}

func (b *bleveEngine) flush() error {
	err := b.index.Batch(b.batch)
	b.batch = nil
	return err
}

func (b *bleveEngine) finish(context.Context) error {
	if b.batch == nil {
		return nil
	}
	return b.flush()
}

func (b *bleveEngine) find(ctx context.Context, q query) (int, error) {
	any := bleve.NewDisjunctionQuery()
	for _, term := range q.terms {
		t := bleve.NewTermQuery(term)
		t.SetField("words")
		any.AddQuery(t)
	}
	in := bleve.NewTermQuery(q.server)
	in.SetField("server")
	if q.article != "" {
		in = bleve.NewTermQuery(q.article)
		in.SetField("article")
	}
	in.SetBoost(0)
	request := bleve.NewSearchRequestOptions(blevequery.NewConjunctionQuery([]blevequery.Query{in, any}), best, 0, false)
	result, err := b.index.SearchInContext(ctx, request)
	if err != nil {
		return 0, err
	}
	return len(result.Hits), nil
}

func (b *bleveEngine) close() error { return b.index.Close() }
