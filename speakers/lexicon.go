package speakers

import (
	_ "embed"
	"strings"
	"sync"
)

// The word lists. Each file says at its head what it holds and where it is from.
var (
	//go:embed data/given-male.txt
	givenMaleFile string
	//go:embed data/given-female.txt
	givenFemaleFile string
	//go:embed data/nicknames.txt
	nicknamesFile string
	//go:embed data/roles.txt
	rolesFile string
	//go:embed data/countries.txt
	countriesFile string
	//go:embed data/places.txt
	placesFile string
	//go:embed data/bodies.txt
	bodiesFile string
	//go:embed data/plain.txt
	plainFile string
)

// gender is what is known of somebody's sex: enough to tell "he" from "she".
type gender int8

const (
	unknownGender gender = iota
	male
	female
)

// roleClass says how a word for a person is used.
type roleClass uint8

const (
	noRole    roleClass = iota
	honorific           // Mr., Dr.: tells the sex at most, never a role
	title               // Sen., President: stands before a name
	roleNoun            // spokesman, aide: before a name or alone
)

type role struct {
	class roleClass
	sex   gender
}

// lexicon is the word lists, read once. All keys are folded (see fold); words
// of a key are parted by one space.
type lexicon struct {
	given      map[string]gender
	nicknames  map[string][]int // name → the groups it stands in
	roles      map[string]role
	modifiers  map[string]bool   // words between a determiner and a role
	countries  map[string]int    // any name of a country → its index
	country    []string          // canonical names
	states     map[string]string // short names of states → the full one
	capitals   map[string]bool
	demonyms   map[string]int // Russian, Russians → the country's index
	places     map[string]bool
	placeWords map[string]bool   // "first port", "last street": words of names of places
	bodyWords  map[string]bool   // Department, Committee: the run names an institution
	known      map[string]bool   // institutions without such a word
	short      map[string]string // FBI → the full name
	shorts     map[string][]string
	bodyNouns  map[string]bool
	documents  map[string]bool
	openers    map[string]bool
	calendar   map[string]bool
	things     map[string]bool
	ordinary   map[string]bool // words that are names only when capitalised: bush, brown
	people     map[string]bool // Democrats, Muslims: capitalised, but no name
	longest    int             // words in the longest place or country
}

// words gives the lexicon, reading it at the first call.
var words = sync.OnceValue(readLexicon)

func readLexicon() *lexicon {
	lx := &lexicon{
		given: map[string]gender{}, nicknames: map[string][]int{}, roles: map[string]role{}, modifiers: map[string]bool{},
		countries: map[string]int{}, capitals: map[string]bool{}, demonyms: map[string]int{}, places: map[string]bool{}, placeWords: map[string]bool{}, states: map[string]string{},
		bodyWords: map[string]bool{}, known: map[string]bool{}, short: map[string]string{}, shorts: map[string][]string{}, bodyNouns: map[string]bool{},
		documents: map[string]bool{}, openers: map[string]bool{}, calendar: map[string]bool{}, things: map[string]bool{},
		people: map[string]bool{}, ordinary: map[string]bool{}, longest: 4,
	}
	lx.readGiven()
	group := 0
	for line := range entries(nicknamesFile) {
		group++
		for w := range strings.FieldsSeq(line) {
			lx.nicknames[w] = append(lx.nicknames[w], group)
		}
	}
	lx.readRoles()
	lx.readPlaces()
	lx.readBodies()
	for class, ws := range classes(plainFile) {
		into := map[string]map[string]bool{"opener": lx.openers, "calendar": lx.calendar, "thing": lx.things, "people": lx.people, "ordinary": lx.ordinary}[class]
		for _, w := range ws {
			into[w] = true
		}
	}
	return lx
}

// readGiven reads the given names; one in both lists tells no sex.
func (lx *lexicon) readGiven() {
	for line := range entries(givenMaleFile) {
		for w := range strings.FieldsSeq(line) {
			lx.given[w] = male
		}
	}
	both := map[string]bool{}
	for line := range entries(givenFemaleFile) {
		for w := range strings.FieldsSeq(line) {
			if lx.given[w] == male || both[w] {
				both[w] = true
				lx.given[w] = unknownGender
				continue
			}
			lx.given[w] = female
		}
	}
}

