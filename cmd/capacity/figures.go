package main

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"strconv"
	"strings"
)

// figure is one number that the model starts from.
type figure struct {
	Name  string  `json:"name"`
	Value float64 `json:"value"`
	Unit  string  `json:"unit"`
	// Kind is "measured", "known" (from documentation or from the program's own
	// code) or "assumed".
	Kind string `json:"kind"`
	// How is the command that measured it, where it is said, or what was assumed.
	How string `json:"how"`
}

// figures are all of them, in the order of their file.
type figures struct {
	// Machine and Date are of what was measured.
	Machine string   `json:"machine"`
	Date    string   `json:"date"`
	All     []figure `json:"figures"`

	missing error
}

func readFigures(path string) (*figures, error) {
	data, err := os.ReadFile(path)
	if err != nil {
		return nil, fmt.Errorf("read the figures: %w", err)
	}
	f := &figures{}
	if err := json.Unmarshal(data, f); err != nil {
		return nil, fmt.Errorf("read the figures of %s: %w", path, err)
	}
	return f, nil
}

// set replaces a figure by somebody's own, NAME=NUMBER.
func (f *figures) set(text string) error {
	name, number, _ := strings.Cut(text, "=")
	v, err := strconv.ParseFloat(number, 64)
	if err != nil || math.IsNaN(v) || math.IsInf(v, 0) || v < 0 {
		return fmt.Errorf("-set %s: give NAME=NUMBER, the number not below zero", text)
	}
	for i := range f.All {
		if f.All[i].Name == name {
			f.All[i].Value, f.All[i].Kind, f.All[i].How = v, "given", "on the command line"
			return nil
		}
	}
	return fmt.Errorf("-set %s: there is no figure %q", text, name)
}

// get returns a figure; one that is not there is remembered as an error.
func (f *figures) get(name string) float64 {
	for _, one := range f.All {
		if one.Name == name {
			return one.Value
		}
	}
	f.missing = fmt.Errorf("the figure %s is missing", name)
	return 1
}
