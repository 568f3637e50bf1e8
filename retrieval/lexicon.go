package retrieval

import (
	"strings"
	"sync"
)

// role is what a word does in the index beside being a word. One look-up a word
// tells them all.
type role struct {
	stop    bool
	unit    bool   // a number word up to nineteen; value has it
	ten     bool   // twenty, thirty, …
	value   int64  // of a unit, a ten or a scale
	scale   bool   // hundred, million, bn
	term    string // the term of an ordinal
	initial string // the term of initials that are words in small letters
	month   string // the term of a month's short form
	pair    bool   // may begin a name of two words
}

// noRole is that of most words.
var noRole role

// roleOf returns what a folded word does, never nil.
func roleOf(word string) *role {
	if r := lexicon()[word]; r != nil {
		return r
	}
	return &noRole
}

// lexicon is made at the first use.
var lexicon = sync.OnceValue(func() map[string]*role {
	m := make(map[string]*role, 400)
	set := func(word string, change func(*role)) {
		if m[word] == nil {
			m[word] = new(role)
		}
		change(m[word])
	}
	for _, w := range strings.Fields(stopWords) {
		set(w, func(r *role) { r.stop = true })
	}
	for i, w := range strings.Fields(units) {
		set(w, func(r *role) { r.unit, r.value = true, int64(i) })
	}
	for i, w := range strings.Fields(tens) {
		set(w, func(r *role) { r.ten, r.value = true, int64(20+10*i) })
	}
	for w, v := range scales {
		set(w, func(r *role) { r.scale, r.value = true, v })
	}
	for w, term := range ordinals {
		set(w, func(r *role) { r.term = term })
	}
	for _, w := range strings.Fields(initials) {
		set(w, func(r *role) { r.initial = w })
	}
	set("us", func(r *role) { r.initial = "usa" })
	for w, term := range months {
		set(w, func(r *role) { r.month = term })
	}
	for two := range pairs {
		set(two[0], func(r *role) { r.pair = true })
	}
	return m
})
