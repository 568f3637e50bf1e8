// Package phrases is the one catalogue of what the bot itself says, in every
// language that it speaks. Quotations, names, roles and titles are the
// articles' words and are never translated.
//
// A phrase's key is the English sentence, written where it is used:
//
//	t := phrases.For(locale) // "de", "pt-BR", "es-419"; anything unknown is English
//	t.Say("Nobody called {name} speaks in this library.", name)
//	t.Count(n, "{n} paraphrase", "{n} paraphrases")
//	t.Date(published)
//
// Placeholders stand in braces. Arguments follow in the order in which the
// English sentence has them; a translation may order them anew. A placeholder
// with a capital ({Who}) gets its argument with a capital first letter. An
// argument is a string, shown as it is, an int, written as the language writes
// numbers, or another [Phrase]. In Count, {n} is the number and no argument.
// What Say returns is text, not markdown: whoever shows it makes it harmless, as
// ever, and puts bold and the like around it.
//
// In package bot a command gets its tongue from its Request: r.Tongue(). What
// fails with a sentence for people is an error that keeps its phrase, so that
// the bot can say it in the asker's language and a log in English:
//
//	return phrases.Complain(news.ErrBadInput, "The file is longer than {n} pages.", most)
//
// Where only the English text is left of an error, because it came out of another
// process or the database, [Tongue.Translate] finds the phrase by its words.
//
// A command's Name and Description, an option's, and a button's label are
// written in English too; their translations have the keys "/article add" (the
// name of a command), "/article add file" (of an option), and the English
// description or label.
//
// Names of people stand in a sentence as the article prints them and take no
// case endings: word a sentence so that they may stay in the nominative.
//
// The translations are languages/*.json, one flat object each: English to
// translation, or to one translation for each plural form that the language has
// (CLDR: one, few, many, other). A language is parsed when it is first spoken,
// so that the program starts without any; English is never parsed. The tests
// hold every file to the source: nothing missing, nothing left over, the same
// placeholders.
package phrases
