package ingest

import (
	"context"
	"slices"
	"strings"

	"onrecord/ingest/docx"
	"onrecord/ingest/pdf"
	"onrecord/news"
)

// pdf reads a PDF. The dates and names that it holds are of the file, not of the
// article, so they are left alone.
func (d Document) pdf(ctx context.Context, cache string) (*news.Article, error) {
	file, err := pdf.Read(ctx, d.Data, cache)
	if err != nil {
		return nil, err
	}
	var blocks []block
	for i, b := range file.Blocks {
		text, isItem := cutBullet(squeeze(clean(b.Text)))
		m := plain
		const top = 4 // blocks: a newspaper's name and a date may stand above
		switch {
		case b.Heading && i < top && !hasMark(blocks, title):
			m = title
		case b.Heading:
			m = heading
		case isItem:
			m = bullet
		}
		blocks = append(blocks, block{text: text, mark: m})
	}
	return d.made(blocks, file.Title)
}

// docx reads a Word document.
func (d Document) docx() (*news.Article, error) {
	file, err := docx.Read(d.Data)
	if err != nil {
		return nil, err
	}
	marks := map[docx.Kind]mark{docx.Title: title, docx.Heading: heading, docx.Item: bullet, docx.Row: row, docx.Caption: legend}
	var blocks []block
	for _, b := range file.Blocks {
		blocks = append(blocks, block{text: squeeze(clean(b.Text)), mark: marks[b.Kind]})
	}
	return d.made(blocks, file.Title)
}

// made makes an article of a document's blocks. What the file calls itself is
// its title where the text has none, and where it reads like one.
func (d Document) made(blocks []block, called string) (*news.Article, error) {
	blocks = withoutEmpty(blocks)
	if err := checkSizes(blocks); err != nil {
		return nil, err
	}
	var m matter
	blocks = takeHeaderLines(blocks, &m)
	called = squeeze(clean(called))
	if m.title == "" && !hasMark(blocks, title) && len(strings.Fields(called)) >= 3 && !strings.ContainsAny(called, "\\/_") && !strings.HasPrefix(called, "Microsoft") {
		m.title = called
	}
	return assemble(blocks, classify(blocks), m)
}

func hasMark(blocks []block, m mark) bool {
	return slices.ContainsFunc(blocks, func(b block) bool { return b.mark == m })
}
