// Package bot is On Record in Discord: commands, mentions and how answers look.
//
// What happens to a question: [Bot] takes an event from the gateway (events.go),
// reads it into a [Request] (request.go), finds its [Command] (commands.go),
// acknowledges it, runs the command when a worker is free (answering.go, work.go)
// and sends the [Message] that comes back. Each command is one file; render.go and
// its neighbours turn answers into messages and know nothing of Discord but its
// limits; gateway.go and connection.go stay connected; discord.go,
// gatewaylink.go and a few beside them alone know the library.
//
// # From the socket to the reply, in several processes
//
// Package shards says which shards of the gateway this process holds. For each,
// stayConnected takes up the session that the shard last had (handover.go,
// resume.go) or begins one, and keeps it open. A process that can't reach Discord
// for four seconds leaves its shards to the others.
//
// An event goes through takeFrom (shards.go), which drops what comes when the
// shard may be another's by now, to take (events.go), which runs where the socket
// is read and only hands on. admit puts the event in hand (hand.go) and starts it
// in a lane (crew.go): as a question; where those are full, as an apology; where
// both are, among those that wait. When all are full a message holds up the
// socket for a while, so that what comes faster than it can be answered waits at
// Discord's side and not in memory.
//
// Several processes may be sent one event: when the gateway repeats itself, when
// a session is taken up, while the gateway is split anew. So each is claimed
// first (once.go). Who has the claim answers; it holds for a few seconds, is
// prolonged while the answer takes longer, and is noted as done afterwards. The
// others wait for that, and take the event on when the claim runs out instead.
// Before anything is sent still asks whether the claim is still ours: a process
// that was stopped for a while finds here that it was not waited for. A store
// that is away makes claims fail: then the event is answered without one where no
// other process is sent it, and else when the store is back, or at last anyway.
//
// Each session remembers up to which event all have been dealt with (session.go),
// and saves that every moment (handover.go). Whoever has the shard next resumes
// there, and is sent again whatever was in hand. A clean stop cuts the socket
// without a goodbye, which would end the session. An interaction that another
// process had begun to answer is taken up where it was left (takeup.go); what a
// killed process leaves for good is told by the journal (inhand.go).
//
// # How it looks
//
// A message is one card (card.go), an embed: the question as its title, the
// answer in bold, then each quotation as a block of four lines: whose words, what
// kind of words, the words in a block quote, and where they stand with a link.
// Article, outlet and date are the footer where there is one article, and stand
// with the place where there are several. Whose and what kind come before the
// words because a screen reader reads in that order; both are words and no signs.
// An abstention begins with "Not answered.", so that the grey of its edge is not
// all that tells. All own sentences are in the asker's language (package phrases);
// what the articles print never changes.
//
// Embeds and not Components V2. For V2 would speak: its text is ordinary message
// text, shown also to who has switched embeds off, and needs no permission to
// embed links; buttons could stand beside each quotation. Against it: all text of
// a message is held to 4000 characters in sum, where a card has 6000; a cap of
// about 10 KB is reported besides, answered by status 500, which Cyrillic and
// Chinese reach at half the length, so what fits can't be told beforehand; the
// flag can't ride on a deferred reply and can't be taken back, so that every
// apology and every later edit must be V2 as well; and footer and coloured edge,
// which part what the article says from what we say of it, would have to be made
// of parts. None of this was tried against Discord itself.
//
// Everything fits by construction: each part has its room (constants named room…)
// and a card refuses what has none (layout.add). Long words are cut at a sentence
// and say so; further quotations are a button away. What strangers wrote goes
// through fit, harmless or plain (fit.go, harmless.go), and right-to-left words
// are set apart (direction.go). render_hostile_test.go holds all renderings to
// this, in every language.
package bot
