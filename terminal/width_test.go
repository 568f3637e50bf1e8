package terminal

import "testing"

func TestWidth(t *testing.T) {
	tests := []struct {
		name, in string
		want     int
	}{
		{"empty", "", 0},
		{"letters", "Halvor", 6},
		{"accent of its own", "e\u0301", 1},
		{"composed accent", "é", 1},
		{"curly marks", "“no”", 4},
		{"ideographs", "記者会見", 8},
		{"half-width kana", "ｶﾅ", 2},
		{"emoji", "🔥", 2},
		{"family joined of three", "👩‍👩‍👧", 2},
		{"flag", "🇳🇴", 2},
		{"heart asked to be an emoji", "❤️", 2},
		{"zero-width space", "a\u200bb", 2},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := Width(tt.in); got != tt.want {
				t.Errorf("Width(%q) = %d, want %d", tt.in, got, tt.want)
			}
		})
	}
}
