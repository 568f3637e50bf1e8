// Package browsertest drives a real Chromium without a window, for tests of
// pages: it opens them, presses keys, and tells what they show. It speaks the
// browser's DevTools protocol, one call at a time, and needs nothing beside the
// browser; where there is none, a test is skipped.
package browsertest
