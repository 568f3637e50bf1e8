package quotes

import "onrecord/news"

// found is a statement before its speaker is known: places in one paragraph,
// or in several where a quotation runs on.
type found struct {
	paragraph int // where cue and source stand
	content   []news.Span
	passage   place
	shown     int  // the paragraph of the passage
	sourceIn  int  // the source's paragraph where it is another, else 0
	colon     bool // the cue ended its paragraph with a colon
	source    place
	whom      place // the mention to resolve, where the source is "who" or elided; else the source
	cue       place
	verb      string
	stance    news.Stance
	certainty float64
	rule      string
}

func (f *found) sourceParagraph() int {
	if f.sourceIn > 0 {
		return f.sourceIn
	}
	return f.paragraph
}

// The rules, as [news.Statement.Rule] names them.
const (
	ruleBefore     = "cue before"
	ruleAfter      = "cue after"
	ruleMiddle     = "cue in the middle"
	ruleAccording  = "according to"
	ruleColon      = "speaker and colon"
	ruleBrackets   = "source in brackets"
	ruleTranscript = news.RuleTurn
	ruleNominal    = "nominal cue"
	rulePassive    = "passive"
	ruleObject     = "cue and object"
	ruleFloating   = "floating quotation"
	ruleRunsOn     = "quotation runs on"
	ruleAttitude   = "attitude"
)
