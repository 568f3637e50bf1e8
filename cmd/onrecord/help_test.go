package main

import (
	"bytes"
	"context"
	"strings"
	"testing"

	"github.com/alecthomas/kong"
)

// TestHelp holds every command's help to one screen, with an example on it.
func TestHelp(t *testing.T) {
	t.Chdir(t.TempDir())
	parser, err := kong.New(&commands{})
	if err != nil {
		t.Fatal(err)
	}
	paths := []string{"", "article"}
	for _, leaf := range parser.Model.Leaves(false) {
		paths = append(paths, strings.TrimPrefix(leaf.FullPath(), parser.Model.Name+" "))
	}
	if len(paths) < 11 {
		t.Fatalf("found only the commands %q", paths)
	}
	for _, path := range paths {
		t.Run("onrecord "+path, func(t *testing.T) {
			var out, errs bytes.Buffer
			args := append(strings.Fields(path), "--help")
			if status := run(context.Background(), args, env(), console{out: &out, err: &errs}); status != 0 || errs.Len() > 0 {
				t.Fatalf("status %d, standard error %q", status, errs.String())
			}
			const columns = 80
			screen := 24
			if path == "" {
				screen = 40 // it lists every command
			}
			lines := strings.Split(strings.TrimRight(out.String(), "\n"), "\n")
			if len(lines) > screen {
				t.Errorf("%d lines, more than a screen of %d:\n%s", len(lines), screen, out.String())
			}
			for _, l := range lines {
				if len([]rune(l)) > columns {
					t.Errorf("wider than %d columns: %s", columns, l)
				}
			}
			if !strings.Contains(out.String(), "Example:") || !strings.Contains(out.String(), "    onrecord") && path != "serve" {
				t.Errorf("there is no example:\n%s", out.String())
			}
		})
	}
}
