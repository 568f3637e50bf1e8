package speakers

import (
	"strings"
)

// subordinate are words that open a clause which says when, why or on what
// condition: its subject is less likely to be the next "he" than the main one.
var subordinate = set("when as after before because since until if whether while although though that")

// clause are words behind which a new subject stands.
var clause = set("that and but as when while because if whether although though before after since until where so")

// fronted tells whether a name stands in a phrase put before the subject of its
// sentence: "In a letter to Roe, …".
func (c *Cast) fronted(m *naming) bool {
	pg := &c.pages[m.page]
	for k := m.head; k >= 0 && k > m.head-longestAside; k-- {
		t := pg.tokens[k]
		if k < m.head && t.is(opening) {
			low := pg.low(k)
			return preposition[low] && !subordinate[low] || strings.HasSuffix(low, "ing")
		}
		if t.gap != 0 || t.is(opening) {
			return false
		}
	}
	return false
}

// opensClause tells whether a name behind a comma or "and" has a verb behind it.
func (c *Cast) opensClause(m *naming) bool {
	pg := &c.pages[m.page]
	if m.head == 0 || pg.tokens[m.head].gap&(comma|dash) == 0 && pg.low(m.head-1) != "and" && pg.low(m.head-1) != "but" {
		return false
	}
	k := m.to
	for k < len(pg.tokens) && k < m.to+2 && pg.tokens[k].gap == 0 && (strings.HasSuffix(pg.low(k), "ly") || pg.low(k) == "also" || pg.low(k) == "then") {
		k++
	}
	if k >= len(pg.tokens) || pg.tokens[k].gap != 0 {
		return false
	}
	low := pg.low(k)
	return verbs[low] && low != "who" || strings.HasSuffix(low, "ed")
}

// longestAside is the most words that may stand between a name and its verb.
const longestAside = 45

// saysLater tells whether a verb of saying follows what is inserted behind a
// name: "Jane Roe, a driver who joined in May, said".
func (c *Cast) saysLater(m *naming) bool {
	pg := &c.pages[m.page]
	if m.to >= len(pg.tokens) || pg.tokens[m.to].gap&(comma|paren|dash) == 0 {
		return false
	}
	for k := m.to + 1; k < len(pg.tokens) && k < m.to+longestAside; k++ {
		t := pg.tokens[k]
		if t.gap&stop != 0 || t.is(quoted) {
			return false
		}
		if t.gap&(comma|paren|dash) != 0 && saying[pg.low(k)] {
			return true
		}
	}
	return false
}

// firstInSentence tells whether no other plain reference of the sentence came
// before r, which is about to be appended.
func (c *Cast) firstInSentence(r ref) bool {
	for k := len(c.refs) - 1; k >= 0 && k >= len(c.refs)-12 && c.refs[k].sentence == r.sentence; k-- {
		if c.refs[k].flags&(subject|owning) == subject {
			return false
		}
	}
	return true
}
