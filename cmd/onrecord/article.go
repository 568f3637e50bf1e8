package main

// articleCommand groups what is done with articles.
type articleCommand struct {
	Add    articleAddCommand    `cmd:"" help:"Add text or Markdown files."`
	List   articleListCommand   `cmd:"" help:"List the articles."`
	Show   articleShowCommand   `cmd:"" help:"Show an article's paragraphs with their numbers."`
	Remove articleRemoveCommand `cmd:"" help:"Remove an article."`
}

func (articleCommand) Help() string {
	return "Example:\n\n    onrecord article add story.txt"
}
