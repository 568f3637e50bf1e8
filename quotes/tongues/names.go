package tongues

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"onrecord/news"
)

// name is a name as it stands in a unit: the words [from, to).
type name struct {
	from, to int
	kind     news.SpeakerKind
}

// learn notes the full names of a paragraph, so that a last word alone stands
// for one.
func (r *reader) learn(text string) {
	for _, at := range units(text, nil) {
		ws := words(text, at, nil)
		for i := 0; i < len(ws); {
			n, ok := r.nameAt(ws, i)
			if !ok {
				i++
				continue
			}
			if full := join(text, ws, n); n.kind == news.Person && n.to-n.from > 1 {
				last := ws[n.to-1].lower
				if known, had := r.surnames[last]; had && known != full {
					full = longer(known, full)
				}
				r.surnames[last] = full
			}
			i = n.to
		}
	}
}

// longer is the fuller of two names of one person, "" where they are of two.
func longer(a, b string) string {
	switch {
	case strings.HasSuffix(a, b):
		return a
	case strings.HasSuffix(b, a):
		return b
	}
	return ""
}

// nameAt reads the name that begins at a word: capitals in a row, with the small
// words of names between them, titles and roles before it taken off.
func (r *reader) nameAt(ws []word, i int) (name, bool) {
	x := r.lex
	if ws[i].quote > 0 || !ws[i].capital && !x.bodies[ws[i].lower] {
		return name{}, false
	}
	for i < len(ws) && ws[i].capital && (x.role(ws[i].lower) || x.articles[ws[i].lower] || x.pronouns[ws[i].lower] || x.after[ws[i].lower] || x.that[ws[i].lower] || x.cues[ws[i].lower] != "") {
		i++
	}
	if i == len(ws) || !ws[i].capital && !x.bodies[ws[i].lower] {
		return name{}, false
	}
	n := name{from: i, to: i, kind: news.Person}
	if x.body(ws[i].lower) {
		n.kind = news.Institution
	}
	if !ws[i].capital {
		n.to++
	}
	for n.to < len(ws) {
		if ws[n.to].capital && ws[n.to].quote == 0 && x.cues[ws[n.to].lower] == "" {
			n.to++
			continue
		}
		gap := n.to
		for gap < len(ws) && x.particles[ws[gap].lower] && !ws[gap].mark && gap-n.to < 3 {
			gap++
		}
		if gap == n.to || gap == len(ws) || !ws[gap].capital {
			break
		}
		n.to = gap
	}
	if x.nouns && n.kind == news.Person && n.to-n.from > 2 && i > 0 && x.articles[ws[i-1].lower] {
		n.from++ // "der Fischer Oskar Lund"
	}
	return n, n.to-n.from <= 8
}

// role tells whether a word before a name is a title or an office.
func (x *lexicon) role(w string) bool {
	if x.roles[w] {
		return true
	}
	for _, end := range x.roleEnds {
		if strings.HasSuffix(w, end) {
			return true
		}
	}
	return false
}

// body tells whether a word is what an institution is called.
func (x *lexicon) body(w string) bool {
	if x.bodies[w] || !x.nouns {
		return x.bodies[w]
	}
	for b := range x.bodies {
		if strings.HasSuffix(w, b) {
			return true
		}
	}
	return false
}

// known resolves a name as written to a full name; ok is false for what is
// hardly anybody's: an ordinary noun, a place alone.
func (r *reader) known(text string, ws []word, n name) (full string, ok bool) {
	full = join(text, ws, n)
	if n.to-n.from > 1 || n.kind == news.Institution {
		if long := r.surnames[ws[n.to-1].lower]; long != "" && strings.HasSuffix(long, full) {
			return long, true
		}
		return full, true
	}
	if long := r.surnames[ws[n.from].lower]; long != "" {
		return long, true
	}
	return full, false
}

// join is a name's words.
func join(text string, ws []word, n name) string {
	s := strings.Join(strings.Fields(text[ws[n.from].start:ws[n.to-1].end]), " ")
	r, size := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(r)) + s[size:]
}

// roleBefore is the role between a cue and a name, such as "el alcalde de
// Kelmar," in "dijo el alcalde de Kelmar, Pedro Núñez".
func (r *reader) roleBefore(text string, ws []word, from, to int) string {
	for from < to && (ws[from].mark || r.lex.articles[ws[from].lower]) {
		from++
	}
	for to > from && ws[to-1].mark {
		to--
	}
	const longest = 9
	if from >= to || to-from > longest || r.lex.after[ws[from].lower] {
		return ""
	}
	for _, w := range ws[from:to] {
		if strings.ContainsAny(w.lower, "0123456789") || w.quote > 0 || w.lower == ":" || w.lower == ";" || r.lex.pronouns[w.lower] || r.lex.that[w.lower] {
			return ""
		}
	}
	return strings.Join(strings.Fields(text[ws[from].start:ws[to-1].end]), " ")
}

// roleAfter is the role that follows a name between commas: "Pedro Núñez,
// alcalde de Kelmar, …".
func (r *reader) roleAfter(text string, ws []word, to int) string {
	if to >= len(ws) || ws[to].lower != "," {
		return ""
	}
	const longest = 9
	for end := to + 1; end < len(ws) && end-to <= longest; end++ {
		switch w := ws[end]; {
		case w.lower == ",":
			if end == to+1 {
				return ""
			}
			role := r.roleBefore(text, ws, to+1, end)
			if first, _ := utf8.DecodeRuneInString(role); unicode.IsUpper(first) && !r.lex.nouns {
				return "" // another name: a list of people
			}
			return role
		case w.mark, w.quote > 0, r.lex.cues[w.lower] != "", r.lex.that[w.lower], w.lower == "quien", w.lower == "qui", w.lower == "chi":
			return ""
		}
	}
	return ""
}
