package main

import (
	"runtime"
	"runtime/debug"
	"strconv"

	"onrecord/store"
	"onrecord/terminal"
)

// version and commit are set by the linker where the build knows them (see
// Dockerfile).
var version, commit string

type versionCommand struct {
	JSON bool `name:"json" help:"Print JSON."`
}

func (versionCommand) Help() string {
	return "Example:\n\n    onrecord version"
}

// build is what version prints as JSON.
type build struct {
	Version string `json:"version"`
	Commit  string `json:"commit"`
	Go      string `json:"go"`
	System  string `json:"system"`
	Schema  int    `json:"schema"` // of the database
}

func (c *versionCommand) Run(p *program) error {
	b := thisBuild()
	if c.JSON {
		return p.printJSON(b)
	}
	line := "onrecord " + b.Version
	if b.Commit != "" {
		line += " (" + b.Commit + ")"
	}
	p.page.Para(terminal.Text(line + ", " + b.Go + ", " + b.System + ", schema " + strconv.Itoa(b.Schema)))
	return nil
}

// thisBuild reads what the Go tool has written into the binary.
func thisBuild() build {
	b := build{Version: version, Commit: commit[:min(12, len(commit))], Go: runtime.Version(), System: runtime.GOOS + "/" + runtime.GOARCH, Schema: store.Schema()}
	info, ok := debug.ReadBuildInfo()
	if ok {
		for _, s := range info.Settings {
			if s.Key == "vcs.revision" && b.Commit == "" {
				b.Commit = s.Value[:min(12, len(s.Value))]
			}
		}
		if b.Version == "" && info.Main.Version != "(devel)" {
			b.Version = info.Main.Version
		}
	}
	if b.Version == "" {
		b.Version = "dev"
	}
	return b
}
