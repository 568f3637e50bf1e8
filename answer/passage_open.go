package answer

// openQuestions ask for whatever the articles say of a topic, without naming
// anything that the answer must have.
var openQuestions = match(`(?i)^\W*(?:so |and |ok(?:ay)? )?(?:` +
	`what(?:['’]s| is| was| has| had| have)?(?: just| been)? (?:happen(?:ed|ing|s)?|going on)\b` +
	`|what about\b|anything (?:new )?(?:on|about)\b|what do (?:we|you|the articles?) know (?:about|of)\b` +
	`|(?:can you |please )?tell me (?:more )?(?:about|what happened)\b)`)

// openSure is how sure a sentence answers an open question when it has every
// word of the topic: it is about just that.
const openSure = 0.75

// coversOpen tells whether the question is an open one and the sentence has
// every word that it names.
func (in *inquiry) coversOpen(s *sentence) bool {
	opening := openQuestions.FindStringIndex(in.Topic)
	if opening == nil {
		return false
	}
	named := 0
	for i, w := range in.topic.Words {
		if w.Start < opening[1] {
			continue // what makes the question an open one
		}
		if s.look.Found[i] == 0 {
			return false
		}
		named++
	}
	return named > 0
}
