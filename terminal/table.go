package terminal

import "strings"

// Table adds rows whose columns are as wide as their widest cell, two spaces
// apart. The last column takes the room that is left and is wrapped in it; on a
// terminal no other column is wider than half of it, its cells cut with "…".
func (p *Page) Table(rows [][]Run) {
	var widths []int
	for _, row := range rows {
		for i, c := range row[:max(0, len(row)-1)] {
			if i == len(widths) {
				widths = append(widths, 0)
			}
			widths[i] = max(widths[i], Width(p.fit(c.Text)))
		}
	}
	for _, row := range rows {
		if len(row) == 0 {
			continue
		}
		var lead []Run
		columns := 0
		for i, c := range row[:len(row)-1] {
			text := p.fit(c.Text)
			pad := widths[i] - Width(text) + 2
			columns += widths[i] + 2
			lead = append(lead, In(c.Style, text), Text(strings.Repeat(" ", pad)))
		}
		p.row(lead, columns, row[len(row)-1])
	}
}

// row writes lead as it is and wraps last beside it.
func (p *Page) row(lead []Run, columns int, last Run) {
	room := 0
	if p.look.Columns > 0 {
		const least = 20
		room = max(least, p.look.Columns-columns)
	}
	for i, line := range wrap(cells([]Run{last}), room) {
		if i == 0 {
			for _, r := range lead {
				p.write(r.Text, r.Style)
			}
		} else {
			p.buf.WriteString(strings.Repeat(" ", columns))
		}
		p.cells(line)
		p.end()
	}
}

// fit makes a cell's text safe and short enough.
func (p *Page) fit(text string) string {
	line := cells([]Run{Text(text)})
	var b strings.Builder
	used := 0
	for i, c := range line {
		if most := p.look.Columns / 2; most > 0 && used+c.width > most-1 && (i < len(line)-1 || used+c.width > most) {
			return b.String() + "…"
		}
		b.WriteString(c.text)
		used += c.width
	}
	return b.String()
}
