// Package llm talks to a language model behind an OpenAI-compatible endpoint:
// OpenAI itself, Ollama, llama.cpp, vLLM or a gateway. It bounds what such a
// server may cost in time, memory and tokens, and says in plain words what is
// wrong with one. What a model replies is a stranger's text: this package reads
// it and believes nothing of it.
package llm
