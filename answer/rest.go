package answer

// Rest lets go of everything that the engine keeps ready of libraries: what a
// process needs no more that nobody asks. The next questions read it again.
func (e *Engine) Rest() {
	e.views.Purge()
	e.rosters.Purge()
	if u, ok := e.lib.(united); ok {
		u.kept.Purge()
	}
}
