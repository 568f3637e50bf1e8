package intake

import (
	"fmt"
	"strings"
)

// Fetching is the step of a job whose page is on its way.
const Fetching = "fetching …"

// progress is how far a job has come.
type progress struct {
	address              bool // it comes from the web
	fetched, read        bool
	paragraphs, speakers int
}

// String is "fetched · read · 23 paragraphs · 9 speakers", as far as that goes.
func (p progress) String() string {
	var parts []string
	switch {
	case p.address && !p.fetched:
		return Fetching
	case p.address:
		parts = append(parts, "fetched")
	}
	if !p.read {
		return strings.Join(append(parts, "reading …"), " · ")
	}
	return strings.Join(append(parts, "read", count(p.paragraphs, "paragraph"), count(p.speakers, "speaker")), " · ")
}

func count(n int, noun string) string {
	if n == 1 {
		return "1 " + noun
	}
	return fmt.Sprintf("%d %ss", n, noun)
}
