package ingest_test

import (
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"onrecord/ingest"
	"onrecord/news"
)

// citable reads a page and returns the texts of what may be cited.
func citable(t *testing.T, name, page string) []string {
	t.Helper()
	a, err := ingest.File(name, []byte(page))
	if err != nil {
		t.Fatal(err)
	}
	return texts(a.Citable())
}

func texts(ps []news.Paragraph) []string {
	var out []string
	for _, p := range ps {
		out = append(out, p.Text)
	}
	return out
}

func TestCharacters(t *testing.T) {
	tests := []struct{ name, typed, want string }{
		{"byte order mark", "\ufeffThe lamp was lit again.", "The lamp was lit again."},
		{"no-break and thin spaces", "The\u00a0lamp\u2009was\u3000lit\u202fagain.", "The lamp was lit again."},
		{"zero width", "The la\u200bmp w\u200das\u2060 lit\ufeff ag\u00adain.", "The lamp was lit again."},
		{"writing direction", "The \u202elamp\u202c was \u2066lit\u2069 again.", "The lamp was lit again."},
		{"tags", "The lamp\U000e0041 was lit again.", "The lamp was lit again."},
		{"controls", "The\x07 lamp\x1b was lit\x7f again.", "The lamp was lit again."},
		{"tabs and runs of spaces", "The\tlamp   was \t lit again.", "The lamp was lit again."},
		{"joiner inside an emoji", "The 👩\u200d🚀 lamp was lit again.", "The 👩\u200d🚀 lamp was lit again."},
		{"joiner in Persian", "می\u200cخواهم که چراغ روشن شود.", "می\u200cخواهم که چراغ روشن شود."},
		{"accents stay as they are", "The lamp at Cafe\u0301 Ångström was lit.", "The lamp at Cafe\u0301 Ångström was lit."},
		{"quotation marks stay as they are", "“The ‘lamp’ «was» \"lit\",” he said.", "“The ‘lamp’ «was» \"lit\",” he said."},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff([]string{tt.want}, citable(t, "a.txt", tt.typed)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestUTF16(t *testing.T) {
	const want = "“The lamp 🗼 was lit again,” Ångström said."
	for _, big := range []bool{false, true} {
		var data []byte
		for _, u := range utf16.Encode([]rune("\ufeff" + want + "\r\n")) {
			if big {
				data = append(data, byte(u>>8), byte(u))
			} else {
				data = append(data, byte(u), byte(u>>8))
			}
		}
		a, err := ingest.File("a.txt", data)
		if err != nil {
			t.Fatal(err)
		}
		if got := a.Paragraph(1).Text; got != want {
			t.Errorf("big endian %v: read %q, want %q", big, got, want)
		}
	}
}

// wrap breaks a paragraph into lines of at most width characters.
func wrap(paragraph string, width int) string {
	var lines []string
	line := ""
	for _, w := range strings.Fields(paragraph) {
		switch {
		case line == "":
			line = w
		case len([]rune(line))+1+len([]rune(w)) > width:
			lines = append(lines, line)
			line = w
		default:
			line += " " + w
		}
	}
	return strings.Join(append(lines, line), "\n")
}

func TestLinesAndParagraphs(t *testing.T) {
	long1 := body1 + " " + body3 + " " + body4
	long2 := body2 + " " + body4 + " " + body3
	want := []string{long1, long2, body4}
	tests := []struct{ name, page string }{
		{"one paragraph a line", strings.Join(want, "\n")},
		{"blank lines between", strings.Join(want, "\n\n")},
		{"many blank lines", "\n\n" + strings.Join(want, "\n \n\t\n\n")},
		{"CRLF", strings.ReplaceAll(strings.Join(want, "\n\n"), "\n", "\r\n")},
		{"CR alone", strings.Join(want, "\r\r")},
		{"paragraph separators", strings.Join(want, "\u2029")},
		{"wrapped at 72", wrap(long1, 72) + "\n\n" + wrap(long2, 72) + "\n\n" + wrap(body4, 72)},
		{"wrapped at 60, CRLF", strings.ReplaceAll(wrap(long1, 60)+"\n\n"+wrap(long2, 60)+"\n\n"+wrap(body4, 60), "\n", "\r\n")},
		{"wrapped at 100", wrap(long1, 100) + "\n\n" + wrap(long2, 100) + "\n\n" + wrap(body4, 100)},
		{"wrapped, first lines indented", "   " + wrap(long1, 72) + "\n   " + wrap(long2, 72) + "\n   " + wrap(body4, 72)},
		{"wrapped, all indented", "  " + strings.ReplaceAll(wrap(long1, 70)+"\n\n"+wrap(long2, 70)+"\n\n"+wrap(body4, 70), "\n", "\n  ")},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if diff := cmp.Diff(want, citable(t, "a.txt", tt.page)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

func TestHyphenAtTheEndOfALine(t *testing.T) {
	page := "The mayor of Kestrel Bay said on Monday that she would accept a 48-\nhour pause and that the lighthouse, which is old, would stand for as\nlong as she did, and the council agreed with every word of that.\n"
	if got := citable(t, "a.txt", page)[0]; !strings.Contains(got, "a 48-hour pause") {
		t.Errorf("read %q", got)
	}
}
