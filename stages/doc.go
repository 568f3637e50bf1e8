// Package stages tells whoever measures what the program is doing: a question
// that waits, a search, a request. The code that does the work begins and ends a
// stage; what becomes of it, seconds in a metric, a span of a trace or nothing,
// is up to whoever started the program, see [With]. Without an observer a stage
// costs next to nothing.
//
// What is told of a stage are its name, one of a fixed few, and facts such as an
// outcome or a number: never what people typed, what they are called, or a
// secret.
package stages
