package speakers

import (
	"strings"
	"testing"

	"onrecord/news"
)

func card(name, role string, kind news.SpeakerKind, aliases ...string) news.Card {
	return news.Card{Speaker: news.Speaker{ID: slug(name), Name: name, Role: role, Kind: kind, Aliases: aliases}, Direct: 1, Articles: 1}
}

// library is an invented one with the usual troubles: two of one given name,
// two of one surname, a surname that is a word, a joint speaker.
func library() []news.Card {
	return []news.Card{
		card("Sergei Ryabkov", "Russian Deputy Foreign Minister", news.Person, "Ryabkov"),
		card("John Kerry", "U.S. Secretary of State", news.Person, "Kerry"),
		card("John Kirby", "U.S. State Department spokesman", news.Person, "Kirby"),
		card("Dmitry Peskov", "Kremlin spokesperson", news.Person, "Peskov"),
		card("Elizabeth Marlow", "senator", news.Person, "Marlow"),
		card("Henry Marlow", "", news.Person),
		card("Alma Stone", "mayor", news.Person),
		card("José Ibáñez", "", news.Person),
		card("Bashar al-Assad", "Syrian President", news.Person),
		card("United States", "", news.Country, "U.S."),
		card("Federal Harbour Office", "", news.Institution, "FHO"),
		card("Russian diplomats", "", news.Group),
		card("John Kirby and Dmitry Peskov", "", news.Group, "John Kirby", "Dmitry Peskov"),
	}
}

func names(cards []news.Card) string {
	var ns []string
	for _, c := range cards {
		ns = append(ns, c.Name)
	}
	return strings.Join(ns, ", ")
}

func TestMatch(t *testing.T) {
	for _, tc := range []struct{ name, typed, cards, nearest string }{
		{"full name", "Sergei Ryabkov", "Sergei Ryabkov", ""},
		{"surname", "Ryabkov", "Sergei Ryabkov", ""},
		{"small letters", "ryabkov", "Sergei Ryabkov", ""},
		{"last name first", "Ryabkov, Sergei", "Sergei Ryabkov", ""},
		{"turned without a comma", "Ryabkov Sergei", "Sergei Ryabkov", ""},
		{"possessive", "Ryabkov’s", "Sergei Ryabkov", ""},
		{"one letter off", "Ryabkow", "Sergei Ryabkov", ""},
		{"heard the same", "Sergey Riabkov", "Sergei Ryabkov", ""},
		{"a letter doubled", "Kerrry", "John Kerry", ""},
		{"swapped letters", "Peksov", "Dmitry Peskov", ""},
		{"given name of two", "John", "John Kerry, John Kirby", ""},
		{"surname of two", "Marlow", "Elizabeth Marlow, Henry Marlow", ""},
		{"nickname", "Liz Marlow", "Elizabeth Marlow", ""},
		{"title and surname", "Secretary Kerry", "John Kerry", ""},
		{"honorific", "Mr. Kirby", "John Kirby", ""},
		{"accents typed without", "Ibanez", "José Ibáñez", ""},
		{"particle left out", "assad", "Bashar al-Assad", ""},
		{"role", "the State Department spokesman", "John Kirby", ""},
		{"role of several", "spokesman", "John Kirby, Dmitry Peskov", ""},
		{"role by the country's name", "Russia's deputy foreign minister", "Sergei Ryabkov", ""},
		{"country by another name", "America", "United States", ""},
		{"a slip towards two", "Kerby", "John Kerry, John Kirby", ""},
		{"honorific tells whom", "Mrs. Marlow", "Elizabeth Marlow", ""},
		{"title tells whom", "Senator Marlow", "Elizabeth Marlow", ""},
		{"honorific that fits nobody", "Mrs. Kerry", "John Kerry", ""},
		{"country, short", "U.S.", "United States", ""},
		{"country with its article", "the United States", "United States", ""},
		{"initials of an institution", "FHO", "Federal Harbour Office", ""},
		{"initials of a person", "jk", "John Kerry, John Kirby", ""},
		{"group", "russian diplomats", "Russian diplomats", ""},
		{"joint by its name", "John Kirby and Dmitry Peskov", "John Kirby and Dmitry Peskov", ""},
		{"another given name", "Peter Kirby", "", "John Kirby"},
		{"nobody", "Lavrov", "", ""},
		{"nothing typed", "  ", "", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			m := Match(tc.typed, library())
			if got := names(m.Cards); got != tc.cards {
				t.Errorf("Match(%q) = %q, want %q", tc.typed, got, tc.cards)
			}
			if tc.nearest != "" && !strings.HasPrefix(names(m.Nearest), tc.nearest) {
				t.Errorf("Match(%q) is nearest to %q, want %q first", tc.typed, names(m.Nearest), tc.nearest)
			}
		})
	}
}

