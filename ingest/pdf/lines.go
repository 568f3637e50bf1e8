package pdf

import (
	"math"
	"slices"
	"strings"
	"unicode"
)

// run is a character, or several on one line. Positions are in points from the
// page's lower left corner.
type run struct {
	text                     string
	left, right, top, bottom float64
	size                     float64
	bold                     bool
}

// line is a line as it is printed; a hyphen at its end may be the printer's.
type line struct{ run }

// lines puts the characters of a page together, in the order in which the file
// draws them, which in nearly all files is the order of reading, column by
// column. Spaces and line ends that are only shown by a gap are PDFium's.
func lines(chars []run) []line {
	var out []line
	open := false
	for _, c := range chars {
		switch {
		case strings.ContainsAny(c.text, "\r\n"):
			open = false
			continue
		case strings.TrimSpace(c.text) == "":
			if open {
				out[len(out)-1].text += " "
			}
			continue
		}
		if c.size <= 0 {
			c.size = math.Max(1, c.top-c.bottom)
		}
		if !open || !sameLine(out[len(out)-1].run, c) {
			out = append(out, line{c})
			open = true
			continue
		}
		l := &out[len(out)-1]
		l.text += c.text
		l.right, l.top, l.bottom = math.Max(l.right, c.right), math.Max(l.top, c.top), math.Min(l.bottom, c.bottom)
		l.bold = l.bold && c.bold
		l.size = math.Max(l.size, c.size)
	}
	for i := range out {
		text := strings.TrimRight(out[i].text, " \r\n\t")
		// PDFium writes these for a hyphen at the end of a line.
		for _, mark := range []string{"\x02", "\ufffe", "\u00ad"} {
			if rest, ok := strings.CutSuffix(text, mark); ok {
				text = rest + "-"
			}
		}
		out[i].text = strings.Join(strings.Fields(clean(text)), " ")
	}
	return slices.DeleteFunc(out, func(l line) bool { return l.text == "" })
}

// sameLine tells whether a character stands on a line, not above or below it
// and not far to its left, where another column would be.
func sameLine(l, c run) bool {
	slack := .6 * math.Max(l.size, c.size)
	return c.bottom < l.top+slack && c.top > l.bottom-slack && c.left > l.right-3*c.size && c.left < l.right+4*c.size
}

func clean(text string) string {
	return strings.Map(func(r rune) rune {
		if r == '\x02' || r == '\ufffe' {
			return '-'
		}
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return ' '
		}
		return r
	}, text)
}

// withoutRunning takes out the lines that pages have in common at their top and
// foot, and page numbers.
func withoutRunning(pages [][]line) [][]line {
	seen := map[string]int{}
	for _, page := range pages {
		once := map[string]bool{}
		for i, l := range page {
			if atEdge(page, i) && !once[form(l.text)] {
				once[form(l.text)] = true
				seen[form(l.text)]++
			}
		}
	}
	out := make([][]line, len(pages))
	for p, page := range pages {
		for i, l := range page {
			f := form(l.text)
			often := len(pages) > 1 && seen[f] >= max(2, len(pages)/3)
			number := strings.Trim(f, "#-–—|/ .") == "" || f == "page #" || f == "page # of #" || f == "seite #"
			if atEdge(page, i) && (often || number) {
				continue
			}
			out[p] = append(out[p], l)
		}
	}
	return out
}

// atEdge tells whether a line is among the three highest or lowest of its page.
func atEdge(page []line, i int) bool {
	higher, lower := 0, 0
	for _, l := range page {
		if l.bottom > page[i].top {
			higher++
		}
		if l.top < page[i].bottom {
			lower++
		}
	}
	const edge = 3
	return higher < edge || lower < edge
}

// form is what a running line has in common on all pages: its words, with every
// number as one sign.
func form(text string) string {
	var b strings.Builder
	figures := false
	for _, r := range strings.ToLower(text) {
		if unicode.IsDigit(r) {
			if !figures {
				b.WriteByte('#')
			}
			figures = true
			continue
		}
		figures = false
		b.WriteRune(r)
	}
	return b.String()
}
