package terminal

import "testing"

func TestFit(t *testing.T) {
	tests := []struct {
		name, in string
		columns  int
		want     string
	}{
		{"short", "Åse", 20, "Åse"},
		{"exactly half", "harbour ma", 20, "harbour ma"},
		{"too long", "harbour master", 20, "harbour m…"},
		{"too long and wide", "記者会見を開いた", 20, "記者会見…"},
		{"not on a terminal", "harbour master", 0, "harbour master"},
		{"made safe", "a\x1bb", 0, "a␛b"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			got := NewPage(Look{Columns: tt.columns}).fit(tt.in)
			if got != tt.want {
				t.Errorf("fit(%q) = %q, want %q", tt.in, got, tt.want)
			}
			if w := Width(got); tt.columns > 0 && w > tt.columns/2 {
				t.Errorf("fit(%q) is %d wide", tt.in, w)
			}
		})
	}
}