func TestFind(t *testing.T) {
	for _, tc := range []struct{ name, question, want string }{
		{"surname", "What did Ryabkov say about a 48-hour ceasefire?", "Ryabkov=Sergei Ryabkov!"},
		{"full name", "What did Sergei Ryabkov say about Syria?", "Sergei Ryabkov=Sergei Ryabkov!"},
		{"small letters", "what did ryabkov say about aleppo", "ryabkov=Sergei Ryabkov!"},
		{"slip", "What did Ryabkow say about aid?", "Ryabkow~Sergei Ryabkov!"},
		{"slip in small letters", "what did riabkov say about aid", "riabkov~Sergei Ryabkov!"},
		{"possessive", "What was Kirby's view of the talks?", "Kirby=John Kirby!"},
		{"given name of two", "Did John call the plan clumsy?", "John=John Kerry, John Kirby!"},
		{"two names", "Did Kerry or Peskov mention Israel?", "Kerry=John Kerry Peskov=Dmitry Peskov!"},
		{"unknown", "What did Lavrov say about the truce?", "Lavrov?!"},
		{"unknown full name", "What did Maria Orlova say about Kirby?", "Maria Orlova?! Kirby=John Kirby"},
		{"unknown in small letters", "what did lavrov say about the truce", "lavrov?!"},
		{"somebody else of that given name", "What did John Orlov build?", "John Orlov?"},
		{"somebody else of that surname", "What did Jim Kirby say?", "Jim Kirby?!"},
		{"part of an institution", "Who runs the Kerry Foundation?", ""},
		{"a title is no surname", "What did the king say to Marlow?", "Marlow=Elizabeth Marlow, Henry Marlow"},
		{"party before a name", "What did Democrat Kerry say?", "Kerry=John Kerry!"},
		{"from is not enough", "What spread from the spokesman to the crowd?", ""},
		{"comments by somebody", "Are there comments by Peskov?", "Peskov=Dmitry Peskov!"},
		{"no slip without a question about it", "Where does the Perry Line end?", "Perry Line?"},
		{"no name", "Who spoke about the ceasefire?", ""},
		{"ordinary words", "how many stones did they carry last summer?", ""},
		{"surname that is a word", "What did Stone say?", "Stone=Alma Stone!"},
		{"that word in small letters", "was a stone thrown at the embassy?", ""},
		{"title", "What did Secretary Kerry demand?", "Secretary Kerry=John Kerry!"},
		{"role", "What did the State Department spokesman say?", "the State Department spokesman=John Kirby!"},
		{"role with of", "What did the secretary of state demand?", "the secretary of state=John Kerry!"},
		{"honorific tells whom", "What did Mr. Marlow say?", "Mr. Marlow=Henry Marlow!"},
		{"accents and case", "what did josé ibáñez say", "josé ibáñez=José Ibáñez!"},
		{"initials", "What did the FHO say?", "FHO=Federal Harbour Office!"},
		{"a small word among capitals", "Did Orlov carry a stone to Oslo in earnest, as Kirby said?", "Orlov? Kirby=John Kirby!"},
		{"group among capitals", "Does Kirby agree with Russian diplomats?", "Kirby=John Kirby! Russian diplomats=Russian diplomats"},
		{"group", "What did Russian diplomats say?", "Russian diplomats=Russian diplomats!"},
		{"a place is no speaker", "What happened in Aleppo on Thursday?", ""},
		{"country", "What did the U.S. say about the truce?", "U.S.=United States!"},
		{"country by another name", "Did America agree?", "America=United States!"},
		{"us is no country", "can you tell us what was said?", ""},
		{"unknown country", "What did Syria say about the truce?", "Syria?!"},
		{"month", "What happened in May?", ""},
	} {
		t.Run(tc.name, func(t *testing.T) {
			var got []string
			for _, f := range Find(tc.question, library()) {
				s := tc.question[f.Start:f.End]
				switch {
				case len(f.Cards) == 0:
					s += "?"
				case f.Guess:
					s += "~" + names(f.Cards)
				default:
					s += "=" + names(f.Cards)
				}
				if f.Asked {
					s += "!"
				}
				got = append(got, s)
			}
			if g := strings.Join(got, " "); g != tc.want {
				t.Errorf("Find(%q) = %q, want %q", tc.question, g, tc.want)
			}
		})
	}
}
