package main

import "testing"

func TestDirectWords(t *testing.T) {
	tests := []struct{ name, in, want string }{
		{"curly", "“Nobody sails,”", "“Nobody sails,”"},
		{"straight", `"Nobody sails."`, "“Nobody sails.”"},
		{"curly opened, straight closed", `“Nobody sails."`, "“Nobody sails.”"},
		{"single marks inside", "“She said ‘no’ twice”", "“She said ‘no’ twice”"},
		{"only opened", "“Nobody sails.", "“Nobody sails.”"},
		{"no marks", "Nobody sails.", "“Nobody sails.”"},
		{"two quotations", "“Nobody” and “nothing”", "“Nobody” and “nothing”"},
		{"two in straight marks", `"Nobody" and "nothing"`, `"Nobody" and "nothing"`},
		{"guillemets", "«Nobody sails»", "“Nobody sails”"},
		{"apostrophe at the end stays", "“the sailors’", "“the sailors’”"},
		{"a mark alone", "“", "“”"},
		{"nothing", "", "“”"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := directWords(tt.in); got != tt.want {
				t.Errorf("directWords(%q) = %q, want %q", tt.in, got, tt.want)
			}
		})
	}
}
