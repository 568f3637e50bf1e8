package bot

import "onrecord/phrases"

// Tongue is the language to answer in: the asker's, for a public answer too.
// Messages don't tell theirs and are answered in English, unless the place has
// set a language.
func (r Request) Tongue() phrases.Tongue { return phrases.For(r.Locale) }
