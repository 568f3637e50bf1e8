package quotes

// byNobody tells whether a statement's source is only said not to hold it: "not
// every sailor backed the strike", "nobody in the harbour believed that …".
func (u *unit) byNobody(p piece) bool {
	if p.source.none() || p.source.from == 0 {
		return false
	}
	b := &u.ws[p.source.from-1]
	if b.tag == tagPrep {
		return nobodys[at(u.ws, p.source.from-2).low]
	}
	return b.low == "not" && wholes[u.ws[p.source.from].low]
}

// wholes are the words with which "not" leaves open who of many.
var wholes = wordSet("every all everyone everybody each many")
