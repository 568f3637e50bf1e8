package answer

import (
	"onrecord/news"
	"onrecord/phrases"
)

// badInput is a complaint about what a user gave: one whole sentence, which
// wraps news.ErrBadInput.
func badInput(english string, args ...any) error {
	return phrases.Complain(news.ErrBadInput, english, args...)
}

// tooLong complains of a question, quotation, name or topic of more than limit
// code points.
func tooLong(what string, limit int) error {
	switch what {
	case "quotation":
		return badInput("The quotation is longer than {n} characters; please shorten it.", limit)
	case "name":
		return badInput("The name is longer than {n} characters; please shorten it.", limit)
	case "topic":
		return badInput("The topic is longer than {n} characters; please shorten it.", limit)
	}
	return badInput("The question is longer than {n} characters; please shorten it.", limit)
}

// notText complains of bytes that are no text.
func notText(what string) error {
	switch what {
	case "quotation":
		return badInput("The quotation is not valid UTF-8 text; please type it again.")
	case "name":
		return badInput("The name is not valid UTF-8 text; please type it again.")
	case "topic":
		return badInput("The topic is not valid UTF-8 text; please type it again.")
	}
	return badInput("The question is not valid UTF-8 text; please type it again.")
}
