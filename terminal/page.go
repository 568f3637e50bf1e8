package terminal

import (
	"bytes"
	"io"
	"strings"
)

// Look says what an output can show. The zero Look is for pipes and files:
// neither wrapped nor coloured.
type Look struct {
	Columns int // where lines are wrapped, 0 for not at all
	Colour  bool
}

// Page collects what is to be printed and prints it at once, so that a failure
// half-way leaves nothing half printed. It is not for concurrent use.
type Page struct {
	look Look
	buf  bytes.Buffer
}

// NewPage returns an empty page.
func NewPage(look Look) *Page { return &Page{look: look} }

// Para adds a paragraph.
func (p *Page) Para(runs ...Run) { p.Hang(Run{}, Run{}, runs...) }

// Block adds a paragraph each line of which begins with margin.
func (p *Page) Block(margin Run, runs ...Run) { p.Hang(margin, margin, runs...) }

// Hang adds a paragraph whose first line begins with first and whose other
// lines begin with rest. Both keep their spaces.
func (p *Page) Hang(first, rest Run, runs ...Run) {
	room := 0
	if p.look.Columns > 0 {
		const least = 20 // words stay readable in a sliver of a window
		room = max(least, p.look.Columns-max(Width(first.Text), Width(rest.Text)))
	}
	margin := first
	for _, line := range wrap(cells(runs), room) {
		p.write(margin.Text, margin.Style)
		p.cells(line)
		p.end()
		margin = rest
	}
}

// Verbatim adds a line that is never wrapped: an address, a command to copy.
func (p *Page) Verbatim(runs ...Run) {
	for _, r := range runs {
		p.write(Clean(r.Text), r.Style)
	}
	p.end()
}

// Blank adds an empty line, unless the page is empty or ends with one.
func (p *Page) Blank() {
	if p.buf.Len() > 0 && !bytes.HasSuffix(p.buf.Bytes(), []byte("\n\n")) {
		p.buf.WriteByte('\n')
	}
}

// PrintTo writes the page out.
func (p *Page) PrintTo(w io.Writer) error {
	_, err := w.Write(p.buf.Bytes())
	return err
}

// cells writes a line, each stretch of one style at once.
func (p *Page) cells(line []cell) {
	for i := 0; i < len(line); {
		var stretch strings.Builder
		style := line[i].style
		for ; i < len(line) && line[i].style == style; i++ {
			stretch.WriteString(line[i].text)
		}
		p.write(stretch.String(), style)
	}
}

func (p *Page) write(text string, style Style) {
	if style == Plain || !p.look.Colour || strings.TrimSpace(text) == "" {
		p.buf.WriteString(text)
		return
	}
	p.buf.WriteString("\x1b[" + string(style) + "m" + text + "\x1b[0m")
}

// end ends the line; no line ends in spaces.
func (p *Page) end() {
	kept := bytes.TrimRight(p.buf.Bytes(), " ")
	p.buf.Truncate(len(kept))
	p.buf.WriteByte('\n')
}
