package answer

import (
	"onrecord/news"
	"onrecord/phrases"
)

// Draft is what a drafter proposes. Nothing of it is shown until verify has
// cut its picks out of the stored articles and held its prose to them.
type Draft struct {
	// Drafter is "extractive" or "model".
	Drafter string
	// Reason is Answered when the points answer the question. Otherwise it says
	// why they do not, and the picks are the nearest evidence.
	Reason Reason
	// Points are what is said, best first.
	Points []Point
	// Told is what a model makes of the points; the guard holds it to them.
	Told []Told
	// Model and Prompt name what wrote Told, "" for nothing.
	Model, Prompt string
}

// Extractive is the drafter that needs no language model.
const Extractive = "extractive"

// Point is one sentence of an answer with the passages it leans on.
type Point struct {
	// Prose is a plain sentence or two, or nil for [verify] to write the usual
	// one from the picks. Words that are no phrase of the catalogue, as a model
	// writes them, are phrases.Verbatim.
	Prose phrases.Text
	// Picks are best first. A point that answers and has none is dropped.
	Picks []Pick
}

// Pick is a passage that a drafter proposes to show.
type Pick struct {
	// Label is the Label of the evidence that the passage stands in.
	Label int
	// Span is what to show of that paragraph (or of another paragraph of the
	// same article that the statement runs into).
	Span news.Span
	// Statement is the statement of the evidence's Reading that lies over Span,
	// nil for the article's own voice.
	Statement *news.Statement
}

// Boldness is how readily a question is answered, from 0 (only when nearly
// certain) to 1 (whenever something fits). Its zero value is not a setting:
// use [Balanced].
type Boldness float64

// Balanced is the boldness that an engine has until told otherwise.
const Balanced Boldness = 0.5
