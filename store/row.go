package store

import (
	"database/sql"
	"time"

	"onrecord/news"
	"onrecord/retrieval"
)

// row is one version of an article in its stored form.
type row struct {
	id         string
	version    int
	newest     bool
	title      string
	untitled   bool
	url        string
	outlet     string
	authors    string
	language   string
	published  sql.NullInt64
	hash       []byte
	paragraphs string
	reading    string

	// Only the newest version has these in the tables that search.
	index   termIndex
	terms   []byte // index encoded
	credits []credit
}

// makeRow puts an article that has been checked into its stored form.
func makeRow(a *news.Article, r *news.Reading) (*row, error) {
	row := &row{
		id: a.ID, newest: true, title: a.Title, untitled: a.Untitled, url: a.URL, outlet: a.Outlet,
		language: a.Language, published: seconds(a.Published), hash: hash(a), credits: credits(r),
	}
	var err error
	if row.authors, err = encodeList(a.Authors); err != nil {
		return nil, err
	}
	if row.paragraphs, err = encodeParagraphs(a.Paragraphs); err != nil {
		return nil, err
	}
	if row.reading, err = encodeReading(r); err != nil {
		return nil, err
	}
	if row.index, err = indexDocs(retrieval.Docs(a, r)); err != nil {
		return nil, err
	}
	row.terms = row.index.encode()
	return row, nil
}

func (c *change) insert(key int64, r *row) error {
	if err := c.execHot(insertArticle, key, c.lib.id, r.id, r.version, flag(r.newest), r.title, flag(r.untitled), r.url, r.outlet, r.authors, r.language, r.published, r.hash, encodeLengths(r.index.lengths)); err != nil {
		return err
	}
	return c.execHot(insertBody, key, r.paragraphs, r.reading, r.terms)
}

const (
	insertArticle = `INSERT INTO article (key, library, id, version, newest, title, untitled, url, outlet, authors, language, published, hash, lengths)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`
	insertBody = `INSERT INTO body (key, paragraphs, reading, terms) VALUES (?, ?, ?, ?)`
)

// article is the row's article with its reading, decoded.
func (r *row) article() (*read, error) {
	a := &news.Article{
		ID: r.id, Version: r.version, Title: r.title, Untitled: r.untitled, URL: r.url, Outlet: r.outlet,
		Language: r.language, Published: timeOf(r.published),
	}
	var err error
	if a.Authors, err = decodeList(r.authors); err != nil {
		return nil, err
	}
	if a.Paragraphs, err = decodeParagraphs(r.paragraphs); err != nil {
		return nil, err
	}
	reading, err := decodeReading(r.reading, a.Ref())
	return &read{a, reading}, err
}

// rowColumns and scanRow go together.
const rowColumns = `a.key, a.id, a.version, a.newest, a.title, a.untitled, a.url, a.outlet, a.authors, a.language, a.published, a.hash, a.lengths, b.paragraphs, b.reading, b.terms`

func scanRow(rows *sql.Rows) (key int64, r *row, err error) {
	r = &row{}
	var newest, untitled int
	var lengths []byte
	if err := rows.Scan(&key, &r.id, &r.version, &newest, &r.title, &untitled, &r.url, &r.outlet, &r.authors, &r.language, &r.published, &r.hash, &lengths, &r.paragraphs, &r.reading, &r.terms); err != nil {
		return 0, nil, err
	}
	r.newest, r.untitled = newest == 1, untitled == 1
	if r.index, err = decodeTerms(r.terms); err == nil {
		r.index.lengths, err = decodeLengths(lengths)
	}
	return key, r, err
}

func flag(b bool) int {
	if b {
		return 1
	}
	return 0
}

// seconds is a time as stored: NULL when unknown.
func seconds(t time.Time) sql.NullInt64 {
	return sql.NullInt64{Int64: t.Unix(), Valid: !t.IsZero()}
}

func timeOf(n sql.NullInt64) time.Time {
	if !n.Valid {
		return time.Time{}
	}
	return time.Unix(n.Int64, 0).UTC()
}
