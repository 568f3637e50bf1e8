package docx

import (
	"archive/zip"
	"bytes"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

// pack makes a document of its files, which come in pairs of name and text.
func pack(t testing.TB, files ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for i := 0; i+1 < len(files); i += 2 {
		w, err := z.Create(files[i])
		if err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(files[i+1])); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// body is a document's XML around its paragraphs.
func body(paragraphs string) string {
	return `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>` + paragraphs + `</w:body></w:document>`
}

const story = `
<w:p><w:pPr><w:pStyle w:val="Title"/></w:pPr><w:r><w:t>Bridge to close</w:t></w:r></w:p>
<w:p><w:r><w:t>The old bridge will </w:t></w:r><w:del><w:r><w:delText>never </w:delText></w:r></w:del><w:ins><w:r><w:t>soon </w:t></w:r></w:ins><w:r><w:t xml:space="preserve">close,</w:t><w:tab/><w:t>she said.</w:t></w:r></w:p>
<w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>What it costs</w:t></w:r></w:p>
<w:p><w:pPr><w:numPr/></w:pPr><w:r><w:t>A lot &amp; more</w:t></w:r></w:p>
<w:p/>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>Steel</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>3 tonnes</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
<w:p><w:r><w:fldChar/><w:instrText>HYPERLINK "x"</w:instrText><w:t>A link</w:t></w:r></w:p>`

func TestRead(t *testing.T) {
	d, err := Read(pack(t, "word/document.xml", body(story), "docProps/core.xml",
		`<cp:coreProperties xmlns:cp="c" xmlns:dc="d" xmlns:dcterms="t"><dc:title> Bridge </dc:title></cp:coreProperties>`))
	if err != nil {
		t.Fatal(err)
	}
	want := &Document{Title: "Bridge", Blocks: []Block{
		{"Bridge to close", Title}, {"The old bridge will soon close, she said.", Paragraph}, {"What it costs", Heading}, {"A lot & more", Item}, {"Steel | 3 tonnes", Row}, {"A link", Paragraph},
	}}
	if diff := cmp.Diff(want, d); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestDocumentsThatAreRefused(t *testing.T) {
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"not a ZIP":     {[]byte("PK\x03\x04 and nothing"), "broken Word document"},
		"another ZIP":   {pack(t, "readme.txt", "hello"), "no Word document"},
		"a bomb":        {pack(t, "word/document.xml", body(strings.Repeat(" ", maxText))), "more than 40 MB"},
		"half the XML":  {pack(t, "word/document.xml", body(story)[:300]), "broken"},
		"deep elements": {pack(t, "word/document.xml", strings.Repeat("<w:a>", maxDepth+2)), "broken"},
		"a long list":   {pack(t, "word/document.xml", body(strings.Repeat("<w:p><w:t>x</w:t></w:p>", maxBlocks+2))), "more than 20000 paragraphs"},
	} {
		if _, err := Read(c.data); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// FuzzRead states that what is read is valid text of bounded size, one line a
// paragraph, whatever the file holds.
func FuzzRead(f *testing.F) {
	f.Add(pack(f, "word/document.xml", body(story)), "")
	f.Add([]byte("PK\x03\x04"), body(story))
	f.Add([]byte{}, body(`<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr><mc:Fallback><w:t>x</w:t></mc:Fallback><w:t>y</w:t></w:p>`))
	f.Fuzz(func(t *testing.T, data []byte, inner string) {
		check := func(d *Document, err error) {
			if err != nil {
				return
			}
			for _, b := range d.Blocks {
				if b.Text == "" || !utf8.ValidString(b.Text) || strings.ContainsAny(b.Text, "\r\n") {
					t.Errorf("a paragraph of %q", b.Text)
				}
			}
		}
		check(Read(data))
		check(Read(pack(t, "word/document.xml", inner)))
	})
}
