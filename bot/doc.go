// Package bot is On Record in Discord: commands, mentions and how answers look.
//
// What happens to a question: [Bot] takes an event from the gateway (events.go),
// reads it into a [Request] (request.go), finds its [Command] (commands.go),
// acknowledges it, runs the command when a worker is free (answering.go, work.go)
// and sends the [Message] that comes back. Each command is one file; render.go and
// its neighbours turn answers into messages and know nothing of Discord but its
// limits; gateway.go stays connected; discord.go alone knows the library.
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
