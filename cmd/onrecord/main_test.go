package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strconv"
	"testing"

	"github.com/rogpeppe/go-internal/testscript"
)

var update = flag.Bool("update", false, "write the golden files anew")

// schemaDir holds the shapes of what --json prints; scripts run elsewhere.
var schemaDir, _ = filepath.Abs("testdata/schema")

// TestMain makes onrecord a command of the scripts. Its terminal is pretended:
// COLUMNS gives it one of that width, so that scripts can look at colours.
func TestMain(m *testing.M) {
	testscript.Main(m, map[string]func(){
		"onrecord": func() {
			ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
			con := systemConsole()
			con.columns, _ = strconv.Atoi(os.Getenv("COLUMNS"))
			con.asks = os.Getenv("ASKS") != ""
			status := run(ctx, os.Args[1:], os.Getenv, con)
			stop()
			os.Exit(status)
		},
	})
}

// TestScripts runs the command line as a shell would; see testdata/script.
func TestScripts(t *testing.T) {
	testscript.Run(t, testscript.Params{
		Dir:                 "testdata/script",
		RequireExplicitExec: true,
		RequireUniqueNames:  true,
		UpdateScripts:       *update,
		Setup: func(e *testscript.Env) error {
			e.Setenv("HOME", e.WorkDir+"/home")
			e.Setenv("GORACE", "atexit_sleep_ms=10") // or each onrecord waits for a second before it ends
			return nil
		},
		Cmds: scriptCommands(),
		Condition: func(cond string) (bool, error) {
			if cond != "root" {
				return false, fmt.Errorf("unknown condition %q", cond)
			}
			return os.Geteuid() == 0, nil
		},
	})
}
