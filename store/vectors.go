package store

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"math"
	"slices"

	"onrecord/news"
)

// Bounds of vectors.
const (
	maxScanned    = 20_000 // vectors that one question is compared with, of the newest articles
	maxDimensions = 4096
)

// Vectorless is an article whose paragraphs have no vectors yet.
type Vectorless struct {
	Key     int64 // its place in the database, for [Store.KeepVectors]
	Article *news.Article
}

// Vectorless lists newest versions without vectors of a model, the last added
// first: those with a lower key than before, or any when that is 0, of any
// library.
func (s *Store) Vectorless(ctx context.Context, model string, before int64, limit int) ([]Vectorless, error) {
	if !named(model) || limit < 1 {
		return nil, nil
	}
	if before == 0 {
		before = math.MaxInt64
	}
	var keys []int64
	if err := s.read(ctx, `SELECT a.key FROM article a WHERE a.key < ? AND a.newest = 1
		AND NOT EXISTS (SELECT 1 FROM vector v WHERE v.library = a.library AND v.key = a.key AND v.model = ?)
		ORDER BY a.key DESC LIMIT ?`, []any{before, model, limit}, func(rows *sql.Rows) error {
		var key int64
		err := rows.Scan(&key)
		keys = append(keys, key)
		return err
	}); err != nil {
		return nil, s.failed("list what has no vectors", err)
	}
	var out []Vectorless
	for _, key := range keys {
		r, err := s.load(ctx, `a.key = ?`, []any{key})
		if err != nil {
			return nil, s.failed("list what has no vectors", err)
		}
		if r != nil { // else it is gone by now
			out = append(out, Vectorless{key, r.article})
		}
	}
	return out, nil
}

// KeepVectors keeps the vectors of an article's paragraphs, by number; none says
// that it has nothing to embed. It does nothing when the version is no longer the
// newest, nor in a database that can only be read.
func (s *Store) KeepVectors(ctx context.Context, model string, key int64, vectors map[int][]float32) error {
	if s.readOnly {
		return nil
	}
	if !named(model) || len(model) > maxName {
		return sentence("The name of an embedding model must be valid UTF-8 text of bounded length.", nil)
	}
	packed := map[int][]byte{}
	for paragraph, v := range vectors {
		data, ok := pack(v)
		if !ok || paragraph < 1 {
			return sentence(fmt.Sprintf("A vector must have 1 to %d finite numbers, not all of them 0.", maxDimensions), nil)
		}
		packed[paragraph] = data
	}
	if len(packed) == 0 {
		packed[0] = []byte{}
	}
	err := s.write(ctx, func(tx *sql.Tx) error {
		var library int64
		err := tx.QueryRowContext(ctx, s.d.rebind(`SELECT library FROM article WHERE key = ? AND newest = 1`), key).Scan(&library)
		if errors.Is(err, sql.ErrNoRows) {
			return nil
		}
		if err != nil {
			return err
		}
		for paragraph, data := range packed {
			if _, err := tx.ExecContext(ctx, s.d.rebind(`INSERT INTO vector (library, key, paragraph, model, data) VALUES (?, ?, ?, ?, ?)
				ON CONFLICT (library, key, paragraph, model) DO UPDATE SET data = excluded.data`), library, key, paragraph, model, data); err != nil {
				return err
			}
		}
		return nil
	})
	return s.failed("keep vectors", err)
}

// Nearest lists the paragraphs of a library, or of one article of it, whose
// vectors of a model have the highest cosine with v, in the order of
// [news.Nearer]. It compares with the 20,000 vectors last added at most; both
// databases count alike, in whole numbers. Vectors of another length are passed
// over.
func (s *Store) Nearest(ctx context.Context, library, article, model string, v []float32, limit int) ([]news.Near, error) {
	q, ok := pack(v)
	if !ok || !named(library, article, model) {
		return nil, nil
	}
	query, args := ``, []any{library, model}
	if article != "" {
		query, args = ` AND a.id = ?`, append(args, article)
	}
	var out []news.Near
	norm := dot(q, q)
	err := s.read(ctx, `SELECT a.id, a.version, v.paragraph, v.data FROM library l JOIN vector v ON v.library = l.id JOIN article a ON a.key = v.key
		WHERE l.name = ? AND v.model = ? AND a.newest = 1`+query+` ORDER BY v.key DESC, v.paragraph DESC LIMIT ?`, append(args, maxScanned), func(rows *sql.Rows) error {
		var n news.Near
		var data sql.RawBytes
		if err := rows.Scan(&n.Article.ID, &n.Article.Version, &n.Paragraph, &data); err != nil || len(data) != len(q) {
			return err
		}
		if n.Score = int(math.Round(1e6 * float64(dot(q, data)) / math.Sqrt(float64(norm)*float64(dot(data, data))))); n.Score > 0 {
			out = append(out, n)
		}
		return nil
	})
	if err != nil {
		return nil, s.failed("find what is near", err)
	}
	slices.SortFunc(out, news.Nearer)
	return out[:min(len(out), max(limit, 0))], nil
}

// pack makes one signed byte of each number of a vector, its largest becoming
// 127: only the direction matters. ok is false for what has none.
func pack(v []float32) (data []byte, ok bool) {
	if len(v) == 0 || len(v) > maxDimensions {
		return nil, false
	}
	var largest float64
	for _, x := range v {
		f := math.Abs(float64(x))
		if math.IsNaN(f) || math.IsInf(f, 0) {
			return nil, false
		}
		largest = max(largest, f)
	}
	if largest == 0 {
		return nil, false
	}
	data = make([]byte, len(v))
	for i, x := range v {
		data[i] = byte(int8(math.Round(float64(x) / largest * math.MaxInt8)))
	}
	return data, true
}

// dot is the product of two packed vectors of one length.
func dot(a, b []byte) int64 {
	var sum int64
	for i, x := range a {
		sum += int64(int8(x)) * int64(int8(b[i]))
	}
	return sum
}
