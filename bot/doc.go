// Package bot is On Record in Discord: commands, mentions and how answers look.
//
// What happens to a question: [Bot] takes an event from the gateway (events.go),
// reads it into a [Request] (request.go), finds its [Command] (commands.go),
// acknowledges it, runs the command when a worker is free (answering.go, work.go)
// and sends the [Message] that comes back. Each command is one file; render.go and
// its neighbours turn answers into messages and know nothing of Discord but its
// limits; gateway.go stays connected; discord.go alone knows the library.
package bot
