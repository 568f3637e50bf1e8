package main

import (
	"testing"

	"onrecord/browsertest"
)

// browser is a real Chromium that shows the page.
type browser struct{ *browsertest.Page }

// browse opens the page in a window of that width; the test is skipped where
// there is no Chromium.
func browse(t *testing.T, address string, width int) browser {
	t.Helper()
	b := browser{browsertest.Start(t).Page(t, width, 900)}
	b.Go(address)
	b.Await("document.getElementById('status')?.textContent || ''", "The bot is connected.")
	return b
}

// offers waits until the suggestions hold words.
func (b browser) offers(words string) {
	b.Await("document.getElementById('offers').innerText", words)
}
