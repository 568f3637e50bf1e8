package bot

import (
	"hash/fnv"
	"strconv"

	"github.com/bwmarrin/discordgo"
)

// bucket names what the rate limit of a request is counted by. Requests of one
// bucket go one after the other, and the library keeps each bucket for ever: there
// are as many as are named here, however many people and channels there are.
type bucket string

// The buckets of the bot itself.
const (
	commandsBucket bucket = "commands"
	accountBucket  bucket = "account"
	gatewayBucket  bucket = "gateway"
	directBucket   bucket = "direct" // opening direct messages
)

// spreadBuckets is what people and channels share of one kind.
const spreadBuckets = 1024

// bucketKind is a sort of requests that wait for no other sort: a first reply must
// not wait behind an edit that Discord takes its time over.
type bucketKind string

const (
	callbackBucket bucketKind = "callback" // an interaction's first reply
	webhookBucket  bucketKind = "webhook"  // what follows it
	sendBucket     bucketKind = "send"     // to a channel
	editBucket     bucketKind = "edit"     // a message in a channel
	threadBucket   bucketKind = "thread"   // opened in a channel
	readBucket     bucketKind = "read"     // what is in a channel
	channelBucket  bucketKind = "channel"  // what it is
)

// spread is the bucket for an interaction's token, or for a channel.
func spread(kind bucketKind, of string) bucket {
	h := fnv.New32a()
	_, _ = h.Write([]byte(of))
	return kind.bucket(h.Sum32() % spreadBuckets)
}

func (k bucketKind) bucket(n uint32) bucket { return bucket(string(k) + "-" + strconv.Itoa(int(n))) }

// fillBuckets makes the buckets that most answers need. Made one by one they would
// lie all over the memory, and keep most of it from being handed back when nobody
// asks any more.
func fillBuckets(l *discordgo.RateLimiter) {
	for _, kind := range []bucketKind{callbackBucket, webhookBucket, sendBucket, editBucket} {
		for n := range uint32(spreadBuckets) {
			l.GetBucket(string(kind.bucket(n)))
		}
	}
}
