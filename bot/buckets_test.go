package bot

import (
	"fmt"
	"testing"
)

// TestSpread: however many people and channels there are, they share a bounded
// number of buckets, about evenly.
func TestSpread(t *testing.T) {
	const people = 100_000
	shared := map[bucket]int{}
	for n := range people {
		token := fmt.Sprint(700000000000000000 + n<<22)
		shared[spread(callbackBucket, token)]++
		if spread(callbackBucket, token) == spread(webhookBucket, token) {
			t.Fatal("a first reply waits behind edits")
		}
	}
	if len(shared) > spreadBuckets {
		t.Errorf("%d buckets", len(shared))
	}
	for b, n := range shared {
		if n > 3*people/spreadBuckets {
			t.Errorf("bucket %s is shared by %d of %d", b, n, people)
		}
	}
}