func (lx *lexicon) readRoles() {
	kinds := map[string]role{
		"honorific-m": {honorific, male}, "honorific-f": {honorific, female}, "honorific": {honorific, unknownGender},
		"title": {title, unknownGender}, "role-m": {roleNoun, male}, "role-f": {roleNoun, female}, "role": {roleNoun, unknownGender},
	}
	for class, ws := range classes(rolesFile) {
		if class == "modifier" {
			for _, w := range ws {
				lx.modifiers[w] = true
			}
			continue
		}
		for _, w := range ws {
			if lx.roles[w].class == noRole {
				lx.roles[w] = kinds[class]
			}
		}
	}
}

func (lx *lexicon) readPlaces() {
	for line := range entries(countriesFile) {
		f := strings.Split(line, "|")
		n := len(lx.country)
		lx.country = append(lx.country, f[0])
		lx.countries[fold(f[0])] = n
		for w := range strings.FieldsSeq(f[1]) {
			lx.demonyms[key(w)] = n
		}
		for w := range strings.FieldsSeq(f[2]) {
			lx.countries[key(w)] = n
		}
		for w := range strings.FieldsSeq(f[3]) {
			lx.capitals[key(w)] = true
		}
	}
	for line := range entries(placesFile) {
		if class, rest, ok := strings.Cut(line, ":"); ok {
			for w := range strings.FieldsSeq(rest) {
				if abbr, state, ok := strings.Cut(w, "="); ok {
					lx.states[key(abbr)] = key(state)
					continue
				}
				lx.placeWords[class+" "+key(w)] = true
			}
			continue
		}
		for w := range strings.FieldsSeq(line) {
			lx.places[key(w)] = true
		}
	}
}

func (lx *lexicon) readBodies() {
	for class, ws := range classes(bodiesFile) {
		for _, w := range ws {
			switch class {
			case "word":
				lx.bodyWords[w] = true
			case "known":
				lx.known[w] = true
			case "noun":
				lx.bodyNouns[w] = true
			case "document":
				lx.documents[w] = true
			case "short":
				long, abbr, _ := strings.Cut(w, "=")
				lx.short[abbr] = long
				lx.shorts[long] = append(lx.shorts[long], abbr)
				lx.known[abbr], lx.known[long] = true, true
			}
		}
	}
}

// entries yields the lines of a word list, comments and empty lines left out.
func entries(file string) func(yield func(string) bool) {
	return func(yield func(string) bool) {
		for line := range strings.Lines(file) {
			line = strings.TrimSpace(line)
			if line != "" && line[0] != '#' && !yield(line) {
				return
			}
		}
	}
}

// classes yields the classes of a word list with lines "class: word word", the
// words as keys.
func classes(file string) func(yield func(string, []string) bool) {
	return func(yield func(string, []string) bool) {
		for line := range entries(file) {
			class, rest, _ := strings.Cut(line, ":")
			ws := strings.Fields(rest)
			for i, w := range ws {
				ws[i] = key(w)
			}
			if !yield(class, ws) {
				return
			}
		}
	}
}

// key turns a word of a list into what it is looked up by.
func key(w string) string { return fold(strings.ReplaceAll(w, "_", " ")) }

// isDemonym tells "Russian" and "Russians".
func (lx *lexicon) isDemonym(w string) bool {
	_, ok := lx.demonyms[w]
	return ok
}

// sameCountry tells whether two words, as names or as demonyms, are of one
// country: "russia" and "russian", "us" and "american".
func (lx *lexicon) sameCountry(a, b string) bool {
	x, ok := lx.countryOf(a)
	y, too := lx.countryOf(b)
	return ok && too && x == y
}

func (lx *lexicon) countryOf(w string) (int, bool) {
	if i, ok := lx.countries[w]; ok {
		return i, true
	}
	i, ok := lx.demonyms[w]
	return i, ok
}

// plainWord tells words that are ordinary English unless they are capitalised.
func (lx *lexicon) plainWord(w string) bool {
	return lx.openers[w] || lx.ordinary[w] || lx.calendar[w] || lx.roles[w].class != noRole || lx.modifiers[w] || lx.bodyNouns[w] ||
		lx.documents[w] || lx.isDemonym(w) || lx.people[w]
}
