package retrieval

import (
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"

	"onrecord/news"
)

func TestTermsIn(t *testing.T) {
	for _, c := range []struct{ language, text, want string }{
		{"es-MX", "Los puentes del puerto, según Núñez, costarán 48 millones.", "puent puert nunez cost 48 millon"},
		{"fr", "L’usine d'Arles n’ouvrira qu'en 2026", "usin arle ouvr 2026"},
		{"de", "Die Brücken über den Häfen", "bruck haf"},
		{"it", "La chiusura dell'aeroporto", "chiusur aeroport"},
		{"pt-BR", "As negociações não terminaram", "negoc termin"},
		{"ru", "Мосты через гавань закрыты", "мост гаван закрыт"},
		{"ja", "東京都の橋 12月 NATO", "東京 京都 都の の橋 12 月 nato"},
		{"th", "สะพาน", "สะ ะพ พา าน"},
		{"zh", "桥", "桥"},
		{"en", "The bridges", "bridg"},
		{"", "The bridges", "bridg"},
		{"pl", "Mosty w porcie", "mosti w porci"},
	} {
		var got []string
		for _, term := range TermsIn(c.language, c.text) {
			got = append(got, term.Text)
		}
		if d := cmp.Diff(c.want, strings.Join(got, " ")); d != "" {
			t.Errorf("%s %q:\n%s", c.language, c.text, d)
		}
	}
}

// Whatever the text: terms in order, inside it, none empty; English as ever.
func FuzzTermsIn(f *testing.F) {
	f.Add("ja", "東京ー, abc")
	f.Add("fr", "l'\xff’x")
	f.Add("th", "\u0e31\u0e31a")
	f.Fuzz(func(t *testing.T, tag, text string) {
		last := 0
		for _, term := range TermsIn(tag, text) {
			if term.Text == "" || term.Start < last || term.End > len(text) || term.Start >= term.End || !utf8.ValidString(term.Text) && utf8.ValidString(text) {
				t.Fatalf("%q %q: term %+v after %d", tag, text, term, last)
			}
			last = term.Start
		}
		if d := cmp.Diff(Terms(text), TermsIn("en-GB", text)); d != "" {
			t.Errorf("English differs:\n%s", d)
		}
	})
}

func page(id, language string, paragraphs ...string) *news.Article {
	a := &news.Article{ID: id, Version: 1, Title: paragraphs[0], Language: language}
	for _, p := range paragraphs {
		a.Paragraphs = append(a.Paragraphs, news.Paragraph{Kind: news.Body, Text: p})
	}
	news.NumberParagraphs(a.Paragraphs)
	return a
}

// A library of several languages finds each article by its own language's forms
// of a question's words, asked in that language or in another.
func TestMixedLibrary(t *testing.T) {
	m := &Memory{}
	m.Add(page("en", "en", "The bridges of Kelmar were closed by the mayor after the storm.", "Nobody knows when the trams will run."), nil)
	m.Add(page("es", "es", "El alcalde de Kelmar cerró los puentes después de la tormenta.", "Las negociaciones con los tranvías continúan."), nil)
	m.Add(page("de", "de", "Der Bürgermeister von Kelmar schloss die Brücken nach dem Sturm.", "Die Verhandlungen über Straßenbahnen gehen weiter."), nil)
	m.Add(page("ja", "ja", "市長は嵐のあと港の橋を閉鎖した。", "路面電車は動かない。"), nil)
	for _, c := range []struct{ question, want string }{
		{"Who closed the bridge of Kelmar?", "en 1"},
		{"¿Quién cerró el puente de la ciudad?", "es 1"},
		{"¿Qué pasa con la negociación?", "es 2"},
		{"negociación", "es 2"},
		{"Wer schloss die Brücke?", "de 1"},
		{"Was wurde aus der Verhandlung?", "de 2"},
		{"橋は閉鎖されたか", "ja 1"},
		{"Did the trams run?", "en 2"},
	} {
		hits, err := Search(t.Context(), m, m, Scope{Library: "x"}, Query{Text: c.question})
		if err != nil || len(hits) == 0 {
			t.Errorf("%s: %d hits, %v", c.question, len(hits), err)
			continue
		}
		if got := hits[0].Article.ID + " " + string(rune('0'+hits[0].Paragraph)); got != c.want {
			t.Errorf("%s: %s, want %s", c.question, got, c.want)
		}
	}
}

// English documents keep exactly their terms, marks included: they have none.
func TestEnglishDocsAreUnmarked(t *testing.T) {
	for _, tag := range []string{"en", "en-US", "", "pl"} {
		for _, d := range Docs(page("x", tag, "The bridges of Kelmar."), nil) {
			for _, term := range d.Terms {
				if strings.HasPrefix(term.Term, foreignMark) {
					t.Errorf("%q: term %q", tag, term.Term)
				}
			}
		}
	}
}
