package bot

import (
	"fmt"
	"slices"
	"testing"
)

func TestDifference(t *testing.T) {
	ours := registrations(commands(Config{}))
	with := func(change func([]registration) []registration) []registration { return change(slices.Clone(ours)) }
	ask := ours[0].title()
	for _, c := range []struct {
		name string
		have []registration
		want string // the commands that are not current
	}{
		{"the same", ours, "[]"},
		{"in another order", with(func(l []registration) []registration { slices.Reverse(l); return l }), "[]"},
		{"contexts in another order", with(func(l []registration) []registration {
			l[0].Contexts = slices.Clone(l[0].Contexts)
			slices.Reverse(l[0].Contexts)
			return l
		}), "[]"},
		{"one is missing", with(func(l []registration) []registration { return l[1:] }), fmt.Sprintf("[{%s missing []}]", ask)},
		{"one too many", with(func(l []registration) []registration {
			return append(l, registration{Type: commandSlash, Name: "old", Description: "Of another time."})
		}), "[{/old foreign []}]"},
		{"another description", with(func(l []registration) []registration { l[0].Description += "!"; return l }), fmt.Sprintf("[{%s changed [description]}]", ask)},
		{"without other languages", with(func(l []registration) []registration { l[0].Names, l[0].Descriptions = nil, nil; return l }),
			fmt.Sprintf("[{%s changed [name in other languages description in other languages]}]", ask)},
		{"elsewhere", with(func(l []registration) []registration { l[0].Contexts = []int{0}; return l }), fmt.Sprintf("[{%s changed [where it is shown]}]", ask)},
		{"without options", with(func(l []registration) []registration { l[0].Options = nil; return l }), fmt.Sprintf("[{%s changed [options]}]", ask)},
	} {
		t.Run(c.name, func(t *testing.T) {
			states := difference(c.have, ours)
			if got := current(states); got != (c.want == "[]") {
				t.Errorf("current is %v", got)
			}
			states = slices.DeleteFunc(states, func(s CommandState) bool { return s.State == Current })
			if got := fmt.Sprint(states); got != c.want {
				t.Errorf("got %s, want %s", got, c.want)
			}
		})
	}
}
