package answer

// Shape is what a question asks for.
type Shape int

// The shapes of question.
const (
	// Anything is a question that is not about who said what: passages answer it.
	Anything Shape = iota
	// WhatSaid asks what a speaker said, thinks, demands, denies: X on T.
	WhatSaid
	// WhoSaid asks which speaker said something: who on T.
	WhoSaid
	// DidSay asks whether a speaker said something: X, T.
	DidSay
)

// Want is the type of answer that a question word asks for.
type Want int

// The types of answer.
const (
	WantAny    Want = iota
	WantPerson      // who
	WantTime        // when
	WantPlace       // where
	WantReason      // why
	WantNumber      // how many, how much, how long
)

// asked is a question understood: what is sought, of whom, about what.
type asked struct {
	// Text is the question made fit to read: valid UTF-8, spaces single.
	Text  string
	Shape Shape
	Want  Want
	// Names are the speakers asked about, as typed; several when the question
	// offers several.
	Names []string
	// Topic is what is left when the shape's words and the names are taken away.
	Topic string
	// Verb is the base form of the question's verb of saying, "" if it has none.
	Verb string
}
