package store

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"

	"onrecord/news"
)

// Bounds on what is stored. They lie far above any real article.
const (
	maxParagraphs = 20_000
	maxText       = 8 << 20 // bytes of all paragraphs together
	maxName       = 4_000   // bytes of a title, an address, a name
	maxLibrary    = 200     // bytes of a library's name
)

// checkArticle tells whether an article can be kept as it is. Complaints about
// the article itself are news.ErrBadInput; a span that does not fit is the
// program's mistake and news.ErrBadSpan.
func checkArticle(a *news.Article, r *news.Reading) error {
	if a == nil || r == nil {
		return fmt.Errorf("store: an article and its reading are needed")
	}
	if a.ID == "" || len(a.ID) > maxLibrary || !clean(a.ID) {
		return sentence("The article has no usable identifier.", nil)
	}
	for _, s := range append([]string{a.Title, a.URL, a.Outlet, a.Language}, a.Authors...) {
		if len(s) > maxName {
			return sentence(fmt.Sprintf("The article's title, address or authors are longer than %d bytes; shorten them.", maxName), nil)
		}
		if !clean(s) {
			return sentence("The article's title, address or authors are not valid UTF-8 text; save it as UTF-8 and try again.", nil)
		}
	}
	if len(a.Paragraphs) > maxParagraphs {
		return sentence(fmt.Sprintf("The article has %d paragraphs; at most %d can be stored.", len(a.Paragraphs), maxParagraphs), nil)
	}
	total := 0
	for i, p := range a.Paragraphs {
		if total += len(p.Text); total > maxText {
			return sentence(fmt.Sprintf("The article is longer than %d bytes; split it.", maxText), nil)
		}
		if !clean(p.Text) || !clean(string(p.Kind)) {
			return sentence(fmt.Sprintf("Paragraph %d of the page is not valid UTF-8 text; save the article as UTF-8 and try again.", i+1), nil)
		}
	}
	return checkReading(a, r)
}

func checkReading(a *news.Article, r *news.Reading) error {
	for _, s := range r.Speakers {
		for _, text := range append([]string{s.ID, s.Name, s.Role, string(s.Kind)}, s.Aliases...) {
			if !clean(text) {
				return fmt.Errorf("store %s: speaker %q is not valid text", a.ID, text)
			}
		}
	}
	lengths := map[int]int{}
	for _, p := range a.Paragraphs {
		if p.Number > 0 {
			lengths[p.Number] = len(p.Text)
		}
	}
	for _, s := range r.Statements {
		for _, span := range append([]news.Span{s.Passage, s.Source, s.Cue}, s.Content...) {
			if span.Zero() {
				continue
			}
			n, ok := lengths[span.Paragraph]
			if !ok || span.Article != a.Ref() || span.Start < 0 || span.Start >= span.End || span.End > n {
				return fmt.Errorf("store %s: %v: %w", a.ID, span, news.ErrBadSpan)
			}
		}
		for _, text := range []string{s.Speaker, string(s.Kind), string(s.Stance), s.Verb, s.Rule, s.Why} {
			if !clean(text) {
				return fmt.Errorf("store %s: statement text %q is not valid text", a.ID, text)
			}
		}
	}
	return nil
}

// hash covers everything shown of an article: what changes it makes a new
// version. Identifier and version number are not part of it.
func hash(a *news.Article) []byte {
	h := sha256.New()
	put := func(s string) {
		var n [8]byte
		binary.BigEndian.PutUint64(n[:], uint64(len(s)))
		h.Write(n[:])
		h.Write([]byte(s))
	}
	published := ""
	if !a.Published.IsZero() {
		published = fmt.Sprint(a.Published.Unix())
	}
	for _, s := range []string{a.Title, fmt.Sprint(a.Untitled), a.URL, a.Outlet, a.Language, published, fmt.Sprint(len(a.Authors))} {
		put(s)
	}
	for _, s := range a.Authors {
		put(s)
	}
	for _, p := range a.Paragraphs {
		put(string(p.Kind))
		put(p.Text)
	}
	return h.Sum(nil)
}
