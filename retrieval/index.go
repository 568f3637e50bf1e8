package retrieval

import (
	"context"

	"onrecord/news"
)

// Doc is what the index keeps of one citable paragraph, or of an article's
// title and headings (Paragraph 0). The store keeps it as it is and gives it
// back by term; what a term is, only this package knows.
type Doc struct {
	Paragraph int
	// Length is what document length BM25 should use, in terms.
	Length int
	// Terms are sorted and distinct. A term may carry a field's prefix.
	Terms []TermCount
}

// TermCount is a term and how often a document has it.
type TermCount struct {
	Term  string
	Count int
}

// Scope is the part of a library that a question is asked of.
type Scope struct {
	Library string
	Article string // an article's ID; "" for the whole library
}

// Counts are what ranking needs to know of a scope. Documents with Paragraph 0
// are left out of all of them.
type Counts struct {
	Docs   int   // how many documents
	Length int64 // sum of their lengths
	With   []int // parallel to the terms asked: how many documents have each
}

// Candidate is a document that has at least one of the terms asked for.
type Candidate struct {
	Article   news.Ref
	Published int64 // Unix seconds, 0 if unknown
	Paragraph int   // 0 for the article's title and headings
	Length    int
	Counts    []int // parallel to the terms asked: how often it has each
}

// Index is what ranking needs of a store: counts and candidates, never scores.
// Only the newest version of each article is searched.
type Index interface {
	Counts(ctx context.Context, in Scope, terms []string) (Counts, error)
	// Candidates returns the documents of the scope that have any of the
	// terms, Paragraph 0 included, ordered by article ID and paragraph.
	Candidates(ctx context.Context, in Scope, terms []string) ([]Candidate, error)
}
