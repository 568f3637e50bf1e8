package quotes

import "onrecord/news"

// stanceOf tells what a cue makes of its content, when nothing else is known.
func (c *cue) stanceOf() news.Stance {
	if c.negated {
		return news.Unsaid
	}
	return c.verb.stance
}

// stance settles the stance of a statement by its words: "called for a vote" is
// a demand, "declined to say" and "nobody said" leave unsaid what follows.
func (u *unit) stance(pc *piece, c *cue) news.Stance {
	ws, from := u.ws, pc.content[0].from
	s := c.stanceOf()
	switch {
	case s == news.Unsaid:
	case !pc.source.none() && nobodys[ws[pc.source.from].low]:
		return news.Unsaid
	case s == news.Denied && c.verb.takes('i') && at(ws, from).tag == tagTo && tells(at(ws, from+1)):
		return news.Unsaid
	case s == news.Said && c.verb.lemma == "call" && at(ws, from-1).tag == tagPrep:
		return news.Demanded
	}
	return s
}

// tells tells whether a word is a verb of telling, as in "declined to say".
func tells(w *word) bool {
	if w.reading.lemma == "comment" || w.reading.lemma == "name" || w.reading.lemma == "identify" {
		return true
	}
	v := theCues()[w.reading.lemma]
	return v != nil && v.takes('q')
}

var nobodys = wordSet("nobody none neither no")

// supposed tells whether the subject p stands in an "if" clause, so that
// nothing is reported as said.
func supposed(ws []word, p phrase) bool {
	switch at(ws, p.from-1).low {
	case "if", "unless", "whether":
		return true
	}
	return false
}
