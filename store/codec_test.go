package store

import (
	"bytes"
	"testing"

	"github.com/google/go-cmp/cmp"

	"onrecord/retrieval"
)

func TestIndexDocs(t *testing.T) {
	doc := func(paragraph, length int, terms ...retrieval.TermCount) retrieval.Doc {
		return retrieval.Doc{Paragraph: paragraph, Length: length, Terms: terms}
	}
	a, b := retrieval.TermCount{Term: "a", Count: 1}, retrieval.TermCount{Term: "b", Count: 300}
	for _, c := range []struct {
		name string
		docs []retrieval.Doc
		want map[string][]place // nil when it is refused
	}{
		{"nothing", nil, map[string][]place{}},
		{"title and paragraphs", []retrieval.Doc{doc(0, 2, a), doc(1, 0), doc(2, 300, a, b), doc(900, 1, b)},
			map[string][]place{"a": {{0, 1}, {2, 1}}, "b": {{2, 300}, {900, 300}}}},
		{"paragraphs out of order", []retrieval.Doc{doc(2, 1, a), doc(1, 1, a)}, nil},
		{"one paragraph twice", []retrieval.Doc{doc(1, 1, a), doc(1, 1, a)}, nil},
		{"terms out of order", []retrieval.Doc{doc(1, 2, b, a)}, nil},
		{"one term twice", []retrieval.Doc{doc(1, 2, a, a)}, nil},
		{"an empty term", []retrieval.Doc{doc(1, 2, retrieval.TermCount{Count: 1})}, nil},
		{"a broken term", []retrieval.Doc{doc(1, 2, retrieval.TermCount{Term: "\xff", Count: 1})}, nil},
		{"a term that is not there", []retrieval.Doc{doc(1, 2, retrieval.TermCount{Term: "a"})}, nil},
	} {
		t.Run(c.name, func(t *testing.T) {
			x, err := indexDocs(c.docs)
			if (err != nil) != (c.want == nil) {
				t.Fatalf("indexDocs: %v", err)
			}
			if err != nil {
				return
			}
			decoded, err := decodeTerms(x.encode())
			if err != nil {
				t.Fatal(err)
			}
			if decoded.lengths, err = decodeLengths(encodeLengths(x.lengths)); err != nil {
				t.Fatal(err)
			}
			got := map[string][]place{}
			for _, term := range decoded.terms {
				if got[term], err = decoded.find(term); err != nil {
					t.Fatal(err)
				}
			}
			if d := cmp.Diff(c.want, got, cmp.AllowUnexported(place{})); d != "" {
				t.Errorf("places (-want +got):\n%s", d)
			}
			for _, doc := range c.docs {
				if n := (&head{lengths: decoded.lengths}).length(doc.Paragraph); n != doc.Length {
					t.Errorf("length of %d is %d, want %d", doc.Paragraph, n, doc.Length)
				}
			}
		})
	}
}

// FuzzDecode: damaged rows are errors. They never panic, loop or take more room
// than they have bytes for, and what can be read is written back the same.
func FuzzDecode(f *testing.F) {
	x, err := indexDocs([]retrieval.Doc{{Paragraph: 1, Length: 3, Terms: []retrieval.TermCount{{Term: "harbour", Count: 2}, {Term: "tram", Count: 1}}}})
	if err != nil {
		f.Fatal(err)
	}
	f.Add(x.encode())
	f.Add(append([]byte{7}, x.places[0]...))
	f.Add([]byte{0xff, 0xff, 0xff, 0xff, 0x7f, 1})
	f.Fuzz(func(t *testing.T, data []byte) {
		if x, err := decodeTerms(data); err == nil {
			if again, err := decodeTerms(x.encode()); err != nil || !cmp.Equal(x.terms, again.terms) {
				t.Errorf("written back: %v, %v", again.terms, err)
			}
		}
		if lengths, err := decodeLengths(data); err == nil && len(lengths) > len(data) {
			t.Errorf("%d lengths out of %d bytes", len(lengths), len(data))
		}
		chunks := []chunk{{0, data}}
		_, countErr := documents(chunks)
		b := newBuilder(retrieval.Match{Terms: []string{"harbour"}})
		found := 0
		err := merge([]*list{{chunks: chunks}}, b, func(int64) error {
			b.show(&head{}, func(*retrieval.Candidate) { found++ })
			return nil
		})
		if (err == nil) != (countErr == nil) {
			t.Errorf("counting: %v, merging: %v", countErr, err)
		}
		if found > len(data) {
			t.Errorf("%d places out of %d bytes", found, len(data))
		}
		if left, err := without(data, 7); err == nil && bytes.Contains(left, data) && len(data) > 0 && data[0] == 7 {
			t.Error("an article was not taken out")
		}
	})
}
