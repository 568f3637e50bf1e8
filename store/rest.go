package store

// Rest lets go of everything that is kept ready of libraries, unless somebody has
// asked since Rest was last called; it tells whether nobody has. Called now and
// then, it makes a process that nobody asks small.
func (s *Store) Rest() bool {
	if s.asked.Swap(false) {
		return false
	}
	let := false
	for _, kept := range []interface{ clear() bool }{s.articles, s.heads, s.indexes, s.lists, s.waiting, s.cards} {
		let = kept.clear() || let
	}
	if let && s.disconnect != nil {
		s.disconnect()
	}
	return true
}
