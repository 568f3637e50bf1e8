package main

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"onrecord/bot"
)

// check is one thing that doctor looks at. Another is a function in a file of its
// own, and a line in doctorChecks.
type check struct {
	name string
	look func(ctx context.Context, e *examination) finding
}

// doctorChecks are all that doctor looks at, in the order in which they lean on each
// other.
func doctorChecks() []check {
	return []check{
		{"settings", checkSettings},
		{"memory", checkMemory},
		{"place", checkPlace},
		{"library", checkLibrary},
		{"connections", checkConnections},
		{"replicas", checkReplicas},
		{"articles", checkArticles},
		{"readings", checkReadings},
		{"feeds", checkFeeds},
		{"model", checkModel},
		{"traces", checkTraces},
		{"health", checkPort},
		{"discord", checkReach},
		{"clock", checkClock},
		{"token", checkToken},
		{"application", checkApplication},
		{"intents", checkIntents},
		{"gateway", checkGateway},
		{"commands", checkCommands},
		{"servers", checkServers},
	}
}

// finding is what a check has found.
type finding struct {
	state     state
	says, fix string
}

// state is how a check ended.
type state string

const (
	healthy state = "ok"
	problem state = "problem"
	skipped state = "skipped"
)

func fine(format string, args ...any) finding {
	return finding{state: healthy, says: fmt.Sprintf(format, args...)}
}

// skip says why something was not looked at.
func skip(format string, args ...any) finding {
	return finding{state: skipped, says: fmt.Sprintf(format, args...)}
}

// trouble says what is wrong and what to do about it.
func trouble(fix, format string, args ...any) finding {
	return finding{problem, fmt.Sprintf(format, args...), fix}
}

// examination is what checks share: each leaves to later ones what it found.
type examination struct {
	p      *program
	client *http.Client // to reach Discord with, nil for the usual one
	plan   memoryPlan

	told bool          // Discord has told the time
	skew time.Duration // how far this machine is ahead of it

	lib     *library     // nil when it can't be opened
	account *bot.Account // nil without a token
	bot     *bot.Profile // nil when Discord did not tell
}

func (e *examination) close() {
	if e.lib != nil {
		_ = e.lib.Close() // nothing was written that matters here
	}
}
