package main

import "context"

// What a container should have: less than leastMemory and the bot itself may be
// ended; less than pdfMemory and PDFs can't be read, for which PDFium is compiled
// once.
const (
	leastMemory = 96 << 20
	pdfMemory   = 384 << 20
)

// checkMemory looks at what the container allows.
func checkMemory(_ context.Context, e *examination) finding {
	plan := e.plan
	switch {
	case plan.limit == 0:
		return fine("no limit is set; the bot keeps its own under %s", megabytes(plan.serving))
	case plan.limit < leastMemory:
		return trouble("give it 128 MB or more: ONRECORD_MEMORY for compose.yaml, MemoryMax in the unit, resources.limits.memory in the manifest",
			"this container has %s, too little for the bot to be safe", megabytes(plan.limit))
	case plan.limit < pdfMemory:
		return fine("this container has %s: %s for the bot and %s for reading one document at a time, too little for PDFs; they are refused with a word about that", megabytes(plan.limit), megabytes(plan.serving), megabytes(plan.reading))
	}
	return fine("this container has %s: %s for the bot and %s for reading a document", megabytes(plan.limit), megabytes(plan.serving), megabytes(plan.reading))
}
