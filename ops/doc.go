// Package ops is what operators look at: whether the process is alive and
// ready, what it does in numbers, and a small page about it. It knows nothing
// of Discord or articles: what it shows is handed to it.
package ops
