// Package shards shares the parts of a bot's gateway among processes, with no
// coordinator but a table that all of them reach.
//
// Each process says every moment that it is there, renews the leases on its
// shards, takes free ones when it has fewer than its share and gives some up
// when it has more. A process that can't renew stops using its shards before
// their leases end, so two never use one at the same time.
// One that can't reach Discord gives up what it has, where there are others, and
// takes nothing until Discord answers it again.
package shards
