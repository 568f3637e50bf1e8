package speakers

import "strings"

// ownedBodies are bodies that are named for whom they belong to.
var ownedBodies = set("union association federation party guild league society co-operative cooperative syndicate council institute alliance club fund trust congress front movement")

// ownedBy tells whether word i names a body that belongs to the many before it,
// so that both are one name: "the Seafarers' Union". Behind a person's name it
// is none: "Mr Adams' party".
func (s *scanner) ownedBy(i int) bool {
	if !ownedBodies[s.pg.low(i)] || !s.pg.tokens[i].is(capital) {
		return false
	}
	owner := s.pg.tokens[i-1]
	rest := s.pg.text[owner.end:]
	if !strings.HasSuffix(s.pg.low(i-1), "s") || strings.HasPrefix(rest, "'s") || strings.HasPrefix(rest, "’s") {
		return false
	}
	the := i - 2
	for the >= 0 && s.pg.tokens[the].is(capital) && s.pg.tokens[the+1].gap == 0 && i-the < 4 && s.pg.low(the) != "the" {
		the-- // the National Farmers' Union
	}
	return the >= 0 && s.pg.tokens[the+1].gap == 0 && s.pg.low(the) == "the"
}
