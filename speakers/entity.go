package speakers

import (
	"strings"
	"unicode/utf8"

	"onrecord/news"
)

// entity is a speaker while the article is read: every naming of one person,
// country or institution.
type entity struct {
	id          string
	name        string   // as written, the fullest form
	parts       []string // of the fullest form, folded
	suffix      string
	kind        news.SpeakerKind
	place       bool
	sex         gender
	sexGuessed  bool // a name written with accents tells the sex, and lists have none
	role        string
	fromCaption bool            // the role was read in a caption
	roles       map[string]bool // words of its roles, folded
	aliases     []string
	first       int  // position in the order of first mention
	count       int  // namings
	full        int  // namings by more than the surname
	lastFull    int  // article-wide sentence of the last one by full name
	persons     int  // namings that show a person, less those that show a thing
	country     int  // index of the country + 1
	described   bool // nobody names them
	where       int  // namings that stand where places do
	votes       int  // pronouns that follow: men's less women's
	agreeing    int  // pronouns that follow and agree with the sex
	opposed     int  // those that do not and can be nobody else's
}

// human tells whether anything but capitals shows a person: a title or role, a
// sex, or that the surname is used alone.
func (e *entity) human() bool {
	return e.sex != unknownGender || len(e.roles) > 0 || e.role != "" || e.described || e.count > e.full && e.full > 0
}

// bare takes the article off a surname: "al-Assad" and "Assad" are one.
func bare(w string) string {
	for _, p := range []string{"al-", "el-", "as-", "ad-", "ar-", "ash-"} {
		if rest, ok := strings.CutPrefix(w, p); ok && len(rest) > 2 {
			return rest
		}
	}
	return w
}

// sameGiven tells whether two given names may be one person's: the same, one
// the other's initial, or forms of one name.
func (lx *lexicon) sameGiven(a, b string) bool {
	if a == b {
		return true
	}
	ra, na := utf8.DecodeRuneInString(a)
	rb, nb := utf8.DecodeRuneInString(b)
	if (na == len(a) || nb == len(b)) && ra == rb {
		return true
	}
	for _, x := range lx.nicknames[a] {
		for _, y := range lx.nicknames[b] {
			if x == y {
				return true
			}
		}
	}
	return false
}

// samePerson tells whether the name words a may name the person named b: one
// surname, and given names that do not contradict.
func (lx *lexicon) samePerson(a, b []string) bool {
	if len(a) == 0 || len(b) == 0 {
		return false
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	if bare(a[len(a)-1]) != bare(b[len(b)-1]) {
		return false
	}
	if len(a) == 1 {
		return true
	}
	if strings.Join(a, " ") == strings.Join(b[len(b)-len(a):], " ") {
		return true // "Wasserman Roe" in "Jane Wasserman Roe"
	}
	ga, gb := a[:len(a)-1], b[:len(b)-1]
	if lx.sameGiven(ga[0], gb[0]) {
		// "George W." and "George H. W.": middle initials must not contradict.
		if len(ga) > 1 && len(gb) > 1 {
			return ga[1][0] == gb[1][0]
		}
		return true
	}
	// "J. Edgar" and "Edgar": the second given name is the one in use.
	return len(gb) > 1 && utf8.RuneCountInString(gb[0]) == 1 && lx.sameGiven(ga[0], gb[1])
}
