package speakers

import (
	"strings"

	"onrecord/news"
)

// parties are the letters that news writes for parties behind a name.
var parties = map[byte][]string{'R': {"republican"}, 'D': {"democrat", "democratic"}, 'I': {"independent"}}

// longestTag bounds a party's tag, in bytes.
const longestTag = 12

// partyTag tells "R-Fla.", "(D)" and "I-Vt.", which stand behind a name.
func partyTag(w string, before gap) bool {
	if parties[w[0]] == nil {
		return false
	}
	return len(w) == 1 && before&paren != 0 || len(w) > 2 && w[1] == '-' && before&(paren|comma) != 0
}

// party reads the tag behind a name: whoever has one is a person, and may be
// called "the Oregon Democrat" later.
func (s *scanner) party(n *naming) {
	pg := s.pg
	if n.to >= len(pg.tokens) || !partyTag(pg.word(n.to), pg.tokens[n.to].gap) {
		return
	}
	n.kind = news.Person
	tag := pg.text[pg.tokens[n.to].start:min(len(pg.text), int(pg.tokens[n.to].start)+longestTag)]
	if end := strings.IndexAny(tag, "), "); end >= 0 {
		tag = tag[:end]
	}
	n.roleWords = append(n.roleWords, parties[tag[0]]...)
	if len(tag) > 2 {
		n.roleWords = append(n.roleWords, strings.Fields(s.lx.states[fold(tag[2:])])...)
	}
}
