package news

import "time"

// Vote is what somebody thought of an answer.
type Vote struct {
	Answer  string // the message that holds the answer
	Person  string // who voted
	Place   string // the library of the server, or of the person in direct messages
	At      time.Time
	Helpful bool
	// Outcome is "answered", or the reason why the question was not.
	Outcome string
	// Question is the event that asked, "" if unknown.
	Question string
	// Words are the question's, "" where the place does not keep them; they are
	// read with a vote and never kept with it.
	Words string
	// Spans are the places that the answer quoted.
	Spans []Span
	// Reason is why it was no help, in the person's words, "" if not said.
	Reason string
}

// KeptQuestion is a question that a place has chosen to keep for a while.
type KeptQuestion struct {
	ID      string // the event that asked
	Person  string
	Place   string
	At      time.Time
	Outcome string
	Words   string
}

// Forgotten counts what was deleted of somebody's.
type Forgotten struct {
	Votes, Questions, Articles int
	// Others are settings, and what else was kept for the person's own library.
	Others int
}
