package news

// Kind says how far the words of a passage are the speaker's own.
type Kind string

// The kinds of quotation. See DESIGN "Kinds of quotation".
const (
	Direct    Kind = "direct"    // wholly inside quotation marks: the speaker's words
	Mixed     Kind = "mixed"     // partly inside quotation marks
	Reported  Kind = "reported"  // credited, no quotation marks: the reporter's paraphrase
	Narration Kind = "narration" // the article's own voice
)

// Stance says what the cue makes of the content.
type Stance string

// The stances. Unsaid is for what somebody is reported not to have said ("did
// not say whether …"): kept, and never shown as said. Held is for what somebody
// is reported to think, want or show without having said it.
const (
	Said     Stance = "said"
	Denied   Stance = "denied"
	Asked    Stance = "asked"
	Demanded Stance = "demanded"
	Unsaid   Stance = "unsaid"
	Held     Stance = "held"
)

// Statement is what an article credits to somebody, and exactly where.
type Statement struct {
	// Speaker is the Speaker.ID of who is credited; "" where the article
	// leaves it open or it could not be told.
	Speaker string
	Kind    Kind
	Stance  Stance
	// Content is what is credited, in page order: one span, or several where
	// the cue stands in the middle or the words run over paragraphs. A
	// quotation's marks belong to it.
	Content []Span
	// Passage is what is shown when the words are not the speaker's own: the
	// whole sentence or sentences that carry the statement, cue included. It
	// lies in the paragraph of Content[0] and covers Content[0].
	Passage Span
	// Source is the mention that was credited, as the article writes it ("he",
	// "the spokesman"); zero where there is none.
	Source Span
	// Cue is the word or words that attribute ("said", "according to"); zero
	// where a colon or the place alone does.
	Cue Span
	// Verb is the cue's base form ("say"), "" without a cue.
	Verb string
	// Certainty is how sure the attribution is, from 0 to 1. Below [Doubtful]
	// it is never shown as a plain one.
	Certainty float64
	// Rule names the rule that found the statement ("quote, cue after").
	Rule string
	// Why tells how the source became the speaker ("he → Sergei Ryabkov, one
	// sentence back"), "" where the name itself stands there.
	Why string
}

// RuleTurn is the [Statement.Rule] of words behind a speaker's name and a colon,
// without quotation marks.
const RuleTurn = "name and colon"

// Doubtful is the certainty below which an attribution is marked as doubtful.
const Doubtful = 0.5

// Reading is what reading an article for statements gives.
type Reading struct {
	// Speakers are those that the statements credit and others that the
	// article names, in order of first mention, each once.
	Speakers []Speaker
	// Statements are in page order of their first span.
	Statements []Statement
}
