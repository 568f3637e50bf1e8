package terminal

import (
	"bytes"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"github.com/google/go-cmp/cmp"
)

var update = flag.Bool("update", false, "write the golden files anew")

// samplePage shows everything that a page can hold.
func samplePage(look Look) *Page {
	p := NewPage(look)
	p.Blank() // a page does not begin with an empty line
	p.Para(In(Bold, "The harbour master"), Text(" said that the ferry would not sail before the storm had passed."))
	p.Blank()
	p.Blank()
	p.Block(In(Cyan, "  │ "), Text("“Nobody sails today,” she said, "), In(Yellow, "\x1b[31mand then again:"), Text(" “nobody at all.”"))
	p.Hang(Text("  7  "), Text("     "), Text("A paragraph beside its number, long enough to need a second line."))
	p.Verbatim(Text("  https://example.org/a/very/long/address/that/must/not/be/broken/anywhere"))
	p.Blank()
	p.Table([][]Run{
		{In(Faint, "speaker"), In(Faint, "quoted"), In(Faint, "role")},
		{In(Bold, "Åse Halvorsen"), Text("3"), Text("harbour master of the island's only port")},
		{In(Bold, "記者"), Text("12"), Text("")},
	})
	return p
}

func TestPage(t *testing.T) {
	tests := []struct {
		name string
		look Look
	}{
		{"plain", Look{}},
		{"coloured", Look{Columns: 48, Colour: true}},
		{"narrow", Look{Columns: 10}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			var got bytes.Buffer
			if err := samplePage(tt.look).PrintTo(&got); err != nil {
				t.Fatal(err)
			}
			golden := filepath.Join("testdata", "page-"+tt.name+".golden")
			if *update {
				if err := os.WriteFile(golden, got.Bytes(), 0o644); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(golden)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), got.String()); diff != "" {
				t.Errorf("page differs from %s (-want +got):\n%s", golden, diff)
			}
		})
	}
}

// fullDisk fails as a full disk or a closed pipe does.
type fullDisk struct{ err error }

func (d fullDisk) Write([]byte) (int, error) { return 0, d.err }

func TestPageReportsWriteErrors(t *testing.T) {
	full := errors.New("no space left")
	if err := samplePage(Look{}).PrintTo(fullDisk{full}); !errors.Is(err, full) {
		t.Errorf("PrintTo = %v, want %v", err, full)
	}
}
