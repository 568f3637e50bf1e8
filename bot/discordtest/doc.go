// Package discordtest is a Discord for tests: REST and gateway in one process,
// refusing what Discord refuses.
package discordtest
