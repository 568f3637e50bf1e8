package shelf

// Rest lets go of everything that the shelf keeps ready of libraries; what is
// asked next is read again.
func (s *Shelf) Rest() {
	s.lists.Purge()
	s.pairs.Purge()
	s.cards.Purge()
}
