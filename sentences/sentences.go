// Package sentences tells where the sentences of a paragraph of news begin and
// end: a full stop after "Sept." or "U.S." ends none, one inside quotation
// marks may.
package sentences

// Sentence is the byte range [Start, End) of one sentence in its paragraph,
// white space around it left out.
type Sentence struct{ Start, End int }
