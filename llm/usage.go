package llm

// Usage is what a request cost, in tokens.
type Usage struct {
	Prompt, Completion int
	// Estimated tells that the endpoint did not say.
	Estimated bool
}

// Total is all of it.
func (u Usage) Total() int { return u.Prompt + u.Completion }

// unbelievable tells whether an endpoint did not say what a reply cost, or said
// what can't be.
func (u Usage) unbelievable() bool {
	const most = 10_000_000
	return u.Prompt <= 0 || u.Completion < 0 || u.Prompt > most || u.Completion > most
}

// bytesPerToken is low for English, so that estimates are rather too high.
const bytesPerToken = 3

// Estimate guesses how many tokens a text is.
func Estimate(text string) int { return (len(text) + bytesPerToken - 1) / bytesPerToken }

// estimate guesses what a request and its reply cost.
func estimate(r Request, reply string) Usage {
	return Usage{Prompt: Estimate(r.System) + Estimate(r.User) + 8, Completion: Estimate(reply), Estimated: true}
}
