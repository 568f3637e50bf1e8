package bot

import (
	"fmt"
	"testing"
)

// TestBuckets: the library never forgets the name of a bucket, so that there must
// not be one for every channel or interaction; one thing is always in the same.
func TestBuckets(t *testing.T) {
	names := map[string]int{}
	for n := range 20 * buckets {
		id := fmt.Sprint(640000000000000000 + n<<22)
		if spread("channel", id) != spread("channel", id) {
			t.Fatal("a channel changes its bucket")
		}
		names[spread("channel", id)]++
	}
	if len(names) > buckets || len(names) < buckets*9/10 {
		t.Errorf("%d buckets", len(names))
	}
	for name, n := range names {
		if n > 60 {
			t.Errorf("%d of %d channels share %s", n, 20*buckets, name)
		}
	}
}
