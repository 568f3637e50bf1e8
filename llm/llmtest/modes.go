package llmtest

import "slices"

// Mode is a behaviour.
type Mode string

// What a model may make of the passages.
const (
	Honest          Mode = "honest"             // retells a passage in its own words
	Nothing         Mode = "nothing"            // says that nothing answers
	InventsQuotes   Mode = "invents-quotations" // puts words into quotation marks that nobody said
	AltersWord      Mode = "alters-word"        // one word is another
	AltersNumber    Mode = "alters-number"      // one figure is another, or there is one more
	AltersDate      Mode = "alters-date"        // a day or month is another, or there is one more
	SwapsSpeakers   Mode = "swaps-speakers"     // somebody else is said to have said it
	CitesWrong      Mode = "cites-wrong"        // leans on other passages than it retells
	OutOfRange      Mode = "out-of-range"       // numbers that no passage has
	DropsNot        Mode = "drops-not"          // a no, an if or a may is gone
	AddsNot         Mode = "adds-not"           // or is there where none was
	OpinionAsFact   Mode = "opinion-as-fact"    // what somebody said is simply so
	ObeysArticle    Mode = "obeys-article"      // does what a passage tells it
	AnswersAll      Mode = "answers-anything"   // has an answer to everything
	Stitches        Mode = "stitches"           // joins pieces that do not stand together
	Markup          Mode = "markup"             // links, mentions, markdown, hidden characters
	WrongJSON       Mode = "wrong-json"         // no JSON, or half of it
	JSONInProse     Mode = "json-in-prose"      // the object among friendly words
	ProseInJSON     Mode = "prose-in-json"      // the object with other types in it
	ChangesItsMind  Mode = "changes-its-mind"   // each time something else
	Instructs       Mode = "instructs"          // replies with orders to the program
	FloodsSentences Mode = "floods"             // hundreds of sentences and numbers
)

// What a server may make of the protocol.
const (
	Huge           Mode = "huge"             // 100 MB
	Drip           Mode = "drip"             // one byte a second
	Hang           Mode = "hang"             // nothing, for ever
	Slow           Mode = "slow"             // honest, after Options.Delay
	CutOff         Mode = "cut-off"          // the connection ends in the middle
	CutClean       Mode = "cut-clean"        // a stream ends cleanly, but too early
	Truncated      Mode = "truncated"        // cut at the limit of tokens, and says so
	RateLimit      Mode = "rate-limit"       // 429
	RateLimitAfter Mode = "rate-limit-after" // 429 with Retry-After, then honest
	NoCredit       Mode = "no-credit"        // 429 that no waiting mends
	Error500       Mode = "error-500"
	ErrorHTML      Mode = "error-html"   // a gateway's page
	ErrorOllama    Mode = "error-ollama" // {"error":"…"}
	ErrorIn200     Mode = "error-in-200" // an error that says it is none
	BadKey         Mode = "bad-key"
	BadModel       Mode = "bad-model"
	Redirects      Mode = "redirects"
	Empty          Mode = "empty"        // a reply without words
	NoChoices      Mode = "no-choices"   // a reply without a reply
	NoUsage        Mode = "no-usage"     // does not say what it cost
	AbsurdUsage    Mode = "absurd-usage" // says it cost less than nothing
	NoSchema       Mode = "no-schema"    // refuses response_format, then is honest
	NewTokens      Mode = "new-tokens"   // refuses max_tokens, then is honest
)

// Words are the modes that lie, or not, within the protocol; Wire those that
// break it.
func Words() []Mode {
	return []Mode{Honest, Nothing, InventsQuotes, AltersWord, AltersNumber, AltersDate, SwapsSpeakers, CitesWrong, OutOfRange, DropsNot, AddsNot,
		OpinionAsFact, ObeysArticle, AnswersAll, Stitches, Markup, WrongJSON, JSONInProse, ProseInJSON, ChangesItsMind, Instructs, FloodsSentences}
}

// Wire are the modes that break the protocol, or the connection.
func Wire() []Mode {
	return []Mode{Huge, Drip, Hang, Slow, CutOff, CutClean, Truncated, RateLimit, RateLimitAfter, NoCredit, Error500, ErrorHTML, ErrorOllama,
		ErrorIn200, BadKey, BadModel, Redirects, Empty, NoChoices, NoUsage, AbsurdUsage, NoSchema, NewTokens}
}

// Modes are all of them.
func Modes() []Mode { return slices.Concat(Words(), Wire()) }
