package main

import (
	"context"
	"time"

	"onrecord/news"
)

// warmTime is how long a start may wait for its own question at most.
const warmTime = time.Second

// warm asks what people would, before they can. A first question makes tables
// that last as long as the process: made now they lie together in memory, rather
// than here and there among what comes and goes, where each keeps a whole page
// from being handed back; and nobody waits for them. Whether there is an answer is
// no matter, and what is wrong with the library is told by those who need it.
func (l *library) warm(ctx context.Context) {
	ctx, cancel := context.WithTimeout(ctx, warmTime)
	defer cancel()
	q := news.Question{Library: news.HomeLibrary, Text: "What did Ryabkov say about a 48-hour ceasefire?"}
	_, _ = l.engine.Ask(ctx, q)
}
