package ingest

import (
	"path/filepath"
	"strings"
	"unicode/utf8"
)

// isMarkdown tells how to read a file: by its extension or, where that tells
// nothing, by headings and links that only Markdown has.
func isMarkdown(name, text string) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".md", ".markdown", ".mdown", ".mkd":
		return true
	}
	signs := 0
	for line := range strings.SplitSeq(text[:min(len(text), 50_000)], "\n") {
		if level, _ := atxHeading(line); level > 0 {
			signs++
		}
		if strings.Contains(line, "](http") || strings.HasPrefix(line, "![") {
			signs++
		}
	}
	return signs >= 2
}

// markdown collects the blocks of a Markdown file line by line.
type markdown struct {
	blocks []block
	open   []string // lines of the paragraph being read
	mark   mark     // of that paragraph
	quoted bool     // that paragraph stands in a block quote
	fence  string   // the fence of the code being read, "" outside
	note   bool     // inside an HTML comment
	table  bool     // inside a table
	titled bool     // the title has been seen
}

// markdownBlocks splits a Markdown file and takes its marks off. Only what news
// pages use is understood; the rest is left as it is typed.
func markdownBlocks(text string) []block {
	var m markdown
	for len(text) > 0 && len(m.blocks) <= MaxParagraphs {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		m.line(line)
	}
	m.flush()
	return withoutEmpty(m.blocks)
}

func (m *markdown) line(typed string) {
	if m.fence != "" || m.note {
		m.skip(typed)
		return
	}
	line, depth := cutQuoteMarks(typed)
	line = strings.TrimSpace(line)
	switch {
	case line == "":
		m.flush()
		m.table = false
		return
	case strings.HasPrefix(line, "```") || strings.HasPrefix(line, "~~~"):
		m.flush()
		m.fence = line[:3]
		return
	case strings.HasPrefix(line, "<!--"):
		m.flush()
		_, after, closed := strings.Cut(line, "-->")
		if m.note = !closed; closed && strings.TrimSpace(after) != "" {
			m.line(after)
		}
		return
	}
	if depth > 0 != m.quoted && (depth > 0 || len(m.open) == 0) {
		m.flush()
		m.quoted = depth > 0
	}
	if level, text := atxHeading(line); level > 0 {
		m.flush()
		m.heading(level, text)
		return
	}
	if level := underline(line); level > 0 && len(m.open) == 1 && m.mark == plain && !m.table && len(m.open[0]) < 200 {
		text := m.open[0]
		m.open = nil
		m.heading(level, text)
		return
	}
	if isRule(line) {
		m.flush()
		return
	}
	if m.tableRow(line) {
		return
	}
	if strings.HasPrefix(line, "[") && strings.Contains(line, "]: ") && !strings.HasPrefix(line, "[^") {
		m.flush() // the address of a link, never shown
		return
	}
	if _, ok := wholePicture(line); ok {
		m.flush()
		m.blocks = append(m.blocks, inlineBlock(line, plain))
		return
	}
	if item, ok := cutItem(line); ok {
		m.flush()
		m.mark = bullet
		line = item
	}
	m.open = append(m.open, line)
}

// skip passes over a line of code or of an HTML comment, up to its end.
func (m *markdown) skip(line string) {
	if m.note {
		if _, after, closed := strings.Cut(line, "-->"); closed {
			m.note = false
			if strings.TrimSpace(after) != "" {
				m.line(after)
			}
		}
		return
	}
	line, _ = cutQuoteMarks(line)
	line = strings.TrimSpace(line)
	if strings.HasPrefix(line, m.fence) && strings.Trim(line, "`~") == "" {
		m.fence = ""
		return
	}
	m.blocks = append(m.blocks, block{text: squeeze(line), mark: code})
}

