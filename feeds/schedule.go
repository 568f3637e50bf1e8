package feeds

import (
	"hash/fnv"
	"strconv"
	"time"

	"onrecord/news"
)

// How often feeds are asked.
const (
	often    = 30 * time.Minute // one that brings something each time
	seldom   = 4 * time.Hour    // one that has been quiet for long
	hardly   = 24 * time.Hour   // one that fails and fails
	patience = 7 * 24 * time.Hour
)

// next is when to ask a feed again: the longer it has been quiet or failing the
// later, never before its site asked for, and each somewhat apart from others
// that were asked at the same moment.
func next(src news.FeedSource, now, until time.Time) time.Time {
	wait := min(often<<min(src.Quiet/3, 3), seldom)
	if src.Failures > 0 {
		wait = min(often<<min(src.Failures-1, 6), hardly)
	}
	h := fnv.New32a()
	_, _ = h.Write([]byte(src.Address + strconv.FormatInt(now.Unix(), 10)))
	wait += wait / 10 * time.Duration(h.Sum32()%1000) / 1000
	due := now.Add(wait)
	if until.After(due) {
		due = until
	}
	if latest := now.Add(patience); due.After(latest) {
		due = latest
	}
	return due.Truncate(time.Millisecond)
}
