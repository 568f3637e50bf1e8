package main

import (
	"bufio"
	"fmt"
	"maps"
	"math/bits"
	"slices"
	"strconv"
	"strings"

	"onrecord/retrieval"
)

// table is WordNet as far as it is needed, and what becomes of it.
type table struct {
	use     map[string]int // "lemma%type:file:id" → how often the sense was seen
	total   map[string]int // lemma with its part of speech → the same over its senses
	synsets map[string]*synset
	order   []*synset
	forms   [][2]string                // irregular form, base
	related map[string]map[string]byte // stem → stem → digit
	seen    map[string]int             // stem → how often its words were seen
}

// synset is a set of words that share a sense.
type synset struct {
	part  string
	words []sense
	links []link
}

type sense struct {
	lemma string
	use   int
}

type link struct {
	symbol, target string
	from, to       int // word numbers from 1; 0 for the whole synset
}

func newTable() *table {
	return &table{
		use: make(map[string]int), total: make(map[string]int),
		synsets: make(map[string]*synset), related: make(map[string]map[string]byte),
		seen: make(map[string]int),
	}
}

// readUse reads a line of cntlist.rev: sense key, sense number, count.
func (t *table) readUse(line string) error {
	f := strings.Fields(line)
	if len(f) != 3 {
		return fmt.Errorf("want 3 fields, have %d", len(f))
	}
	n, err := strconv.Atoi(f[2])
	if err != nil {
		return err
	}
	key := strings.Join(strings.SplitN(f[0], ":", 4)[:3], ":")
	t.use[key] += n
	lemma, _, _ := strings.Cut(key, "%")
	t.seen[stemOf(lemma)] += n
	return nil
}

// readIrregular reads a line of an .exc file: form, base forms.
func (t *table) readIrregular(line string) error {
	f := strings.Fields(line)
	for _, base := range f[1:] {
		t.forms = append(t.forms, [2]string{f[0], base})
	}
	return nil
}

// types are WordNet's numbers for the parts of speech.
var types = map[string]string{"n": "1", "v": "2", "a": "3", "r": "4", "s": "5"}

// readSynset reads a line of a data file, see WordNet's wndb(5).
func (t *table) readSynset(line string) error {
	line, _, _ = strings.Cut(line, "|")
	f := strings.Fields(line)
	s := &synset{part: f[2]}
	count, err := strconv.ParseInt(f[3], 16, 32)
	if err != nil {
		return err
	}
	at := 4
	for range count {
		lemma, _, _ := strings.Cut(f[at], "(")
		id, err := strconv.ParseInt(f[at+1], 16, 32)
		if err != nil {
			return err
		}
		key := fmt.Sprintf("%s%%%s:%s:%02d", strings.ToLower(lemma), types[s.part], f[1], id)
		s.words = append(s.words, sense{lemma, t.use[key]})
		t.total[partOf(s.part)+strings.ToLower(lemma)] += t.use[key] + 1
		at += 2
	}
	links, err := strconv.Atoi(f[at])
	if err != nil {
		return err
	}
	for at++; links > 0; links-- {
		l := link{symbol: f[at], target: partOf(f[at+2]) + f[at+1]}
		ends, err := strconv.ParseUint(f[at+3], 16, 16)
		if err != nil {
			return err
		}
		l.from, l.to = int(ends>>8), int(ends&0xff)
		s.links = append(s.links, l)
		at += 4
	}
	t.synsets[partOf(s.part)+f[0]] = s
	t.order = append(t.order, s)
	return nil
}

// partOf counts adjective satellites among the adjectives.
func partOf(part string) string {
	if part == "s" {
		return "a"
	}
	return part
}

// relate fills the relations between stems.
func (t *table) relate() {
	for _, f := range t.forms {
		if t.seen[stemOf(f[1])] > 0 {
			t.both(f[0], f[1], '9')
		}
	}
	for _, s := range t.order {
		for _, l := range s.links {
			if l.from == 0 || l.to == 0 {
				continue
			}
			target := t.synsets[l.target]
			a, b := s.words[l.from-1], target.words[l.to-1]
			switch l.symbol {
			case "+", "\\", "<":
				if alike(a.lemma, b.lemma) {
					t.both(a.lemma, b.lemma, '7')
				}
			case "!":
				t.both(a.lemma, b.lemma, '-')
			}
		}
		for _, a := range s.words {
			for _, b := range s.words {
				if d := t.closeness(s, a, b); a != b && d > 0 {
					t.add(a.lemma, b.lemma, '0'+byte(d))
				}
			}
		}
	}
}

// alike tells whether two words look derived from each other: the first three
// letters agree.
func alike(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return len(a) >= 3 && len(b) >= 3 && a[:3] == b[:3]
}

// closeness is 1 to 6 for synonyms whose shared sense is usual for both, else 0.
func (t *table) closeness(s *synset, a, b sense) int {
	if a.use == 0 || b.use == 0 {
		return 0
	}
	part := partOf(s.part)
	share := func(x sense) float64 {
		return float64(x.use) / float64(t.total[part+strings.ToLower(x.lemma)])
	}
	p := min(share(a), 1) * min(share(b), 1)
	switch {
	case p >= 0.5:
		return 6
	case p >= 0.3:
		return 5
	case p >= 0.15:
		return 4
	case p >= 0.08:
		return 3
	case p >= 0.04:
		return 2
	case p >= 0.02:
		return 1
	}
	return 0
}

func (t *table) both(a, b string, digit byte) {
	t.add(a, b, digit)
	t.add(b, a, digit)
}

// add relates the stems of two single words. An opposite outweighs everything;
// else the greater digit does.
func (t *table) add(from, to string, digit byte) {
	a, b := stemOf(from), stemOf(to)
	if a == "" || b == "" || a == b {
		return
	}
	row := t.related[a]
	if row == nil {
		row = make(map[string]byte)
		t.related[a] = row
	}
	if old := row[b]; old == '-' || old > digit && digit != '-' {
		return
	}
	row[b] = digit
}

// stemOf is the index's term for a lemma, "" for phrases and stop words.
func stemOf(lemma string) string {
	terms := retrieval.Terms(strings.ToLower(lemma))
	if len(terms) != 1 || terms[0].Kind != retrieval.Word || len(terms[0].Text) < 3 {
		return ""
	}
	return terms[0].Text
}

// rareBelow is how often a stem must have been seen for its use to be written.
const rareBelow = 4

func (t *table) write(out *bufio.Writer) {
	stems := make(map[string]bool)
	for s := range t.related {
		stems[s] = true
	}
	for s, n := range t.seen {
		if s != "" && n >= rareBelow {
			stems[s] = true
		}
	}
	for _, s := range sorted(stems) {
		out.WriteString(s)
		out.WriteByte(' ')
		out.WriteByte('a' + byte(bits.Len(uint(t.seen[s]))))
		for _, o := range sorted(t.related[s]) {
			fmt.Fprintf(out, " %c%s", t.related[s][o], o)
		}
		out.WriteByte('\n')
	}
}

func sorted[V any](set map[string]V) []string { return slices.Sorted(maps.Keys(set)) }
