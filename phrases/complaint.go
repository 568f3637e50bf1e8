package phrases

// Complaint is an error that says in a whole sentence what is wrong and what to
// do, to whoever asked and in their language.
type Complaint struct {
	Said Phrase
	kind error
}

// Complain returns an error that is a phrase. It wraps kind, such as
// news.ErrBadInput; nil wraps nothing.
func Complain(kind error, english string, args ...any) error {
	return &Complaint{Of(english, args...), kind}
}

// Error is the sentence in English.
func (c *Complaint) Error() string { return c.Said.String() }

// Unwrap is the kind of error.
func (c *Complaint) Unwrap() error { return c.kind }