// flush ends the paragraph being read.
func (m *markdown) flush() {
	if len(m.open) > 0 {
		text := strings.Join(m.open, "\n")
		b := block{text: text, mark: m.mark}
		if len(text) < 2*MaxParagraphBytes { // else it is refused as it is, see checkSizes
			b = inlineBlock(text, m.mark)
		}
		if last := len(m.blocks) - 1; b.mark == strong && last >= 0 && m.blocks[last].mark == picture {
			// The legend is what readers see; the picture's own words stand in for it.
			b.mark, m.blocks[last].mark = legend, code
		}
		m.blocks = append(m.blocks, b)
	}
	m.open, m.mark, m.quoted = nil, plain, false
}

func (m *markdown) heading(level int, text string) {
	b := inlineBlock(text, heading)
	b.mark = heading
	if level == 1 && !m.titled {
		b.mark, m.titled = title, true
	}
	m.blocks = append(m.blocks, b)
}

// tableRow reads a row of a table: lines with bars, the second of which is the
// rule under the head. The head only names columns, so it is no prose.
func (m *markdown) tableRow(line string) bool {
	bars := strings.Count(line, "|")
	if bars == 0 || !m.table && (bars < 2 && !strings.Contains(line, " | ") && !isTableRule(line)) {
		return false
	}
	if isTableRule(line) && len(m.open) > 0 {
		head := m.open[len(m.open)-1]
		m.open = m.open[:len(m.open)-1]
		m.flush()
		m.blocks = append(m.blocks, block{text: cells(head), mark: code})
		m.table = true
		return true
	}
	if !m.table {
		return false
	}
	m.blocks = append(m.blocks, block{text: cells(line), mark: row})
	return true
}

func isTableRule(line string) bool {
	return strings.Contains(line, "|") && strings.Contains(line, "--") && strings.Trim(line, "|:- \t") == ""
}

// cells joins the cells of a row, the marks taken off.
func cells(line string) string {
	var out []string
	for cell := range strings.SplitSeq(strings.Trim(line, "| \t"), "|") {
		out = append(out, squeeze(inline(cell)))
	}
	return strings.Join(out, " | ")
}

// cutQuoteMarks takes the marks of a block quote off a line.
func cutQuoteMarks(line string) (rest string, depth int) {
	for {
		next := strings.TrimLeft(line, " \t")
		if len(line)-len(next) > 3 && depth == 0 || !strings.HasPrefix(next, ">") {
			return line, depth
		}
		line = next[1:]
		depth++
	}
}

// atxHeading reads "## Words ##"; level 0 when the line is no heading.
func atxHeading(line string) (level int, text string) {
	line = strings.TrimLeft(line, " ")
	level = len(line) - len(strings.TrimLeft(line, "#"))
	if level == 0 || level > 6 || level < len(line) && line[level] != ' ' && line[level] != '\t' {
		return 0, ""
	}
	return level, strings.TrimSpace(strings.TrimRight(strings.TrimSpace(line[level:]), "#"))
}

// underline is the level of the heading whose underline the line is, else 0.
func underline(line string) int {
	switch {
	case len(line) >= 2 && strings.Trim(line, "=") == "":
		return 1
	case len(line) >= 2 && strings.Trim(line, "-") == "":
		return 2
	}
	return 0
}

// isRule tells of a line across the page, such as "* * *".
func isRule(line string) bool {
	marks := strings.ReplaceAll(strings.ReplaceAll(line, " ", ""), "\t", "")
	return len(marks) >= 3 && (strings.Trim(marks, "*") == "" || strings.Trim(marks, "-") == "" || strings.Trim(marks, "_") == "")
}

// cutItem takes the mark off an item of a list. Numbers stay: they may be what
// the text refers to.
func cutItem(line string) (rest string, ok bool) {
	if rest, ok = cutBullet(line); ok {
		for _, box := range []string{"[ ] ", "[x] ", "[X] "} {
			rest = strings.TrimPrefix(rest, box)
		}
		return rest, true
	}
	digits := 0
	for digits < len(line) && digits < 9 && line[digits] >= '0' && line[digits] <= '9' {
		digits++
	}
	numbered := digits > 0 && digits+1 < len(line) && (line[digits] == '.' || line[digits] == ')') && line[digits+1] == ' '
	return line, numbered && utf8.RuneCountInString(line) > digits+2
}
