package ops

import (
	"context"
	"fmt"
	"net/http"
	"strings"
	"sync"
	"time"
)

// Check is one thing that has to be right for the process to do its work. Run
// returns what is wrong, in words for operators and without secrets.
type Check struct {
	Name string
	Run  func(ctx context.Context) error
}

// checkTime bounds all checks together.
const checkTime = 3 * time.Second

// readiness answers 200 when every check passes, else 503, with a line a check.
func readiness(checks []Check) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		ctx, cancel := context.WithTimeout(r.Context(), checkTime)
		defer cancel()
		wrong := make([]error, len(checks))
		var all sync.WaitGroup
		for i, c := range checks {
			all.Go(func() { wrong[i] = c.Run(ctx) })
		}
		all.Wait()
		status, lines := http.StatusOK, strings.Builder{}
		for i, c := range checks {
			if wrong[i] == nil {
				fmt.Fprintf(&lines, "ok       %s\n", c.Name)
				continue
			}
			status = http.StatusServiceUnavailable
			fmt.Fprintf(&lines, "not yet  %s: %s\n", c.Name, strings.ReplaceAll(wrong[i].Error(), "\n", "; "))
		}
		w.Header().Set("Content-Type", "text/plain; charset=utf-8")
		w.WriteHeader(status)
		fmt.Fprint(w, lines.String())
	})
}
