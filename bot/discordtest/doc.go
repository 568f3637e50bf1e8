// Package discordtest is a Discord in one process, for tests and for trying a
// bot without an account: REST and gateway version 9 as discordgo speaks them,
// refusing what Discord refuses.
//
//	srv := discordtest.New(t)
//	go run(ctx, discordtest.Token, srv.Client()) // the bot under test
//	srv.Ready()
//	reply := srv.Slash("ask", "question", "What did Ryabkov say?")
//
// [Server] is the Discord itself and needs no test; [T], which [New] returns,
// wraps it so that whatever goes wrong fails the test with a sentence. A bot
// reaches the server through the http.Client that [Server.Client] gives: its
// transport sends what is meant for discord.com to the server and nothing
// anywhere else, and the gateway's address comes from the server's reply to
// /gateway, so no global of discordgo is touched and servers run in parallel.
//
// # What people do
//
// [Server.Send] writes a message ([Post] says where, with what files, in reply to
// what), [Server.Command] uses a slash command ("article add" with its
// subcommand), [Server.Type] types into an option that completes, [Server.Menu]
// uses a message's menu, [Server.Press] and [Server.Select] use what stands under
// a message, [Server.SubmitWith] sends a modal; [Server.Attach] uploads a file
// first. [Use] says who does it, with which roles, permissions and locale, and
// whether the app is the person's own. What Discord would not let a person do is
// an error.
//
// # What the bot is held to
//
// Every request body is held to the limits (limits*.go) and, with a
// [Description], to Discord's OpenAPI description; interactions to their 3 s and
// 15 min, to one first reply and to five follow-ups where the app is the
// person's own; channels to the bot's permissions there ([Server.SetChannel],
// [Server.AddServer]), threads to their rules; the gateway to 120 sends a minute
// and 4096 bytes, to shards and their pacing; REST to 50 requests a second.
// [Server.Refusals] lists what was refused, [Server.Pings] who was notified.
//
// # What goes wrong
//
// faults.go and restfaults.go script it: [Server.Drop], [Server.CloseWith],
// [Server.Reconnect], [Server.Invalidate], [Server.Greet], [Server.Deafen],
// [Server.DelayReady], [Server.Reorder], [Server.Fail], and Times in [Post] and
// [Use] for events that come twice.
package discordtest
