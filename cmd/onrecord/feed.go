package main

// feedCommand groups what is done with feeds.
type feedCommand struct {
	Add    feedAddCommand    `cmd:"" help:"Follow an outlet's feed."`
	List   feedListCommand   `cmd:"" help:"List the feeds."`
	Remove feedRemoveCommand `cmd:"" help:"Stop following a feed."`
	Poll   feedPollCommand   `cmd:"" help:"Look for new articles now."`
	Keep   feedKeepCommand   `cmd:"" help:"Say how much of what feeds bring is kept."`
}

func (feedCommand) Help() string {
	return "Feeds are followed while onrecord serve runs, or when you poll.\n\nExample:\n\n    onrecord feed add https://news.example"
}
