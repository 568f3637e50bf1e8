package news

import (
	"crypto/sha256"
	"encoding/base32"
	"strings"
	"time"
)

// Feed is an outlet's list of new articles that a library follows.
type Feed struct {
	Library string
	// ID is derived from the address, see [FeedID].
	ID      string
	Address string
	Title   string
	// Channel is where new articles are announced, "" for nowhere.
	Channel string
	// Word and Speaker limit what is taken: only articles with the word, only
	// articles that credit the speaker; "" for all.
	Word, Speaker string
	Added         time.Time
}

// FeedID derives the identifier of a library's feed from its address.
func FeedID(address string) string {
	sum := sha256.Sum256([]byte(address))
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:5]))
}

// FeedSource is the address of a feed as it is polled: once for all libraries
// that follow it.
type FeedSource struct {
	Address        string
	ETag, Modified string
	// Due is when to ask it again, Polled when it last answered.
	Due, Polled time.Time
	// Quiet and Failures count polls in a row that brought nothing new, and
	// that failed; Problem is the last failure's sentence.
	Quiet, Failures int
	Problem         string
}

// Watch is the wish to be sent a speaker's new statements once a day.
type Watch struct {
	Library string
	ID      string
	Speaker string
	// Channel is where they go; "" for a direct message to Person, who asked.
	Channel, Person string
	// Since tells that what came until then has been sent; Due is when to look
	// again.
	Since, Due time.Time
}

// WatchID derives the identifier of a watch.
func WatchID(speaker, channel, person string) string {
	if channel != "" {
		person = ""
	}
	sum := sha256.Sum256([]byte(strings.ToLower(speaker) + "\n" + channel + "\n" + person))
	return strings.ToLower(base32.StdEncoding.EncodeToString(sum[:5]))
}

// Shelved is when the newest version of an article came, and whether it may
// leave again.
type Shelved struct {
	Article Ref
	Came    time.Time
	// Feed is the feed that brought it first, "" for a person.
	Feed string
	// ETag and Modified are the page's, for asking whether it has changed.
	ETag, Modified string
	// Pinned articles stay, however old.
	Pinned bool
}
