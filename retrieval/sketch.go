package retrieval

// sketch tells of most terms that they are not among a topic's, by three looks
// at a few bits: nearly every term of an article is none of them, and a map
// would hash each. It may say yes for a term that is not there.
type sketch [16]uint64

func (s *sketch) add(term string) {
	at := sketched(term)
	s[at>>6] |= 1 << (at & 63)
}

func (s *sketch) may(term string) bool {
	at := sketched(term)
	return s[at>>6]&(1<<(at&63)) != 0
}

// sketched is a term's place in a sketch, by its length, its ends and its middle.
func sketched(term string) uint {
	n := uint(len(term))
	if n == 0 {
		return 0
	}
	return (n*37 + uint(term[0])*11 + uint(term[n/2])*101 + uint(term[n-1])*313) % 1024
}
