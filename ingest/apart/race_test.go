//go:build race

package apart

// raceCosts is how many times the memory the race detector may take.
const raceCosts = 12
