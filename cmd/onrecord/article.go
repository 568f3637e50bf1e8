package main

// articleCommand groups what is done with articles.
type articleCommand struct {
	Add    articleAddCommand    `cmd:"" help:"Add text or Markdown files."`
	List   articleListCommand   `cmd:"" help:"List the articles."`
	Show   articleShowCommand   `cmd:"" help:"Show an article's paragraphs with their numbers."`
	Check  articleCheckCommand  `cmd:"" help:"Compare an article with its page as it is now."`
	Pin    articlePinCommand    `cmd:"" help:"Keep an article that a feed brought."`
	Remove articleRemoveCommand `cmd:"" help:"Remove an article."`
}

func (articleCommand) Help() string {
	return "Example:\n\n    onrecord article add story.txt"
}
