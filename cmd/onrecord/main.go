// Command onrecord answers questions about news articles with the articles'
// own words, on the command line and in Discord.
package main

import (
	"context"
	"os"
	"os/signal"
	"syscall"
)

// commands is the command line, in the order in which help lists it. Each
// command lives in the file of its name.
type commands struct {
	DB string `name:"db" placeholder:"FILE" help:"SQLite file (or :memory:, postgres://…) of the library."`

	Ask      askCommand      `cmd:"" help:"Answer a question with the articles' own words."`
	Speaker  speakerCommand  `cmd:"" help:"Show what the articles credit to somebody."`
	Speakers speakersCommand `cmd:"" help:"List who speaks in the articles."`
	Timeline timelineCommand `cmd:"" help:"Show what somebody said, by date."`
	Sides    sidesCommand    `cmd:"" help:"Show who says what about something."`
	Check    checkCommand    `cmd:"" help:"Check whether somebody said these words."`
	Article  articleCommand  `cmd:"" help:"Add, list, show and remove articles."`
	Feed     feedCommand     `cmd:"" help:"Follow outlets' feeds."`
	DBase    dbCommand       `cmd:"" name:"db" help:"Copy a library into another database."`
	Backup   backupCommand   `cmd:"" help:"Save everything into a file."`
	Restore  restoreCommand  `cmd:"" help:"Put back what backup saved."`
	Export   exportCommand   `cmd:"" help:"Print a library as JSON Lines."`
	Feedback feedbackCommand `cmd:"" help:"Show what people thought of answers."`
	Usage    spentCommand    `cmd:"" help:"Show what the language model cost."`
	Serve    serveCommand    `cmd:"" help:"Answer in Discord."`
	Doctor   doctorCommand   `cmd:"" help:"Check the set-up, and say what to fix."`
	Registry registryCommand `cmd:"" name:"commands" help:"Compare, register or remove the bot's commands."`
	Config   configCommand   `cmd:"" help:"Show the settings, without the secrets."`
	Health   healthCommand   `cmd:"" help:"Ask a running bot whether it is ready."`
	Version  versionCommand  `cmd:"" help:"Print the version."`
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	context.AfterFunc(ctx, stop) // a second Ctrl-C ends the program at once
	status := run(ctx, os.Args[1:], os.Getenv, systemConsole())
	stop()
	os.Exit(status)
}
