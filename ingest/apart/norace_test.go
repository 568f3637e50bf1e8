//go:build !race

package apart

const raceCosts = 1
