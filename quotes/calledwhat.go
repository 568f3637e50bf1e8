package quotes

// calledWhat looks for a quotation behind "as" where what is called so stands
// before: the car park, which Okoro described as “…”.
func (u *unit) calledWhat(c *cue, i int) brought {
	if !c.verb.takes('d') || at(u.ws, i).low != "as" || at(u.ws, i+1).tag != tagQuote {
		return brought{}
	}
	p, _, _ := subject(u.ws, c.first)
	if p.none() {
		return brought{}
	}
	if which := at(u.ws, p.from-1).low; which != "which" && which != "that" {
		return brought{}
	}
	return brought{i + 1, true}
}
