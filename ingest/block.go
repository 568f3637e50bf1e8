package ingest

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A block is a stretch of the page that will be one paragraph.
type block struct {
	text string // one line, see squeeze
	mark mark
}

// A mark is what the typing around a block says of it.
type mark int

const (
	plain   mark = iota
	bullet       // an item of a list
	heading      // a Markdown heading
	title        // the first heading of the highest level
	code         // fenced code, or something else that is no prose and not shown
	picture      // the words of a Markdown image
	strong       // a paragraph set wholly in bold or italics
	legend       // such a paragraph right under a picture
	link         // a paragraph that is one link and nothing else
	row          // a row of a table
	header       // a "Date: …" line at the top of the file
)

// rawLine is a line of a plain text file.
type rawLine struct {
	text   string // without the spaces around it and without the bullet
	runes  int    // length as typed, indentation included
	indent int
	bullet bool
}

// plainBlocks splits a plain text file. A blank line always ends a block; so
// does a line break, unless the lines are one paragraph wrapped at a column.
func plainBlocks(text string) []block {
	var groups [][]rawLine
	var group []rawLine
	for len(text) > 0 {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		if strings.TrimSpace(line) == "" {
			if group != nil {
				groups = append(groups, group)
				group = nil
			}
			continue
		}
		group = append(group, readLine(line))
	}
	if group != nil {
		groups = append(groups, group)
	}

	column := wrapColumn(groups)
	var blocks []block
	for _, group := range groups {
		if len(blocks) > MaxParagraphs {
			break // too many already, see checkSizes
		}
		blocks = append(blocks, joinLines(group, column)...)
	}
	return blocks
}

func readLine(line string) rawLine {
	l := rawLine{runes: utf8.RuneCountInString(line)}
	for _, r := range line {
		if r == '\t' {
			l.indent += 4
		} else if r == ' ' {
			l.indent++
		} else {
			break
		}
	}
	l.text, l.bullet = cutBullet(strings.TrimSpace(line))
	return l
}

// cutBullet takes the bullet off an item of a list.
func cutBullet(line string) (rest string, found bool) {
	r, size := utf8.DecodeRuneInString(line)
	if !strings.ContainsRune("•·▪▫◦‣●○■□*-+►▶»", r) || size >= len(line) || line[size] != ' ' && line[size] != '\t' {
		return line, false
	}
	rest = strings.TrimSpace(line[size:])
	if !hasLetter(rest) {
		return line, false // a rule such as "* * *"
	}
	return rest, true
}

// The columns at which people wrap text.
const (
	leastColumn = 50
	mostColumn  = 120
)

// wrapColumn is the length at which the file's lines were wrapped, 0 if they
// were not. Wrapped lines are all short and mostly end inside a sentence.
func wrapColumn(groups [][]rawLine) int {
	lines, long := 0, 0
	var lengths [mostColumn + 1]int // of lines that another one follows
	inner, wide, open := 0, 0, 0    // those; the wide ones; the wide ones that end inside a sentence
	for _, group := range groups {
		for i, l := range group {
			lines++
			switch {
			case l.runes > mostColumn:
				long++
			case i+1 < len(group):
				inner++
				lengths[l.runes]++
				if l.runes >= leastColumn-10 {
					wide++
					if !endsSentence(l.text) {
						open++
					}
				}
			}
		}
	}
	if long > lines/50 || open == 0 || open*2 < wide {
		return 0
	}
	// A heading may be longer than the column: leave out the longest tenth.
	column := mostColumn
	for longer := 0; column > 0; column-- {
		if longer += lengths[column]; longer*10 > inner {
			break
		}
	}
	if column < leastColumn {
		return 0
	}
	return column
}

// joinLines makes the blocks of lines with no blank line between them.
func joinLines(group []rawLine, column int) []block {
	var blocks []block
	var text strings.Builder
	for i, l := range group {
		if i > 0 && continues(group[i-1], l, column) {
			if prev := group[i-1].text; !splitWord(prev, l.text) {
				text.WriteByte(' ')
			}
			text.WriteString(l.text)
			continue
		}
		if i > 0 {
			blocks[len(blocks)-1].text = squeeze(text.String())
			text.Reset()
		}
		var b block
		if l.bullet {
			b.mark = bullet
		}
		blocks = append(blocks, b)
		text.WriteString(l.text)
	}
	blocks[len(blocks)-1].text = squeeze(text.String())
	return withoutEmpty(blocks)
}

// continues tells whether next goes on with the paragraph of line: its first
// word did not fit there any more, or a sentence runs on.
func continues(line, next rawLine, column int) bool {
	if next.bullet || next.indent > line.indent && !line.bullet || line.runes > mostColumn || line.runes < leastColumn-10 {
		return false
	}
	first, _, _ := strings.Cut(next.text, " ")
	small, _ := utf8.DecodeRuneInString(next.text)
	full := column > 0 && line.runes+1+utf8.RuneCountInString(first) > column
	// Programs that count bytes, or hands, may leave a line short of the column.
	nearly := column > 0 && line.runes*20 > column*17 && !endsSentence(line.text)
	runsOn := !endsSentence(line.text) && unicode.IsLower(small)
	return (full || nearly || runsOn) && !standsAlone(line.text) && !standsAlone(next.text)
}

// splitWord tells whether a hyphen at the end of a line joins it to the next.
func splitWord(line, next string) bool {
	if !strings.HasSuffix(line, "-") {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(line, "-"))
	after, _ := utf8.DecodeRuneInString(next)
	return (unicode.IsLetter(before) || unicode.IsDigit(before)) && unicode.IsLower(after)
}

func withoutEmpty(blocks []block) []block {
	kept := blocks[:0]
	for _, b := range blocks {
		if b.text != "" {
			kept = append(kept, b)
		}
	}
	return kept
}

// standsAlone tells whether a line is by its shape one of its own, never a
// part of a wrapped paragraph.
func standsAlone(line string) bool {
	if len(line) > 200 {
		return false
	}
	if _, ok := dateLine(line); ok {
		return true
	}
	return isByline(line) || creditOnly().MatchString(line) || commentLabel().MatchString(line) ||
		relatedOpening().MatchString(line) || timeOnly().MatchString(line) || headerLine().MatchString(line)
}
