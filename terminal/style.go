package terminal

// Style is how a run of text looks where colours are on.
type Style string

// The styles, as parameters of the terminal's "select graphic rendition". Only
// the eight basic colours are used, so that people's own themes apply.
const (
	Plain  Style = ""
	Bold   Style = "1"
	Faint  Style = "2"
	Red    Style = "31"
	Green  Style = "32"
	Yellow Style = "33"
	Cyan   Style = "36"
)

// Run is a stretch of text in one style. Its text may come from a stranger.
type Run struct {
	Text  string
	Style Style
}

// Text is a run in no particular style.
func Text(s string) Run { return Run{Text: s} }

// In is a run in a style.
func In(style Style, s string) Run { return Run{Text: s, Style: style} }
