package pdf

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// typed is a line of a page made for a test: where it stands and how large.
type typed struct {
	x, y, size float64
	font       string // F1 upright, F2 bold
	text       string
}

// makePDF writes a PDF with these lines on its pages.
func makePDF(pages [][]typed) []byte {
	var b bytes.Buffer
	var at []int
	object := func(format string, args ...any) {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n"+format+"\nendobj\n", append([]any{len(at)}, args...)...)
	}
	b.WriteString("%PDF-1.4\n")
	var kids strings.Builder
	for i := range pages {
		fmt.Fprintf(&kids, "%d 0 R ", 6+2*i)
	}
	object("<< /Type /Catalog /Pages 2 0 R >>")
	object("<< /Type /Pages /Kids [ %s] /Count %d >>", kids.String(), len(pages))
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>")
	object("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>")
	object("<< /Title (Rain ahead) /Author (Ada Lark) /CreationDate (D:20261122103000Z) >>")
	for i, page := range pages {
		object("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>", 7+2*i)
		var s strings.Builder
		for _, l := range page {
			font := l.font
			if font == "" {
				font = "F1"
			}
			fmt.Fprintf(&s, "BT /%s %g Tf %g %g Td (%s) Tj ET\n", font, l.size, l.x, l.y, strings.NewReplacer("(", `\(`, ")", `\)`, `\`, `\\`).Replace(l.text))
		}
		object("<< /Length %d >>\nstream\n%s\nendstream", s.Len(), s.String())
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(at)+1)
	for _, offset := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", offset)
	}
	fmt.Fprintf(&b, "trailer << /Size %d /Root 1 0 R /Info 5 0 R >>\nstartxref\n%d\n%%%%EOF\n", len(at)+1, start)
	return b.Bytes()
}

// column types lines under each other.
func column(x, y float64, text ...string) []typed {
	var out []typed
	for i, l := range text {
		out = append(out, typed{x: x, y: y - 14*float64(i), size: 11, text: l})
	}
	return out
}

func TestParagraphsOfAPDF(t *testing.T) {
	if testing.Short() {
		t.Skip("PDFium takes seconds to be made ready")
	}
	head := func(page string) []typed {
		return []typed{{72, 810, 9, "", "The Brackwater Daily - 22 November 2026"}, {290, 30, 9, "", page}}
	}
	first := append(head("Page 1 of 2"), typed{72, 780, 20, "F2", "Bridge to close"}, typed{72, 758, 20, "F2", "for a year"})
	first = append(first, column(72, 740,
		"The old bridge over the Brack will close on Monday, the mayor said on Friday, and who-",
		"ever wants to cross the river will have to take the ferry, which runs until ten at night.",
		"It is a well-known bridge, and the well-",
		"known mayor crosses it twice a day.")...)
	first = append(first, column(72, 676,
		"\"We will not wait for a girder to fall,\" she said. \"Nobody wants that to happen here, and",
		"nobody will say that we had not been told of it.\" The council agreed with her and then")...)
	second := append(head("Page 2 of 2"), column(72, 770,
		"voted, eleven to two, for the plan.")...)
	second = append(second, typed{72, 735, 11, "F2", "What it costs"})
	second = append(second, column(72, 712,
		"The repair costs 3.4 million crowns, which the town has to borrow from the county bank.")...)
	d, err := Read(context.Background(), makePDF([][]typed{first, second}), cacheDir(t))
	if err != nil {
		t.Fatal(err)
	}
	want := &Document{Title: "Rain ahead", Blocks: []Block{
		{"Bridge to close for a year", true},
		{"The old bridge over the Brack will close on Monday, the mayor said on Friday, and whoever wants to cross the river will have to take the ferry, which runs until ten at night. It is a well-known bridge, and the well-known mayor crosses it twice a day.", false},
		{"\"We will not wait for a girder to fall,\" she said. \"Nobody wants that to happen here, and nobody will say that we had not been told of it.\" The council agreed with her and then voted, eleven to two, for the plan.", false},
		{"What it costs", true},
		{"The repair costs 3.4 million crowns, which the town has to borrow from the county bank.", false},
	}}
	if diff := cmp.Diff(want, d); diff != "" {
		t.Errorf("-want +got:\n%s", diff)
	}
}

func TestPDFsThatAreRefused(t *testing.T) {
	if testing.Short() {
		t.Skip("PDFium takes seconds to be made ready")
	}
	whole := makePDF([][]typed{column(72, 700, "A line.")})
	many := make([][]typed, maxPages+1)
	for name, c := range map[string]struct {
		data []byte
		want string
	}{
		"no text":        {makePDF([][]typed{nil, nil}), "is a scanned PDF"},
		"cut in half":    {whole[:len(whole)/2], "broken PDF"},
		"only the magic": {[]byte("%PDF-1.7\n"), "broken PDF"},
		"too many pages": {makePDF(many), "is a PDF of 301 pages"},
	} {
		if _, err := Read(context.Background(), c.data, cacheDir(t)); err == nil || !strings.Contains(err.Error(), c.want) {
			t.Errorf("%s: %v, want %q", name, err, c.want)
		}
	}
}

// cacheDir keeps PDFium compiled from one test run to the next.
func cacheDir(t testing.TB) string {
	dir, err := os.UserCacheDir()
	if err != nil {
		return t.TempDir()
	}
	return filepath.Join(dir, "onrecord-test")
}

// FuzzLines states that what lies anywhere on a page comes out as lines of
// text, none of it lost and none of it twice.
func FuzzLines(f *testing.F) {
	f.Add("The old bridge.", 10.0, 700.0, 11.0)
	f.Add("a-\nb", -5.0, 1e9, 0.0)
	f.Add("雨が降る。\x02", 0.0, 0.0, -3.0)
	f.Fuzz(func(t *testing.T, text string, x, y, size float64) {
		if len(text) > 500 {
			return
		}
		text = strings.ToValidUTF8(text, "")
		var chars []run
		for i, r := range text {
			chars = append(chars, run{text: string(r), left: x + float64(i), right: x + float64(i) + size, top: y + size, bottom: y, size: size})
		}
		page := lines(chars)
		got := ""
		for _, b := range blocks([][]line{page}) {
			if strings.ContainsAny(b.Text, "\r\n") || strings.TrimSpace(b.Text) == "" {
				t.Errorf("a block of %q", b.Text)
			}
			got += b.Text
		}
		if n := len([]rune(strings.Join(strings.Fields(got), ""))); n > len([]rune(text)) {
			t.Errorf("%d characters became %d", len([]rune(text)), n)
		}
		withoutRunning([][]line{page, page})
	})
}

// FuzzRead reads broken files with PDFium: each is text or a refusal.
func FuzzRead(f *testing.F) {
	f.Add(makePDF([][]typed{column(72, 700, "The old bridge over the Brack will close on Monday, the mayor said on Friday, and everybody was surprised.")}), uint16(100), byte('x'))
	f.Add([]byte("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer<</Root 1 0 R>>"), uint16(3), byte(0))
	cache := cacheDir(f)
	f.Fuzz(func(t *testing.T, data []byte, at uint16, with byte) {
		if len(data) > 20_000 || len(data) == 0 {
			return
		}
		data = bytes.Clone(data)
		data[int(at)%len(data)] = with
		d, err := Read(context.Background(), data, cache)
		if err == nil && words(d.Blocks) < leastWords {
			t.Errorf("%d words were taken for a document", words(d.Blocks))
		}
	})
}
