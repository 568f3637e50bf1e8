package retrieval

import (
	"sort"

	"onrecord/news"
)

// bySpeaker marks, in front of a name's word, that somebody of that name is
// credited with something in the paragraph.
const bySpeaker = "§"

// Docs is what the index should keep of an article: one Doc a citable
// paragraph in order, preceded by the article's own (Paragraph 0). A nil
// reading credits nobody.
func Docs(a *news.Article, r *news.Reading) []Doc {
	credited := creditedNames(r)
	top := docBuilder{language: a.Language}
	top.add(a.Title)
	docs := []Doc{{}}
	for _, p := range a.Paragraphs {
		if p.Kind == news.Heading {
			top.add(p.Text)
		}
		if p.Number == 0 {
			continue
		}
		b := docBuilder{language: a.Language}
		b.add(p.Text)
		b.terms = append(b.terms, markers(a.Language)...)
		for _, name := range credited[p.Number] {
			b.credit(name)
		}
		docs = append(docs, b.doc(p.Number))
	}
	docs[0] = top.doc(0)
	return docs
}

// creditedNames lists, by paragraph, the names of whoever is credited there.
func creditedNames(r *news.Reading) map[int][]string {
	if r == nil {
		return nil
	}
	names := make(map[string][]string, len(r.Speakers))
	for _, s := range r.Speakers {
		names[s.ID] = append([]string{s.Name}, s.Aliases...)
	}
	type place struct {
		paragraph int
		speaker   string
	}
	seen := make(map[place]bool)
	out := make(map[int][]string)
	for _, st := range r.Statements {
		for _, c := range st.Content {
			at := place{c.Paragraph, st.Speaker}
			if st.Speaker == "" || seen[at] {
				continue
			}
			seen[at] = true
			out[c.Paragraph] = append(out[c.Paragraph], names[st.Speaker]...)
		}
	}
	return out
}

// docBuilder counts the terms of a document.
type docBuilder struct {
	language string
	terms    []string
	length   int
	credited map[string]bool
}

func (b *docBuilder) add(text string) {
	for _, t := range TermsIn(b.language, text) {
		b.terms = append(b.terms, t.Text)
		if t.Kind != Joined {
			b.length++
		}
	}
}

// credit notes the words of a name, each once.
func (b *docBuilder) credit(name string) {
	for _, t := range speakerTerms(name) {
		if b.credited[t] {
			continue
		}
		if b.credited == nil {
			b.credited = make(map[string]bool)
		}
		b.credited[t] = true
		b.terms = append(b.terms, t)
	}
}

// speakerTerms are the index's terms for somebody of that name being credited.
func speakerTerms(name string) []string {
	var out []string
	for _, t := range Terms(name) {
		out = append(out, bySpeaker+t.Text)
	}
	return out
}

func (b *docBuilder) doc(paragraph int) Doc {
	sort.Strings(b.terms)
	d := Doc{Paragraph: paragraph, Length: b.length}
	for i, t := range b.terms {
		if i > 0 && t == b.terms[i-1] {
			d.Terms[len(d.Terms)-1].Count++
			continue
		}
		d.Terms = append(d.Terms, TermCount{Term: t, Count: 1})
	}
	return d
}
