package terminal

import "github.com/clipperhouse/uax29/v2/graphemes"

// cell is one visible character.
type cell struct {
	text  string
	width int
	style Style
}

// cells cuts runs into what the reader sees as characters, made safe. Leading
// spaces of the whole are dropped and stretches of spaces become one.
func cells(runs []Run) []cell {
	var out []cell
	for _, r := range runs {
		for it := graphemes.FromString(Clean(r.Text)); it.Next(); {
			c := cell{text: it.Value(), style: r.Style}
			if c.text == " " && (len(out) == 0 || out[len(out)-1].text == " ") {
				continue
			}
			c.width = clusterWidth(c.text)
			out = append(out, c)
		}
	}
	return trimRight(out)
}

func trimRight(line []cell) []cell {
	for len(line) > 0 && line[len(line)-1].text == " " {
		line = line[:len(line)-1]
	}
	return line
}

// wrap breaks a line of cells at its spaces so that no line is wider than
// columns; a word that is too wide alone is broken inside. columns of 0 or less
// keeps everything on one line. There is always at least one line.
func wrap(line []cell, columns int) [][]cell {
	if columns <= 0 {
		return [][]cell{line}
	}
	var out [][]cell
	start, used, space := 0, 0, -1 // first cell of the line, its width so far, its last space
	for i := 0; i < len(line); i++ {
		if line[i].text == " " {
			space = i
		}
		used += line[i].width
		if used <= columns || i == start || line[i].text == " " {
			continue
		}
		end, next := i, i
		if space > start {
			end, next = space, space+1
		}
		out = append(out, trimRight(line[start:end]))
		start, space = next, -1
		used = 0
		for _, c := range line[start : i+1] {
			used += c.width
		}
	}
	return append(out, line[start:])
}
