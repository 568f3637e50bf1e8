package quotes

import (
	_ "embed"
	"strings"
	"sync"
)

//go:embed data/words.txt
var wordsFile string

//go:embed data/irregular.txt
var irregularFile string

// entry is how often a word is a noun, a verb, an adjective and an adverb: the
// logarithm of WordNet's counts plus one, 0 where it never is.
type entry struct{ noun, verb, adj, adv uint8 }

type lexicon struct {
	words     map[string]entry
	irregular map[string]string // said → say
}

// theLexicon parses the embedded lists when a text is first read.
var theLexicon = sync.OnceValue(func() *lexicon {
	l := &lexicon{words: make(map[string]entry, 14_000), irregular: make(map[string]string, 2_000)}
	for line := range strings.Lines(wordsFile) {
		word, codes, ok := strings.Cut(strings.TrimSpace(line), " ")
		if !ok || word[0] == '#' {
			continue
		}
		var e entry
		for i := 0; i+1 < len(codes); i += 2 {
			count := codes[i+1] - '0' + 1
			switch codes[i] {
			case 'n':
				e.noun = count
			case 'v':
				e.verb = count
			case 'a':
				e.adj = count
			case 'r':
				e.adv = count
			}
		}
		l.words[word] = e
	}
	for line := range strings.Lines(irregularFile) {
		if form, base, ok := strings.Cut(strings.TrimSpace(line), " "); ok && form[0] != '#' {
			l.irregular[form] = base
		}
	}
	return l
})

// verbForm is which form of a verb a word may be.
type verbForm uint8

const (
	noForm   verbForm = iota
	baseForm          // say
	sForm             // says
	edForm            // said, asked: past tense or participle
	pastForm          // gave: past tense alone
	partForm          // given: participle alone
	ingForm           // saying
)

// reading is what a word may be, before its neighbours are looked at.
type reading struct {
	entry
	form  verbForm
	lemma string // base form of the verb, "" when it is none
}

// read looks a lower-case word up, its endings taken off.
func (l *lexicon) read(word string) reading {
	e, known := l.words[word]
	r := reading{entry: e}
	if e.verb > 0 {
		r.form, r.lemma = baseForm, word
	}
	if base, ok := l.irregular[word]; ok && !participleOnly[word] && !pastOnly[word] {
		r.form, r.lemma, r.verb = edForm, base, max(l.words[base].verb, 1)
		if word == base {
			r.form = baseForm
		}
		if strings.HasSuffix(word, "ing") {
			r.form = ingForm
		}
		return r
	} else if ok {
		r.form, r.lemma, r.verb = pastForm, base, max(l.words[base].verb, 1)
		if participleOnly[word] {
			r.form = partForm
		}
		return r
	}
	switch {
	case strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss"):
		base, be := l.stem(word, "s", "es", "ies")
		if be.verb > 0 {
			r.form, r.lemma, r.verb = sForm, base, be.verb
		}
		if be.noun > 0 || !known && be.verb == 0 {
			r.noun = max(be.noun, 1)
		}
	case strings.HasSuffix(word, "ed"):
		if base, be := l.stem(word, "ed", "d", "ied"); be.verb > 0 {
			r.form, r.lemma, r.verb = edForm, base, be.verb
		}
	case strings.HasSuffix(word, "ing"):
		if base, be := l.stem(word, "ing", "", ""); be.verb > 0 {
			r.form, r.lemma, r.verb = ingForm, base, be.verb
		}
	}
	if r.noun+r.verb+r.adj+r.adv == 0 {
		r.entry = guess(word)
	}
	return r
}

// stem takes an ending off and finds the verb or noun that is left: plain
// ("asks"), with an e put back ("making"), undoubled ("admitted"), or with the
// y that the third ending replaced ("denies").
func (l *lexicon) stem(word, ending, shorter, y string) (string, entry) {
	try := func(s string) (string, entry, bool) {
		e, ok := l.words[s]
		return s, e, ok && e.noun+e.verb > 0
	}
	bare := strings.TrimSuffix(word, ending)
	if y != "" && strings.HasSuffix(word, y) {
		if s, e, ok := try(strings.TrimSuffix(word, y) + "y"); ok {
			return s, e
		}
	}
	if ending != "s" {
		if s, e, ok := try(bare + "e"); ok && e.verb > 0 {
			return s, e
		}
	}
	if s, e, ok := try(bare); ok {
		return s, e
	}
	if n := len(bare); ending != "s" && n > 2 && bare[n-1] == bare[n-2] {
		if s, e, ok := try(bare[:n-1]); ok {
			return s, e
		}
	}
	if shorter != "" && strings.HasSuffix(word, shorter) {
		if s, e, ok := try(strings.TrimSuffix(word, shorter)); ok {
			return s, e
		}
	}
	return "", entry{}
}

// guess names the likely class of a word that no list has, by its ending.
func guess(word string) entry {
	if strings.HasSuffix(word, "ly") {
		return entry{adv: 1}
	}
	for _, ending := range [...]string{"ous", "ful", "less", "able", "ible", "al", "ic", "ive", "ish", "ary"} {
		if strings.HasSuffix(word, ending) {
			return entry{adj: 1}
		}
	}
	return entry{noun: 1}
}

// participleOnly and pastOnly split the irregular forms that are not both.
var (
	participleOnly = wordSet(`given taken known seen spoken written gone done shown driven fallen begun
		broken chosen drawn flown grown thrown worn forgotten hidden ridden risen shaken stolen sworn torn
		been eaten beaten born proven mistaken undertaken foreseen withdrawn overthrown forbidden forgiven`)
	pastOnly = wordSet(`gave took knew saw spoke wrote went did drove fell began broke chose drew flew grew
		threw wore forgot hid rode rose shook stole swore tore woke was were ate mistook undertook foresaw
		withdrew overthrew forbade forgave`)
)

func wordSet(words string) map[string]bool {
	m := map[string]bool{}
	for w := range strings.FieldsSeq(words) {
		m[w] = true
	}
	return m
}
