package store

import (
	"encoding/binary"
	"errors"
	"fmt"
	"sort"

	"onrecord/retrieval"
)

// The index is kept in two forms that share one building block, the places of
// a term in an article: how many documents have it, and for each of them the
// step from the paragraph before and how often the term stands there. All
// numbers are variable-length.
//
// body.terms is the article's own index: its terms in order, each with its
// places. posting.data is a term's list for a run of 64 articles: one byte with
// the article's place in the run, then the places. The newest articles are not
// in those lists yet, see pending.go.

// chunkBits says how many articles share a row of postings. Longer rows are
// fewer to read and dearer to rewrite; 64 keep nearly all rows within a page.
const chunkBits = 6

// maxParagraph bounds what a damaged row can make a reader take room for.
const maxParagraph = 1 << 20

var errIndex = errors.New("the stored index is damaged")

// place is a document that has a term.
type place struct{ paragraph, count int }

// termIndex is one article's index, decoded.
type termIndex struct {
	lengths []int32 // of paragraphs 0, 1, 2 …
	terms   []string
	places  [][]byte // parallel to terms
}

// indexDocs turns an article's documents into its index. Documents out of
// order, or terms that are not sorted, are an error of the program.
func indexDocs(docs []retrieval.Doc) (termIndex, error) {
	at := map[string][]place{}
	var x termIndex
	last := -1
	for _, d := range docs {
		if d.Paragraph <= last || d.Paragraph > maxParagraph || d.Length < 0 || d.Length > 1<<30 {
			return x, fmt.Errorf("document %d after %d with length %d can't be indexed", d.Paragraph, last, d.Length)
		}
		for len(x.lengths) < d.Paragraph {
			x.lengths = append(x.lengths, 0)
		}
		x.lengths = append(x.lengths, int32(d.Length))
		last = d.Paragraph
		for i, t := range d.Terms {
			if t.Term == "" || !clean(t.Term) || t.Count < 1 || i > 0 && d.Terms[i-1].Term >= t.Term {
				return x, fmt.Errorf("term %q of document %d can't be indexed", t.Term, d.Paragraph)
			}
			at[t.Term] = append(at[t.Term], place{d.Paragraph, t.Count})
		}
	}
	for term := range at {
		x.terms = append(x.terms, term)
	}
	sort.Strings(x.terms)
	for _, term := range x.terms {
		x.places = append(x.places, appendPlaces(nil, at[term]))
	}
	return x, nil
}

func appendPlaces(b []byte, places []place) []byte {
	b = binary.AppendUvarint(b, uint64(len(places)))
	from := 0
	for _, p := range places {
		b = binary.AppendUvarint(b, uint64(p.paragraph-from))
		b = binary.AppendUvarint(b, uint64(p.count))
		from = p.paragraph
	}
	return b
}

// number takes one number off b; it returns a nil rest when there is none.
func number(b []byte) (n int, rest []byte) {
	if len(b) > 0 && b[0] < 0x80 { // nearly all of them
		return int(b[0]), b[1:]
	}
	v, size := binary.Uvarint(b)
	if size <= 0 || v > 1<<31 {
		return 0, nil
	}
	return int(v), b[size:]
}

// places decodes the places at the head of b into the room of into.
func places(b []byte, into []place) (found []place, rest []byte, err error) {
	n, b := number(b)
	if b == nil || n > len(b) {
		return nil, nil, errIndex
	}
	from := 0
	for range n {
		var step, count int
		if step, b = number(b); b != nil {
			count, b = number(b)
		}
		if from += step; b == nil || from > maxParagraph {
			return nil, nil, errIndex
		}
		into = append(into, place{from, count})
	}
	return into, b, nil
}

// encode is the form kept in body.terms.
func (x termIndex) encode() []byte {
	b := binary.AppendUvarint(nil, uint64(len(x.terms)))
	for i, term := range x.terms {
		b = binary.AppendUvarint(b, uint64(len(term)))
		b = append(b, term...)
		b = binary.AppendUvarint(b, uint64(len(x.places[i])))
		b = append(b, x.places[i]...)
	}
	return b
}

// decodeTerms reads what encode wrote; the result keeps b.
func decodeTerms(b []byte) (termIndex, error) {
	text := string(b) // all terms share one string
	n, b := number(b)
	if b == nil || n > len(b) {
		return termIndex{}, errIndex
	}
	x := termIndex{terms: make([]string, n), places: make([][]byte, n)}
	for i := range n {
		var term, at []byte
		term, b = stretch(b)
		end := len(text) - len(b)
		if b != nil {
			at, b = stretch(b)
		}
		if b == nil {
			return termIndex{}, errIndex
		}
		x.terms[i], x.places[i] = text[end-len(term):end], at
	}
	return x, nil
}

// eachTerm walks what encode wrote, in the order of terms, until f returns false.
// What f is given is part of b.
func eachTerm(b []byte, f func(term, places []byte) bool) error {
	n, b := number(b)
	if b == nil || n > len(b) {
		return errIndex
	}
	for range n {
		var term, at []byte
		if term, b = stretch(b); b != nil {
			at, b = stretch(b)
		}
		if b == nil {
			return errIndex
		}
		if !f(term, at) {
			return nil
		}
	}
	return nil
}

// stretch takes a length and so many bytes off b.
func stretch(b []byte) (s, rest []byte) {
	n, b := number(b)
	if b == nil || n > len(b) {
		return nil, nil
	}
	return b[:n:n], b[n:]
}

// encodeLengths and decodeLengths are the form kept in article.lengths.
func encodeLengths(lengths []int32) []byte {
	b := make([]byte, 0, len(lengths))
	for _, n := range lengths {
		b = binary.AppendUvarint(b, uint64(n))
	}
	return b
}

func decodeLengths(b []byte) ([]int32, error) {
	lengths := make([]int32, 0, len(b))
	for len(b) > 0 {
		n, rest := number(b)
		if rest == nil {
			return nil, errIndex
		}
		lengths, b = append(lengths, int32(n)), rest
	}
	return lengths, nil
}

// size tells how many documents an article adds to its library, and their
// length together; its title and headings (paragraph 0) are not counted.
func size(lengths []int32) (docs int, length int64) {
	for i, n := range lengths {
		if i > 0 {
			docs++
			length += int64(n)
		}
	}
	return docs, length
}
