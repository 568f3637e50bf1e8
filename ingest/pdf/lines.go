package pdf

import (
	"math"
	"strings"
	"unicode"
)

// run is a stretch of text of one font on one line. Positions are in points
// from the page's lower left corner.
type run struct {
	text                     string
	left, right, top, bottom float64
	size                     float64
	bold                     bool
}

// line is a line as it is printed; a hyphen at its end may be the printer's.
type line struct{ run }

// lines puts the runs of a page together, in the order in which the file draws
// them, which in nearly all files is the order of reading, column by column.
func lines(runs []run) []line {
	var out []line
	for _, r := range runs {
		if strings.TrimSpace(clean(r.text)) == "" {
			continue
		}
		if r.size <= 0 {
			r.size = math.Max(1, r.top-r.bottom)
		}
		if n := len(out); n > 0 && sameLine(out[n-1].run, r) {
			l := &out[n-1]
			if gap := r.left - l.right; gap > .12*r.size && !strings.HasSuffix(l.text, " ") && !strings.HasPrefix(r.text, " ") {
				l.text += " "
			}
			l.text += r.text
			l.right, l.top, l.bottom = math.Max(l.right, r.right), math.Max(l.top, r.top), math.Min(l.bottom, r.bottom)
			l.bold = l.bold && r.bold
			l.size = math.Max(l.size, r.size)
			continue
		}
		out = append(out, line{r})
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
	return out
}

// sameLine tells whether next stands on the line of prev, to its right.
func sameLine(prev, next run) bool {
	height := math.Min(prev.top-prev.bottom, next.top-next.bottom)
	overlap := math.Min(prev.top, next.top) - math.Max(prev.bottom, next.bottom)
	return overlap > .5*height && next.left >= prev.right-.3*next.size && next.left-prev.right < 2.5*next.size
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
