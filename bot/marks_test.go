package bot

import "testing"

func TestUnmarked(t *testing.T) {
	for _, c := range []struct {
		name, in, want string
		ok             bool
	}{
		{"curly", "“no more,”", "no more,", true},
		{"straight", `"no more"`, "no more", true},
		{"opened curly, closed straight", `“no more"`, "no more", true},
		{"German", "„nie wieder“", "nie wieder", true},
		{"French", "« plus jamais »", "plus jamais", true},
		{"only opened, the next paragraph goes on", "“no more", "no more", true},
		{"none at all", "no more", "no more", true},
		{"apostrophes and single marks inside", "“it's ‘over’ now”", "it's ‘over’ now", true},
		{"the cue stands inside", `"No," he said, "never."`, `"No," he said, "never."`, false},
		{"two quotations", "“a” and “b”", "“a” and “b”", false},
		{"nothing but marks", "“”", "“”", false},
	} {
		t.Run(c.name, func(t *testing.T) {
			if got, ok := unmarked(c.in); got != c.want || ok != c.ok {
				t.Errorf("got %q %v, want %q %v", got, ok, c.want, c.ok)
			}
		})
	}
}
