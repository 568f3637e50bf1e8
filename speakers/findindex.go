package speakers

import (
	"strconv"
	"strings"
)

func (f *finder) index() {
	for i, e := range f.entries {
		for _, form := range e.forms {
			for _, w := range form {
				f.file(w, i)
				f.file(bare(w), i)
			}
			if in := initials(form); len(form) > 1 {
				f.file(in, i)
			}
		}
		if k, ok := f.lx.countries[strings.Join(e.name, " ")]; ok && !e.person {
			f.file(countryKey(k), i)
		}
		if e.person {
			for _, g := range f.lx.nicknames[first(e.name)] {
				f.file(nickname(g), i)
			}
		}
	}
}

func first(ws []string) string {
	if len(ws) == 0 {
		return ""
	}
	return ws[0]
}

func (f *finder) file(w string, i int) {
	if at := f.byWord[w]; len(at) == 0 || at[len(at)-1] != i {
		f.byWord[w] = append(at, i)
	}
}

// hinted tells whether a word begins or ends any name, so that looking closer pays.
func (f *finder) hinted(w string) bool {
	if len(f.byWord[w]) > 0 || len(f.byWord[bare(w)]) > 0 {
		return true
	}
	if i, ok := f.lx.countries[w]; ok && len(f.byWord[countryKey(i)]) > 0 {
		return true
	}
	for _, g := range f.lx.nicknames[w] {
		if len(f.byWord[nickname(g)]) > 0 {
			return true
		}
	}
	return false
}

// nickname and countryKey make keys that no word is.
func nickname(group int) string   { return "nickname " + strconv.Itoa(group) }
func countryKey(index int) string { return "country " + strconv.Itoa(index) }
