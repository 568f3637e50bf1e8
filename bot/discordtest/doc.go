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
package discordtest
