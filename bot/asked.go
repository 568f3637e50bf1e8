package bot

// Failed is the outcome of a question that something went wrong with.
const Failed = "failed"

// asked tells whoever counts them of a question and how it ended.
func (b *Bot) asked(p Place, outcome string) {
	if b.config.Asked == nil || outcome == "" {
		return
	}
	if p.personal() {
		p.Server = ""
	}
	b.config.Asked(p.Server, outcome)
}
