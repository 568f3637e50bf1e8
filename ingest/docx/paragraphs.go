package docx

import (
	"bytes"
	"encoding/xml"
	"fmt"
	"io"
	"strings"
)

// reader collects paragraphs while the XML goes by.
type reader struct {
	blocks []Block
	text   strings.Builder
	kind   Kind
	row    []string // cells of the row that is open
	inText bool     // in an element whose text is shown
	inRow  int      // tables within cells are rows of the outer one
	skip   int      // depth at which something that is not shown began, 0 outside
	depth  int
}

// paragraphs reads word/document.xml.
func paragraphs(data []byte) ([]Block, error) {
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false // entities of other formats turn up
	var r reader
	for {
		t, err := d.RawToken()
		if err == io.EOF {
			break
		}
		if err != nil {
			return nil, errBroken
		}
		switch t := t.(type) {
		case xml.StartElement:
			if r.depth++; r.depth > maxDepth {
				return nil, errBroken
			}
			r.open(t)
		case xml.EndElement:
			r.close(t.Name.Local)
			r.depth--
			if r.depth < r.skip {
				r.skip = 0
			}
		case xml.CharData:
			if r.inText && r.skip == 0 && r.text.Len() < maxText {
				r.text.Write(t)
			}
		}
		if len(r.blocks) > maxBlocks {
			return nil, fmt.Errorf("has more than %d paragraphs; please add a long work in parts", maxBlocks)
		}
	}
	return r.blocks, nil
}

// open notes what an element says of the text in it. Only w:t holds text that
// is shown; white space between other elements is the file's own.
func (r *reader) open(e xml.StartElement) {
	if r.skip > 0 {
		return
	}
	switch e.Name.Local {
	case "p":
		r.text.Reset()
		r.kind = Paragraph
	case "t":
		r.inText = true
	case "tr":
		r.inRow++
	case "pStyle":
		r.kind = style(attribute(e, "val"), r.kind)
	case "outlineLvl":
		if r.kind == Paragraph && attribute(e, "val") != "9" {
			r.kind = Heading
		}
	case "numPr":
		if r.kind == Paragraph {
			r.kind = Item
		}
	case "tab", "br", "cr":
		r.text.WriteByte(' ')
	case "noBreakHyphen":
		r.text.WriteString("\u2011")
	case "del", "moveFrom", "instrText", "delText", "Fallback", "txbxContent", "footnoteReference", "pict":
		// Taken out by an editor, a formula of a field, a second form of the
		// same, or beside the text.
		r.skip = r.depth
	}
}

func (r *reader) close(name string) {
	if r.skip > 0 {
		return
	}
	switch name {
	case "t":
		r.inText = false
	case "p":
		text := strings.Join(strings.Fields(r.text.String()), " ")
		r.text.Reset()
		switch {
		case text == "":
		case r.inRow > 0:
			r.row = append(r.row, text)
		default:
			r.blocks = append(r.blocks, Block{text, r.kind})
		}
	case "tr":
		if r.inRow--; r.inRow == 0 && len(r.row) > 0 {
			r.blocks = append(r.blocks, Block{strings.Join(r.row, " | "), Row})
			r.row = nil
		}
		r.inRow = max(0, r.inRow)
	}
}

// style is the kind of a paragraph by the name of its style, which Word
// translates: headings end in a number in all languages.
func style(name string, otherwise Kind) Kind {
	lower := strings.ToLower(name)
	switch {
	case lower == "title", lower == "titel", lower == "titre", lower == "titulo":
		return Title
	case strings.HasPrefix(lower, "heading"), strings.HasPrefix(lower, "berschrift"), strings.HasPrefix(lower, "überschrift"), strings.HasPrefix(lower, "titre"), strings.HasPrefix(lower, "ttulo"), strings.HasPrefix(lower, "titolo"):
		return Heading
	case strings.HasPrefix(lower, "caption"):
		return Caption
	case strings.HasPrefix(lower, "list"):
		return Item
	}
	return otherwise
}

func attribute(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
