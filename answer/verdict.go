package answer

import "onrecord/news"

// Claim is words that somebody is supposed to have said.
type Claim struct {
	Library string
	Words   string
	Speaker string // as typed, "" for anybody
	Article string // an article's ID, "" for all
}

// Finding is what checking a claim came to.
type Finding string

// The findings.
const (
	Verbatim   Finding = "verbatim"   // the words stand there, credited to the speaker (if one was named)
	Nearly     Finding = "nearly"     // nearly these words stand there
	Other      Finding = "other"      // they, or nearly they, stand there, not credited to the speaker named
	Paraphrase Finding = "paraphrase" // they stand there, but are the reporter's, not the speaker's own
	Absent     Finding = "not_found"  // not in the library, which doesn't mean they were never said
)

// Verdict is the outcome of checking a claim.
type Verdict struct {
	words   string
	finding Finding
	speaker string
	// stranger tells that nobody whom the library knows has the name.
	stranger bool
	quotes   []news.Quote
	diff     []Edit
}

// Edit is one step of a word-level difference, in order: words kept, words
// that the claim has and the article has not, or the other way round.
type Edit struct {
	Op   EditOp
	Text string
}

// EditOp is what an [Edit] does.
type EditOp string

// The steps of a difference.
const (
	Same    EditOp = "same"
	Claimed EditOp = "claimed" // only in the words claimed
	Printed EditOp = "printed" // only in the article
)

// Words are the words that were checked.
func (v Verdict) Words() string { return v.words }

// Finding is the outcome.
func (v Verdict) Finding() Finding { return v.finding }

// Speaker is the speaker the claim named, resolved to a name of the library,
// or as typed when unknown; "" when none was named.
func (v Verdict) Speaker() string { return v.speaker }

// Stranger tells that the claim names somebody whom the library does not know.
func (v Verdict) Stranger() bool { return v.stranger }

// Quotes are the places found, best first.
func (v Verdict) Quotes() []news.Quote { return v.quotes }

// Diff goes with the first of Quotes when those are nearly the words: always
// when the finding is [Nearly], sometimes when it is [Other].
func (v Verdict) Diff() []Edit { return v.diff }
