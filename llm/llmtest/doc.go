// Package llmtest is a language model for tests: a server of the OpenAI protocol
// that behaves well or badly in every way that matters, on demand. It reads the
// passages out of the prompts of package prompts and retells them honestly, or
// lies about them; or it breaks the protocol. What it replies depends on its
// seed and on how many prompts came before, on nothing else.
package llmtest
