package retrieval

import (
	"cmp"
	"context"
	"slices"

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

// Match says which documents are candidates.
type Match struct {
	Terms []string
	// Leading is parallel to Terms: a document with none of the leading terms is
	// no candidate. Nil makes all of them lead.
	Leading []bool
}

// Leads tells whether the term at i leads.
func (m Match) Leads(i int) bool { return m.Leading == nil || m.Leading[i] }

// Candidate is a document that has at least one of the terms that lead, or the
// title and headings of an article that has such a document.
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
	// Candidates calls visit for every candidate of the scope: article by
	// article, in no order that is promised, and in each by paragraph, Paragraph
	// 0 first if it has any of the terms. There may be very many, so what visit
	// is given is used again after it returns.
	Candidates(ctx context.Context, in Scope, m Match, visit func(*Candidate)) error
}

// Collect lists all candidates by article ID and paragraph. It is for looking at an index, not for answering from it.
func Collect(ctx context.Context, idx Index, in Scope, m Match) ([]Candidate, error) {
	var out []Candidate
	err := idx.Candidates(ctx, in, m, func(c *Candidate) {
		kept := *c
		kept.Counts = slices.Clone(c.Counts)
		out = append(out, kept)
	})
	slices.SortFunc(out, func(a, b Candidate) int {
		return cmp.Or(cmp.Compare(a.Article.ID, b.Article.ID), cmp.Compare(a.Paragraph, b.Paragraph))
	})
	return out, err
}
