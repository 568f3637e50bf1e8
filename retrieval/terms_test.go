package retrieval

import (
	"strings"
	"testing"
	"unicode/utf8"
)

func TestTerms(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"figures with a unit", "a 48-hour ceasefire", "48 hour ceasefir"},
		{"the same in words", "forty-eight-hour ceasefire", "48 hour ceasefir"},
		{"the same apart", "48 hours of ceasefire", "48 hour ceasefir"},
		{"a hyphened word is also one", "a cease-fire", "ceas fire ceasefir"},
		{"long phrases are not", "day-to-day work", "day day work"},
		{"numbers in words", "two hundred and five thousand people", "205000 peopl"},
		{"a scale after figures", "$2.5 million", "dollar 2500000"},
		{"a scale written to them", "£3.5bn", "pound 3500000000"},
		{"percent in three ways", "45% or 45 per cent or 45 percent", "45 percent 45 percent 45 percent"},
		{"thousands", "1,200 people, 3,4 of them", "1200 peopl 3 4"},
		{"ordinals", "the nineteenth and the 19th, the 1st and the first", "19th 19th first first"},
		{"decades", "in the 1990s", "1990s"},
		{"a country in four ways", "the United States, the U.S., the US and the USA", "usa usa usa usa"},
		{"in small letters after the", "what did the us say", "usa say"},
		{"the pronoun", "tell us", "tell"},
		{"initials that are words", "WHO, who", "who"},
		{"months", "Sept. 19 and September 19", "septemb 19 septemb 19"},
		{"possessives", "Kirby's and the Kirbys’ words", "kirbi kirbi word"},
		{"contractions", "they didn’t, we're, O'Brien", "obrien"},
		{"accents and ligatures", "Café ﬁne Łódź", "cafe fine lodz"},
		{"full width", "ＡＢＣ １２", "abc 12"},
		{"nothing", " … !", ""},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := joinTerms(Terms(tt.text)); got != tt.want {
				t.Errorf("Terms(%q) = %q, want %q", tt.text, got, tt.want)
			}
		})
	}
}

func TestTermsKnowTheirPlace(t *testing.T) {
	text := "“Forty-eight hours,” said Łukasz's aide at the U.S. mission; $2.5 million."
	want := []string{"Forty-eight", "hours", "said", "Łukasz's", "aide", "U.S", "mission", "$", "2.5 million"}
	terms := Terms(text)
	if len(terms) != len(want) {
		t.Fatalf("%d terms, want %d: %s", len(terms), len(want), joinTerms(terms))
	}
	for i, term := range terms {
		if got := text[term.Start:term.End]; got != want[i] {
			t.Errorf("term %q stands for %q, want %q", term.Text, got, want[i])
		}
	}
}

func joinTerms(terms []Term) string {
	var out []string
	for _, t := range terms {
		out = append(out, t.Text)
	}
	return strings.Join(out, " ")
}

// FuzzTerms holds for any text: the terms are in order and stand on whole
// characters, no database would cut one again, and none is endless.
func FuzzTerms(f *testing.F) {
	for _, s := range []string{"", "48-hour", "U.S.", "a'b'c", "½ ﬁ ß", "\xff\xfe", "1.2.3,456", "two hundred and", "$€%", "x-y-z", "İstanbul ǅ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, text string) {
		last := 0
		for _, term := range Terms(text) {
			if term.Kind != Joined {
				if term.Start < last {
					t.Fatalf("%+v begins before %d", term, last)
				}
				last = term.Start
			}
			if term.Start >= term.End || term.End > len(text) {
				t.Fatalf("%+v is outside a text of %d bytes", term, len(text))
			}
			if utf8.ValidString(text) && !utf8.ValidString(text[term.Start:term.End]) {
				t.Fatalf("%+v splits a character", term)
			}
			if term.Text == "" || len(term.Text) > 40*maxPiece {
				t.Fatalf("%+v is %d bytes long", term, len(term.Text))
			}
			for _, r := range term.Text {
				if r < utf8.RuneSelf && (r < '0' || '9' < r && r < 'a' || r > 'z') {
					t.Fatalf("%+v holds %q", term, r)
				}
			}
		}
	})
}

// FuzzFold holds that a folded word is folded already.
func FuzzFold(f *testing.F) {
	for _, s := range []string{"Straße", "ﬁ", "1.5", "ÅÄÖ", "İ", "Ⅷ", "·", "ᾳ"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, word string) {
		once := Fold(word)
		if twice := Fold(once); twice != once {
			t.Errorf("Fold(%q) = %q, folded again %q", word, once, twice)
		}
	})
}
