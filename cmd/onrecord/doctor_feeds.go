package main

import (
	"context"
	"time"

	"onrecord/terminal"
)

// failsOften is how often a feed fails in a row before doctor names it: outlets
// are away for an hour now and then.
const failsOften = 5

// checkFeeds looks at what is followed: feeds that keep failing, and whether
// anybody polls them.
func checkFeeds(ctx context.Context, e *examination) finding {
	if e.lib == nil {
		return skip("the library is not open")
	}
	list, err := e.lib.Sources(ctx)
	if err != nil {
		return trouble("", "the feeds can't be listed: %v", err)
	}
	if len(list) == 0 {
		return fine("no feed is followed")
	}
	const late = 6 * time.Hour
	waiting := 0
	for _, s := range list {
		if time.Since(s.Due) > late {
			waiting++
		}
	}
	if waiting > 0 {
		return trouble("keep onrecord serve running, or use onrecord feed poll", "%s been due for hours and nobody has polled", plural(waiting, "feed has", "feeds have"))
	}
	if worst := list[0]; worst.Failures >= failsOften {
		return trouble("open its address; if it has moved, remove the feed and add the new one", "%s has failed %d times in a row: %s", terminal.Clean(worst.Address), worst.Failures, terminal.Clean(worst.Problem))
	}
	open, err := e.lib.OpenJobs(ctx, "", time.Now().Add(-time.Hour))
	if err != nil {
		return trouble("", "the jobs can't be counted: %v", err)
	}
	if open > 0 {
		return fine("%s followed; %s in hand", plural(len(list), "feed is", "feeds are"), plural(open, "article is", "articles are"))
	}
	return fine("%s followed", plural(len(list), "feed is", "feeds are"))
}
